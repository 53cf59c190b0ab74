import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../csv/fault.ts';
import { isNamed, nameFile, readSuppliedText } from '../datasets/files.ts';
import { readDocument } from '../datasets/read-document.ts';
import { words } from '../datasets/text-schemas.ts';
import type { Folders } from './folders.ts';

/** Themes of the RGAA 4.1, in order, each with its number of criteria. */
const THEMES = [
  ['Images', 9],
  ['Cadres', 2],
  ['Couleurs', 3],
  ['Multimédia', 13],
  ['Tableaux', 8],
  ['Liens', 2],
  ['Scripts', 5],
  ['Éléments obligatoires', 10],
  ['Structuration de l’information', 4],
  ['Présentation de l’information', 14],
  ['Formulaires', 13],
  ['Navigation', 11],
  ['Consultation', 12],
] as const;

const NUMBERS = THEMES.flatMap(([, count], theme) =>
  Array.from({ length: count }, (_, index) => `${theme + 1}.${index + 1}`),
);

/** What a criterion may be found to be, in the order that counts are said. */
export const STATES = ['conforme', 'non conforme', 'non vérifié', 'non applicable'] as const;

const number = z
  .string('un numéro entre guillemets, "1.10"')
  .refine((id) => NUMBERS.includes(id), 'un critère du RGAA 4.1, entre guillemets : de "1.1" à "13.12"');

const criterion = z
  .strictObject({
    critere: number,
    sujet: words,
    etat: z.enum(STATES),
    moyen: z.enum(['test', 'relecture', 'jamais']).optional(),
    note: words.optional(),
  })
  .refine(({ etat, moyen }) => (etat === 'non applicable') === (moyen === undefined), {
    path: ['moyen'],
    error: 'un moyen (test, relecture, jamais), sauf là où le critère ne s’applique pas',
  })
  .refine(({ etat, moyen }) => (etat === 'non vérifié') === (moyen === 'jamais'), {
    path: ['moyen'],
    error: '« jamais » là où rien n’est vérifié, et nulle part ailleurs',
  });

const schema = z.strictObject({
  date: z.iso.date('un jour, AAAA-MM-JJ'),
  criteres: z
    .array(criterion)
    .refine(
      (all) => all.map(({ critere }) => critere).join() === NUMBERS.join(),
      `les ${NUMBERS.length} critères du RGAA 4.1, chacun une fois, dans leur ordre`,
    ),
});

/** One criterion of the RGAA as the team judged it. */
export type Criterion = z.infer<typeof criterion>;

/** What the team found when it checked the site against the RGAA: content/accessibilite.yaml. */
export type SelfCheck = z.infer<typeof schema>;

/** The self-check of the site, which both observatories share; none where there is no file. */
export function readSelfCheck({ content, demonstration }: Pick<Folders, 'content' | 'demonstration'>): {
  readonly check: SelfCheck | null;
  readonly faults: readonly Fault[];
} {
  const path = join(demonstration ? dirname(content) : content, 'accessibilite.yaml');
  if (!isNamed(path)) return { check: null, faults: [] };
  const text = readSuppliedText(path, 'l’auto-contrôle d’accessibilité');
  if (typeof text !== 'string') return { check: null, faults: [text] };
  const { value, faults } = readDocument(text, nameFile(path), schema);
  return { check: value, faults };
}

/** The state of a site as the law names it, and what it is counted from. */
export interface Conformity {
  readonly state: 'conforme' | 'partiellement conforme' | 'non conforme';
  readonly counts: Readonly<Record<(typeof STATES)[number], number>>;
  /** Share of criteria that are met among those that apply, 0 to 100; what nobody checked is not met. */
  readonly rate: number;
}

/** Judges a self-check; a site that nobody checked does not conform. */
export function judgeConformity(check: SelfCheck | null): Conformity {
  const criteria = check?.criteres ?? [];
  const countOf = (state: (typeof STATES)[number]) => criteria.filter(({ etat }) => etat === state).length;
  const counts = {
    conforme: countOf('conforme'),
    'non conforme': countOf('non conforme'),
    'non vérifié': countOf('non vérifié'),
    'non applicable': countOf('non applicable'),
  };
  const applicable = criteria.length - counts['non applicable'];
  const rate = applicable === 0 ? 0 : (counts.conforme / applicable) * 100;
  const state = rate === 100 ? 'conforme' : rate >= 50 ? 'partiellement conforme' : 'non conforme';
  return { state, counts, rate };
}

/** The criteria of a self-check by theme, with the theme's name. */
export function byTheme({
  criteres,
}: SelfCheck): readonly { readonly title: string; readonly criteria: readonly Criterion[] }[] {
  return THEMES.map(([title], index) => ({
    title: `${index + 1}. ${title}`,
    criteria: criteres.filter(({ critere }) => critere.startsWith(`${index + 1}.`)),
  }));
}
