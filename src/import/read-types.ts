import { TYPES } from '../datasets/enquete-options.ts';
import { fold } from '../text/fold.ts';

type Code = keyof typeof TYPES;

/** What other lists call our types, besides their own codes and labels. */
const OTHER_NAMES: Readonly<Record<Code, readonly string[]>> = {
  coworking: ['espace de coworking', 'télétravail'],
  atelier: ['atelier partagé'],
  fablab: ['fablab', 'laboratoire de fabrication'],
  culture: ['lieu culturel', 'café', 'commerce'],
  accompagnement: [],
  'mediation-numerique': [],
  'living-lab': [],
};

const CODES: ReadonlyMap<string, Code> = new Map(
  (Object.keys(TYPES) as Code[]).flatMap((code) =>
    [code, TYPES[code], ...OTHER_NAMES[code]].map((name) => [simplifyType(name), code] as const),
  ),
);

/** The code of the type that a text names, alone. */
export function typeOf(text: string): string | undefined {
  return CODES.get(simplifyType(text));
}

/** The labels of our types that a text names, and whether it names anything else. */
export function readTypes(text: string): { readonly labels: readonly string[]; readonly isWhole: boolean } {
  const whole = CODES.get(simplifyType(text));
  const pieces = text.split(/[;,|/\n\r]+/).filter((piece) => simplifyType(piece) !== '');
  const codes = whole ? [whole] : pieces.map((piece) => CODES.get(simplifyType(piece)));
  const known = new Set(codes.filter((code) => code !== undefined));
  return { labels: [...known].map((code) => TYPES[code]), isWhole: codes.every((code) => code !== undefined) };
}

/** Without signs and joining words: "Lieu culturel-commerce-café" is "Lieu culturel, commerce ou café". */
function simplifyType(text: string): string {
  return fold(text)
    .replace(/\b(?:et|ou|and)\b/g, ' ')
    .replace(/[^a-z0-9]/g, '');
}
