import { foldName } from '../text/fold.ts';

/** The communes of the region as the browser gets them: short, since all of them travel at once. */
export interface CommuneList {
  /** Territories that divide the region: id and name. */
  readonly territoires: readonly (readonly [id: string, nom: string])[];
  /** Names of the intercommunalités. */
  readonly epci: readonly string[];
  /** Most inhabitants first: of communes that match alike, this order proposes those that most people mean. */
  readonly communes: readonly ListedCommune[];
}

/** A commune: ranks in the lists above, −1 where unknown; former names and degrees only where there are some. */
export type ListedCommune = readonly [
  code: string,
  nom: string,
  codesPostaux: string,
  territoire: number,
  epci: number,
  anciensNoms?: readonly string[],
  latitude?: number,
  longitude?: number,
];

/** A commune that what was typed may mean, and the former name or the postal code by which it was found. */
export interface FoundCommune {
  readonly commune: ListedCommune;
  readonly by: string;
}

/** The communes that a name or a code may mean: the whole name first, then its beginning, then that of one of its words. */
export function findCommunes(typed: string, { communes }: Pick<CommuneList, 'communes'>, most = 8): FoundCommune[] {
  const wanted = foldName(typed);
  if (wanted === '') return [];
  const found = communes.flatMap((commune) => {
    const best = /^\d[\dab]*$/.test(wanted.replace(/ /g, ''))
      ? matchCode(wanted.replace(/ /g, ''), commune)
      : matchName(wanted, commune);
    return best ? [{ commune, ...best }] : [];
  });
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ commune, by }) => ({ commune, by }));
}

interface Match {
  readonly rank: number;
  readonly by: string;
}

/** Of two names the current one is told first, and of two codes the postal one. */
const LESS = 0.5;

function matchName(wanted: string, [, nom, , , , anciensNoms = []]: ListedCommune): Match | undefined {
  return [{ name: nom, by: '' }, ...anciensNoms.map((name) => ({ name, by: name }))]
    .flatMap(({ name, by }) => {
      const rank = rankName(wanted, foldName(name));
      return rank === undefined ? [] : [{ rank: rank + (by ? LESS : 0), by }];
    })
    .sort((a, b) => a.rank - b.rank)[0];
}

function rankName(wanted: string, name: string): number | undefined {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return ` ${name}`.includes(` ${wanted}`) ? 2 : undefined;
}

function matchCode(wanted: string, [code, , codesPostaux]: ListedCommune): Match | undefined {
  const postal = codesPostaux.split(' ').find((one) => one !== '' && one.startsWith(wanted));
  if (postal) return { rank: postal === wanted ? 0 : 1, by: postal };
  return code.toLowerCase() === wanted ? { rank: LESS, by: code } : undefined;
}
