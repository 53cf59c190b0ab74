import type { Column } from '../../csv/column.ts';
import { indexOptions, type OptionIndex } from '../../csv/kinds/options.ts';
import { text } from '../../csv/kinds.ts';
import { enquete, type SurveyColumn } from '../../datasets/enquete.ts';
import { simplify } from '../simplify.ts';

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

/** Our columns by the simplified names that headers may bear: title, id, aliases. */
const NAMES: ReadonlyMap<string, SurveyTarget> = new Map(
  Object.entries(surveyShape).flatMap(([id, { meta }]) =>
    [id, meta.title, ...(meta.aliases ?? [])].map((name) => [simplify(name), id as SurveyTarget] as const),
  ),
);

/** The ways to a column's options, made once. */
interface OptionNames {
  readonly index: OptionIndex;
  /** Codes by simplified code or label. */
  readonly simplified: ReadonlyMap<string, string>;
}

const OPTIONS: ReadonlyMap<string, OptionNames> = new Map(
  Object.entries(surveyShape).flatMap(([id, { options }]) => {
    if (!options) return [];
    const index = indexOptions(options);
    const simplified = new Map([...index.names].map(([name, code]) => [simplify(name), code]));
    return [[id, { index, simplified }] as const];
  }),
);

/** The columns whose answers are chosen in a list. */
export const choiceColumns = [...OPTIONS.keys()] as readonly SurveyTarget[];

/** Our column of that name, whatever the case, accents and punctuation. */
export function findTarget(name: string): SurveyTarget | undefined {
  return NAMES.get(simplify(name));
}

/** The code of a column's option of that name; « Autre » in a tool's own words too. */
export function findOption(id: SurveyTarget, name: string): string | undefined {
  const names = OPTIONS.get(id);
  const code = names?.index.codeOf(name) ?? names?.simplified.get(simplify(name));
  if (code !== undefined || !meansOther(name)) return code;
  return names?.simplified.get('autre');
}

/** True for the names of the answer behind which people write their own words: `other` and `-oth-` are LimeSurvey's. */
export function meansOther(name: string): boolean {
  return ['autre', 'other', 'oth'].includes(simplify(name));
}

/** The names, codes and labels, of a column's options. */
export function optionNames(id: SurveyTarget): readonly string[] {
  return [...(OPTIONS.get(id)?.index.names.keys() ?? [])];
}

/** True for a column whose answers are chosen in a list. */
export function hasOptions(id: SurveyTarget): boolean {
  return OPTIONS.has(id);
}
