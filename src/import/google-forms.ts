import { fold } from '../text/fold.ts';
import type { ForeignTable } from './foreign-table.ts';
import type { Format } from './format.ts';
import { simplify } from './simplify.ts';
import type { KnownHeaders } from './survey/bind-columns.ts';
import { convertSurvey, type SurveyAnswers } from './survey/convert-survey.ts';
import { findSharedYear } from './survey/shared-year.ts';

/** What the form calls its first column, the time of each answer. */
const TIMES = ['Horodateur', 'Timestamp'] as const;

const OWN: KnownHeaders = new Map(TIMES.map((name) => [simplify(name), '']));

/** Answers exported from Google Forms as CSV: questions as headers, choices joined in one cell. */
export const googleForms: Format<SurveyAnswers> = {
  id: 'google-forms',
  title: 'Réponses exportées de Google Forms',
  dataset: 'enquete',
  description: { access: 'aggregates', declaratif: true },
  telling: [TIMES[0]],
  recognise: ([first = '']) => TIMES.some((name) => fold(name) === fold(first)),
  convert: (tables, context) => {
    const [table] = tables as [ForeignTable];
    const year = findSharedYear(table, 0, context);
    const missingId =
      'une question « Identifiant du lieu », ou la colonne qui le donne, nommée dans le fichier de --colonnes';
    const imported = convertSurvey(tables, { known: OWN, missingId, millesime: year.millesime }, context);
    const faults = [...imported.faults, ...year.faults];
    return { ...imported, faults, lines: year.millesime === undefined ? [] : imported.lines };
  },
};
