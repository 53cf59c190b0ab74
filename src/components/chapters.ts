import type { Theme } from '../model/figure.ts';

/** How a theme is called where readers see it: the question that opens its chapter, and its anchor in the page. */
export const CHAPTERS: Readonly<
  Record<Theme, { readonly anchor: string; readonly name: string; readonly title: string }>
> = {
  combien: { anchor: 'combien', name: 'Combien', title: 'Combien sont-ils ?' },
  où: { anchor: 'ou', name: 'Où', title: 'Où sont-ils ?' },
  quoi: { anchor: 'quoi', name: 'Activités', title: 'Qu’y fait-on ?' },
  'pour qui': { anchor: 'pour-qui', name: 'Publics', title: 'Pour qui ?' },
  'avec qui': { anchor: 'avec-qui', name: 'Partenaires', title: 'Avec qui ?' },
  moyens: { anchor: 'moyens', name: 'Moyens', title: 'Avec quels moyens ?' },
  gouvernance: { anchor: 'gouvernance', name: 'Gouvernance', title: 'Qui décide ?' },
  transitions: { anchor: 'transitions', name: 'Transitions', title: 'Quelles transitions ?' },
};
