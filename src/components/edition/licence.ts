/** The licence of an edition whose card names none: that of the whole site. */
export const USUAL_LICENCE = { nom: 'CC BY-SA 4.0', url: 'https://creativecommons.org/licenses/by-sa/4.0/deed.fr' };
