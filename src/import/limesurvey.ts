import type { Fault } from '../csv/fault.ts';
import type { ForeignTable } from './foreign-table.ts';
import type { Format } from './format.ts';
import { simplify } from './simplify.ts';
import { bindColumns, type KnownHeaders } from './survey/bind-columns.ts';
import { convertSurvey, type SurveyAnswers } from './survey/convert-survey.ts';
import { readHeader } from './survey/read-header.ts';
import { findSharedYear } from './survey/shared-year.ts';

/** The tool's own columns, as their code and as their question in French and in English. */
const SYSTEM = {
  submitted: ['submitdate', 'Date de soumission', 'Date submitted'],
  page: ['lastpage', 'Dernière page', 'Last page'],
  language: ['startlanguage', 'Langue de départ', 'Start language'],
  token: ['token', 'Jeton', 'Invitation', 'Code d’invitation', 'Code d’accès', 'Access code'],
  others: [
    ...['id', 'ID de la réponse', 'Response ID', 'seed', 'Tête de série', 'Seed'],
    ...[
      'startdate',
      'Date de lancement',
      'Date started',
      'datestamp',
      'Date de la dernière action',
      'Date last action',
    ],
    ...[
      'ipaddr',
      'Adresse IP',
      'IP address',
      'refurl',
      'URL de référence',
      'Referrer URL',
      'interviewtime',
      'Temps total',
    ],
  ],
} as const;

const OWN: KnownHeaders = new Map(
  Object.values(SYSTEM).flatMap((names) => names.map((name) => [simplify(name), ''] as const)),
);
/** With nothing else, the invitation tells who answers: it is a pseudonym already. */
const WITH_TOKEN: KnownHeaders = new Map([
  ...OWN,
  ...SYSTEM.token.map((name) => [simplify(name), 'id_unite'] as const),
]);

/** Answers exported from LimeSurvey as CSV, headers as codes, as questions or as both. */
export const limesurvey: Format<SurveyAnswers> = {
  id: 'limesurvey',
  title: 'Réponses exportées de LimeSurvey',
  dataset: 'enquete',
  description: { access: 'aggregates', declaratif: true },
  telling: [SYSTEM.submitted[0], SYSTEM.page[0]],
  recognise: (header) => {
    const finds = (names: readonly string[]) => findColumn(header, names) >= 0;
    return finds(SYSTEM.submitted) && (finds(SYSTEM.page) || finds(SYSTEM.language));
  },
  convert: (tables, context) => {
    const [table] = tables as [ForeignTable];
    const submitted = findColumn(table.header.cells, SYSTEM.submitted);
    const complete = { ...table, records: table.records.filter(({ cells }) => cells[submitted]) };
    const year = findSharedYear(complete, submitted, context);
    const hasIds = bindColumns(table, OWN, context).bindings.some(({ id }) => id === 'id_unite');
    const imported = convertSurvey(
      tables,
      {
        known: hasIds ? OWN : WITH_TOKEN,
        setAside: (_, { cells }) => (cells[submitted] ? undefined : 'réponses commencées et jamais envoyées'),
        missingId:
          'une question « Identifiant du lieu », ou la colonne « token » d’un questionnaire à invitations : cochez-la à l’export',
        millesime: year.millesime,
      },
      context,
    );
    const faults: readonly Fault[] = [...imported.faults, ...year.faults];
    return { ...imported, faults, lines: year.millesime === undefined ? [] : imported.lines };
  },
};

function findColumn(header: readonly string[], names: readonly string[]): number {
  const wanted = new Set(names.map(simplify));
  return header.findIndex((cell) => readHeader(cell).some(({ question }) => wanted.has(simplify(question))));
}
