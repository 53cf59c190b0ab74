/** What a change is about; a question without data bears the id of the figure that would answer it. */
export interface Thing {
  readonly kind: 'figure' | 'valeur' | 'lieu' | 'texte' | 'edition' | 'fichier' | 'reglages' | 'page';
  readonly id: string;
}

/** What the id of a number published elsewhere begins with, where texts quote it. */
export const REPERE = 'reperes/';

/** A thing as one text, for maps. */
export function keyOf({ kind, id }: Thing): string {
  return `${kind} ${id}`;
}

/** Something that stands at an address: which thing, and all that is shown of it there, as one text. */
export interface Part {
  readonly thing: Thing;
  readonly shown: string;
  /** The text that names it, from the root of the project: "content/pages/methode.mdx". */
  readonly file?: string;
  /** The question of the portrait's chapter in which it stands. */
  readonly chapter?: string;
}
