import { squares } from '../charts/squares.ts';
import type { Repere } from '../datasets/reperes.ts';
import { defineFigure } from './define.ts';
import { listValues } from './list-values.ts';
import { selectReperes, tableOfReperes } from './reperes-table.ts';
import { quoteShare } from './state-share.ts';
import { statedActivities } from './stated-activities.ts';
import { sharesSubtitle } from './subtitle-of.ts';
import { SQUARES_ARE_ANSWERS } from './survey-words.ts';

/** The series that share their respondents, with what each asks; the answers of one choice a place share a block, `single` names it. */
const QUESTIONS = [
  { serie: 'localisation', group: 'Où', single: 'Milieu' },
  { serie: 'activites', group: 'Activités', single: undefined },
  { serie: 'partenaires', group: 'Partenaires', single: undefined },
] as const;

/** All answers published of one census, on a hundred squares sorted anew by each question. */
export const figure = defineFigure({
  id: 'cent-reponses',
  title: 'Cent réponses, triées à nouveau par chaque question',
  question: 'Que répondent les lieux de la région, question par question ?',
  theme: 'combien',
  broad: true,
  uses: ['reperes'],
  scopes: { territoires: 'région', millesimes: 'tous' },
  rows: ({ reperes }) => ({
    main: tableOfReperes(
      QUESTIONS.flatMap(({ serie }) =>
        selectReperes(reperes, { serie, territoire: 'region', unite: '%' }).filter(({ base }) => base !== null),
      ),
      { title: 'Réponse', attributes: (repere) => ({ bloc: blockOf(repere), question: groupOf(repere) }) },
    ),
  }),
  subtitle: ({ main }) => `${sharesSubtitle(main)}. ${SQUARES_ARE_ANSWERS}`,
  reading({ main }) {
    const row = main.rows.find(({ attributes }) => attributes?.bloc !== attributes?.serie) ?? main.rows[0];
    return row
      ? `${listValues(main, 'repere', [row])} ; ces carrés sont pleins, les autres creux.`
      : 'Chaque carré est une réponse.';
  },
  quote({ main }) {
    const activities = main.rows.filter(
      ({ attributes, cells }) => attributes?.serie === 'activites' && cells.part?.value != null,
    );
    return quoteShare({ ...main, rows: activities }, { measure: 'part', predicates: statedActivities });
  },
  summary: ({ main }) =>
    `Un bloc de cent carrés par question, rempli selon les réponses. ${listValues(main, 'repere')}.`,
  draw: ({ main }, frame) =>
    squares(
      main,
      {
        category: 'repere',
        value: 'part',
        question: 'bloc',
        titleOf: (bloc) => QUESTIONS.find(({ serie }) => serie === bloc)?.single ?? bloc,
        groupOf: ({ attributes }) => String(attributes?.question),
      },
      frame,
    ),
});

const questionOf = ({ serie }: Repere) => QUESTIONS.find((question) => question.serie === serie)!;

function blockOf(repere: Repere): string {
  return questionOf(repere).single ? repere.serie : repere.id;
}

const groupOf = (repere: Repere): string => questionOf(repere).group;
