import { squares } from '../charts/squares.ts';
import { ACTIVITES, MILIEUX, PARTENAIRES, PARTENAIRES_PUBLICS } from '../datasets/enquete-options.ts';
import { LEAST_BASE } from '../model/least-base.ts';
import type { PublishedRow, PublishedTable } from '../model/table.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { activitiesSaid } from './survey-activities.ts';
import { answerCell, answeringRows, answersColumn, type Question, TOTAL } from './survey-question.ts';
import { surveyChamp, surveySources } from './survey-wave.ts';
import { describeAnswers, quoteAnswer, SQUARES_ARE_ANSWERS } from './survey-words.ts';

/** One block of squares: an answer each, or all the answers of a question of one choice (`title` names it). */
interface Sheet {
  readonly id: string;
  readonly group: string;
  readonly title?: string;
  readonly question: Question;
  readonly codes: readonly string[];
}

const of = (id: string, column: Question['column'], options: Question['options'], single = false): Question => ({
  id,
  title: id,
  options,
  single,
  column,
});

const activities = of('activite', 'activites', ACTIVITES);
const partners = of('partenaire', 'partenaires', PARTENAIRES);
const PUBLICS = { publics: 'Partenaires publics' };
const publicPartners: Question = {
  ...of('partenaires-publics', 'partenaires', PUBLICS),
  answers: ({ partenaires }) => {
    if (partenaires.length === 0) return [];
    return partenaires.some((one) => (PARTENAIRES_PUBLICS as readonly string[]).includes(one))
      ? ['publics']
      : ['aucun'];
  },
};
const yesNo = (column: Question['column'], label: string): Sheet => ({
  id: column,
  group: 'Engagements',
  question: of(column, column, { true: label }),
  codes: ['true'],
});
const each = (group: string, question: Question, codes: readonly string[]): readonly Sheet[] =>
  codes.map((code) => ({ id: `${question.id}-${code}`, group, question, codes: [code] }));

const SHEETS: readonly Sheet[] = [
  {
    id: 'milieu',
    group: 'Où',
    title: 'Milieu',
    question: of('milieu', 'milieu', MILIEUX, true),
    codes: Object.keys(MILIEUX),
  },
  ...each('Activités', activities, ['coworking', 'culture', 'fablab', 'atelier-artisanal']),
  ...each('Partenaires', publicPartners, ['publics']),
  ...each('Partenaires', partners, ['enseignement', 'insertion']),
  yesNo('mediation_numerique', 'Médiation numérique'),
  yesNo('convention_publique', 'Convention avec une collectivité'),
  yesNo('tarif_solidaire', 'Tarif solidaire'),
  yesNo('energie_suivie', 'Consommations d’énergie suivies'),
];

/** The answers that a sheet shows; where they share it, with the total that they make. */
const codesOf = ({ title, codes }: Sheet): readonly string[] => (title ? [...codes, TOTAL] : codes);

const withoutTotal = (table: PublishedTable): PublishedTable => ({
  ...table,
  rows: table.rows.filter(({ key }) => !key.reponse?.endsWith(`/${TOTAL}`)),
  sums: [],
});

/** The answers of the latest wave, on a hundred squares sorted anew by each question. */
export const figure = defineFigure({
  id: 'enquete-cent-reponses',
  title: 'Sur cent réponses, ce que dit chaque question du recensement',
  theme: 'combien',
  broad: true,
  uses: ['enquete'],
  scopes: { territoires: 'région', millesimes: 'un' },
  rows: (data, scope) => {
    const sheets = SHEETS.map((sheet) => ({ ...sheet, answering: answeringRows(data.enquete, sheet.question) })).filter(
      ({ answering }) => answering.length >= LEAST_BASE,
    );
    const measure = answersColumn(true);
    const keyOf = (sheet: Sheet, code: string) => `${sheet.id}/${code}`;
    const labels = SHEETS.flatMap((sheet) =>
      codesOf(sheet).map((code) => [keyOf(sheet, code), sheet.question.options[code] ?? 'Ensemble']),
    );
    const rows = sheets.flatMap((sheet) => codesOf(sheet).map((code) => ({ sheet, code })));
    const indexOf = (id: string, code: string) => rows.findIndex((row) => row.sheet.id === id && row.code === code);
    return {
      main: {
        columns: [
          { id: 'reponse', title: 'Réponse', role: 'key', labels: Object.fromEntries(labels) },
          { id: 'question', title: 'Question', role: 'attribute' },
          measure,
        ],
        rows: rows.map(({ sheet, code }) => ({
          key: { reponse: keyOf(sheet, code) },
          attributes: { question: sheet.group, bloc: sheet.id },
          cells: { [measure.id]: answerCell(sheet.answering, sheet.question, code, true) },
        })),
        // The parts of one choice make a whole: were one hidden, the others would give it back.
        sums: sheets
          .filter(({ title }) => title)
          .map(({ id, codes }) => ({
            total: [indexOf(id, TOTAL), measure.id] as const,
            parts: codes.map((code) => [indexOf(id, code), measure.id] as const),
          })),
        champ: surveyChamp(data, scope),
        sources: surveySources(data),
      },
    };
  },
  subtitle: ({ main }) => `${describeAnswers(main)}. Un carré vaut un centième des réponses. ${SQUARES_ARE_ANSWERS}`,
  reading: ({ main }) => {
    const row = main.rows.find(({ attributes }) => !SHEETS.find(({ id }) => id === attributes?.bloc)?.title);
    return row
      ? `${listValues(main, 'reponse', [row])} ; ces carrés sont pleins, les autres creux`
      : 'Chaque carré est une réponse';
  },
  quote: ({ main }) => {
    const known = main.rows.filter(({ cells }) => cells.part?.value != null);
    const activity = (row: PublishedRow) => activitiesSaid[row.key.reponse?.split('/').at(-1) ?? ''];
    const row = known.find(activity);
    const text = row && quoteAnswer(main, row, 'reponse', { [row.key.reponse!]: activity(row)! });
    return text === undefined ? undefined : { text };
  },
  summary: ({ main }) =>
    `Un bloc de cent carrés par question, rempli selon les réponses. ${listValues(withoutTotal(main), 'reponse')}.`,
  draw: ({ main }, frame) =>
    squares(
      withoutTotal(main),
      {
        category: 'reponse',
        value: 'part',
        question: 'bloc',
        titleOf: (bloc) => SHEETS.find(({ id }) => id === bloc)?.title ?? bloc,
        groupOf: ({ attributes }) => String(attributes?.question),
      },
      frame,
    ),
});
