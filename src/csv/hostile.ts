import { showCharacter } from './printable.ts';

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/;
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const INVISIBLE = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;
const LONE_SURROGATE = /\p{Cs}/u;
const MARKUP = /<[a-z!/?]/i;
const SCRIPT = /^(?:javascript|vbscript|data|file)\s*:/i;
const FORMULA = /^(?:[=@＝＠]|[+\-＋－](?![\s\d]))/;

/** Names what makes a text dangerous for a page, a path or a spreadsheet; undefined when it is plain. */
export function findHostile(text: string): string | undefined {
  const control = CONTROL.exec(text) ?? LONE_SURROGATE.exec(text);
  if (control) return `caractère de contrôle ${showCharacter(control[0])}`;
  const direction = DIRECTION.exec(text);
  if (direction) return `caractère invisible qui renverse le sens de lecture ${showCharacter(direction[0])}`;
  const invisible = INVISIBLE.exec(text);
  if (invisible) return `caractère invisible ${showCharacter(invisible[0])}`;
  if (MARKUP.test(text)) return 'balise HTML';
  if (SCRIPT.test(text)) return 'adresse qui exécute un programme';
  if (FORMULA.test(text)) return `formule de tableur (commence par « ${text[0]} »)`;
  return undefined;
}
