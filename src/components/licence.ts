/** The licence of the site's texts and pictures, and of an edition whose card names none. */
export const USUAL_LICENCE = {
  nom: 'CC BY-SA 4.0',
  url: 'https://creativecommons.org/licenses/by-sa/4.0/deed.fr',
} as const;
