import type { Column } from '../../csv/column.ts';
import { fold } from '../../csv/fold.ts';
import { indexOptions } from '../../csv/kinds/options.ts';
import { text } from '../../csv/kinds.ts';
import { enquete, type SurveyColumn } from '../../datasets/enquete.ts';

/** What is read to know the place, beside the survey's own columns: it finds the commune, and goes to the private list of ids only. */
const AIDS = {
  nom_du_lieu: text({
    title: 'Nom du lieu',
    aliases: ['Nom du tiers-lieu', 'Nom de votre lieu', 'Nom de votre tiers-lieu'],
  }),
  commune: text({ title: 'Commune', aliases: ['Ville', 'Commune du lieu', 'Nom de la commune'] }),
  code_postal: text({ title: 'Code postal', aliases: ['CP', 'CODPOST'] }),
  departement: text({ title: 'Département', aliases: ['Nom du département'] }),
} as const;

/** A column of the survey, or a text that helps to know the place. */
export type SurveyTarget = SurveyColumn | keyof typeof AIDS;

/** Everything that a column of somebody else's survey may answer. */
export const surveyShape: Readonly<Record<SurveyTarget, Column<unknown>>> = { ...AIDS, ...enquete.columns };

/** True for a name of `surveyShape`. */
export function isSurveyTarget(id: string): id is SurveyTarget {
  return Object.hasOwn(surveyShape, id);
}

/** A name as tools write it: survey tools allow neither accent, nor underscore, nor hyphen in a code. */
export function simplify(name: string): string {
  return fold(name).replace(/[^a-z0-9]/g, '');
}

/** Our columns by the simplified names that headers may bear: title, id, aliases. */
const NAMES: ReadonlyMap<string, SurveyTarget> = new Map(
  Object.entries(surveyShape).flatMap(([id, { meta }]) =>
    [id, meta.title, ...(meta.aliases ?? [])].map((name) => [simplify(name), id as SurveyTarget] as const),
  ),
);

/** Codes of options by simplified code or label, for each column that has options. */
const OPTIONS: ReadonlyMap<SurveyTarget, ReadonlyMap<string, string>> = new Map(
  Object.entries(surveyShape).flatMap(([id, { options }]) => {
    if (!options) return [];
    const names = [...indexOptions(options).names].map(([name, code]) => [simplify(name), code] as const);
    return [[id as SurveyTarget, new Map(names)] as const];
  }),
);

/** The columns whose answers are chosen in a list. */
export const choiceColumns: readonly SurveyTarget[] = [...OPTIONS.keys()];

/** Our column of that name, whatever the case, accents and punctuation. */
export function findTarget(name: string): SurveyTarget | undefined {
  return NAMES.get(simplify(name));
}

/** The code of a column's option of that name. */
export function findOption(id: SurveyTarget, name: string): string | undefined {
  return OPTIONS.get(id)?.get(simplify(name));
}

/** True for a column whose answers are chosen in a list. */
export function hasOptions(id: SurveyTarget): boolean {
  return OPTIONS.has(id);
}
