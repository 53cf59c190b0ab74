import { splitNumber } from '../components/split-number.ts';
import { nameMillesime } from '../datasets/millesimes.ts';
import type { Source } from '../model/table.ts';
import type { Observatory } from '../observatory/index.ts';
import { lowerFirst, upperFirst } from '../text/sentence.ts';

/** A number to be read from far, and what is read from near: what it counts, among whom; who says so is said elsewhere. */
export interface BigNumber {
  readonly precision: string;
  readonly number: string;
  readonly label: string;
  readonly champ: string;
  readonly sources: readonly Source[];
}

/** Indicators of the survey, most telling first. */
const OF_SURVEY = ['enquete-emplois', 'enquete-structures', 'enquete-membres', 'enquete-benevoles', 'enquete-surface'];

/** Published series that say the same until a survey does; of each the first number of the region. */
const PUBLISHED = [
  { serie: 'emplois', unite: 'emplois' },
  { serie: 'structures', unite: 'structures' },
  { serie: 'participants', modalite: 'adherents' },
  { serie: 'participants', modalite: 'contributeurs' },
  { serie: 'montant-regional', unite: '€' },
] as const;

/** At most so many numbers: the survey's own where there is one, else those published elsewhere, which are of the region only. */
export function chooseNumbers(observatory: Observatory, most: number, territoire?: string): readonly BigNumber[] {
  const hasSurvey = observatory.resources.some(({ dataset }) => dataset === 'enquete');
  const ids = hasSurvey ? OF_SURVEY : territoire === undefined ? publishedIds(observatory) : [];
  return ids
    .map((id) => viewNumber(observatory, id, territoire))
    .filter(({ number }) => /\d/.test(number))
    .slice(0, most);
}

function publishedIds({ reperes }: Observatory): readonly string[] {
  const chosen = PUBLISHED.map((wished) =>
    reperes
      .filter(({ territoire }) => territoire === 'region')
      .find((repere) =>
        Object.entries(wished).every(([column, code]) => repere[column as keyof typeof repere] === code),
      ),
  );
  return chosen.flatMap((repere) => (repere ? `reperes/${repere.id}` : []));
}

/** People are called by what they are there, not "personnes". */
function viewNumber(observatory: Observatory, id: string, territoire: string | undefined): BigNumber {
  const { text, title, champ, sources } = observatory.value(id, territoire === undefined ? {} : { territoire });
  const { precision, number, noun } = splitNumber(text);
  const isSaidByTitle = noun === '' || noun.startsWith('personne');
  const label = isSaidByTitle ? lowerFirst(title) : noun;
  return {
    precision,
    number,
    label,
    champ: lowerFirst(champ) === label ? '' : upperFirst(champ),
    sources: sources.map(({ millesime, ...source }) => ({
      ...source,
      ...(millesime ? { millesime: nameMillesime(observatory.settings, millesime) } : {}),
    })),
  };
}
