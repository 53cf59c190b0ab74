import { squares } from '../charts/squares.ts';
import { ACTIVITES, MILIEUX, PARTENAIRES, PARTENAIRES_PUBLICS } from '../datasets/enquete-options.ts';
import { LEAST_BASE } from '../model/least-base.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { answerCell, answeringRows, answersColumn, type Question } from './survey-question.ts';
import { surveyChamp, surveySources } from './survey-wave.ts';
import { describeAnswers, SQUARES_ARE_ANSWERS } from './survey-words.ts';

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
      sheet.codes.map((code) => [keyOf(sheet, code), sheet.question.options[code] ?? code]),
    );
    return {
      main: {
        columns: [
          { id: 'reponse', title: 'Réponse', role: 'key', labels: Object.fromEntries(labels) },
          { id: 'question', title: 'Question', role: 'attribute' },
          measure,
        ],
        rows: sheets.flatMap((sheet) =>
          sheet.codes.map((code) => ({
            key: { reponse: keyOf(sheet, code) },
            attributes: { question: sheet.group, bloc: sheet.id },
            cells: { [measure.id]: answerCell(sheet.answering, sheet.question, code, true) },
          })),
        ),
        sums: [],
        champ: surveyChamp(data, scope),
        sources: surveySources(data),
      },
    };
  },
  subtitle: ({ main }) => `${describeAnswers(main)}. Un carré pour 1 %. ${SQUARES_ARE_ANSWERS}`,
  reading: ({ main }) => {
    const row = main.rows.find(({ attributes }) => !SHEETS.find(({ id }) => id === attributes?.bloc)?.title);
    return row
      ? `${listValues(main, 'reponse', [row])} ; ces carrés sont pleins, les autres creux`
      : 'Chaque carré est une réponse';
  },
  summary: ({ main }) =>
    `Un bloc de cent carrés par question, rempli selon les réponses. ${listValues(main, 'reponse')}.`,
  draw: ({ main }, frame) =>
    squares(
      main,
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
