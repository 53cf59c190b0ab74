import { typo } from '../../text/typography.ts';

/** What a chapter may hold and a Word document may not, in French, from what the converter says of it in English. */
export function sayLeftOut(message: string): string {
  const element = /an <([\w-]+)>, so it is left out/.exec(message)?.[1];
  if (element !== undefined) return `balise <${element}> : un document Word ne peut pas la contenir`;
  const link = /^The link to "(.*)" could/.exec(message)?.[1];
  if (link !== undefined) return typo(`lien « ${link} » : seul son texte est gardé`);
  return 'mise en forme qu’un document Word ne connaît pas : seul le texte est gardé';
}
