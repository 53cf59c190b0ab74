import type { Data } from '../datasets/data.ts';
import type { Reponse } from '../datasets/enquete.ts';
import type { Lieu } from '../datasets/lieux.ts';
import { millesimesOf, nameMillesime } from '../datasets/millesimes.ts';
import { orderNames } from '../text/order-names.ts';
import type { Link } from './links.ts';

/** What is known of a place's answer to a wave, as the team reads it. */
export const STATUSES = { oui: 'a répondu', non: 'n’a pas répondu', inconnu: 'lien inconnu' } as const;

/** What is known of a place's answer to a wave. */
type Status = keyof typeof STATUSES;

/** In which order places are called: those who know the survey first, those who answered last. */
export const GROUPS = ['avant', 'jamais', 'verifier', 'repondu'] as const;

/** Why a place is called, or not. */
export type Group = (typeof GROUPS)[number];

/** A wave, and what readers call it. */
export interface Wave {
  readonly millesime: string;
  readonly nom: string;
}

/** A place of the directory and its answers, one status a wave, in the order of the waves. */
export interface FollowedPlace {
  readonly lieu: Lieu;
  readonly departement: string | null;
  /** The name of the cercle that the place stated. */
  readonly cercle: string | null;
  readonly statuses: readonly Status[];
  /** The last wave that it answered. */
  readonly last: Wave | null;
  readonly group: Group;
}

/** A respondent that no place of the directory is known to be. */
export interface Stranger {
  readonly id_unite: string;
  readonly nom: string | null;
  readonly commune: string | null;
  readonly waves: readonly Wave[];
  /** True where the team has said that the directory does not hold it. */
  readonly isOutside: boolean;
  readonly proches: string | null;
}

/** Who answered and who did not. */
export interface FollowUp {
  readonly waves: readonly Wave[];
  /** The wave that is being collected; none where there is no survey at all. */
  readonly current: Wave | null;
  /** In the order of calls: by group, département, commune, name. */
  readonly places: readonly FollowedPlace[];
  readonly strangers: readonly Stranger[];
  /** Answers received, wave by wave, whoever they come from. */
  readonly answers: readonly number[];
}

/**
 * Who answered each wave among the places of the directory. `wave` names the one that is being collected, even before its
 * first answer; the latest unless told. A place is « lien inconnu » where somebody of its commune answered whom no link
 * names yet: it could be this place. Withdrawn places are in no list.
 */
export function followUp(data: Data, links: readonly Link[], wave?: string): FollowUp {
  const millesimes = millesimesOf([...data.enquete, ...(wave === undefined ? [] : [{ millesime: wave }])]);
  const waves = millesimes.map((millesime) => ({ millesime, nom: nameMillesime(data.settings, millesime) }));
  const current = waves.find(({ millesime }) => millesime === wave) ?? waves.at(-1) ?? null;
  const linkOf = new Map(links.map((link) => [link.id_unite, link]));
  const byWave = waves.map(({ millesime }) => sortAnswers(data, millesime, linkOf));
  const places = data.lieux.map((lieu) => followPlace(lieu, data, waves, current, byWave));
  return {
    waves,
    current,
    places: places.sort(compareCalls),
    strangers: findStrangers(data, linkOf, waves),
    answers: byWave.map(({ count }) => count),
  };
}

/** The answers to one wave: by place where a link says it, else by commune where nobody has said that they are outside. */
interface WaveAnswers {
  readonly count: number;
  readonly byPlace: ReadonlyMap<string, Reponse>;
  readonly doubtful: ReadonlySet<string>;
}

function sortAnswers({ enquete }: Data, millesime: string, linkOf: ReadonlyMap<string, Link>): WaveAnswers {
  const rows = enquete.filter((row) => row.millesime === millesime);
  const linked = rows.map((row) => ({ row, link: linkOf.get(row.id_unite) }));
  return {
    count: rows.length,
    byPlace: new Map(linked.flatMap(({ row, link }) => (link?.lieu ? [[link.lieu, row] as const] : []))),
    doubtful: new Set(
      linked.filter(({ link }) => !link?.lieu && link?.lien !== 'hors-annuaire').map(({ row }) => row.code_insee),
    ),
  };
}

function followPlace(
  lieu: Lieu,
  data: Data,
  waves: readonly Wave[],
  current: Wave | null,
  byWave: readonly WaveAnswers[],
): FollowedPlace {
  const statuses = byWave.map((answers) => statusOf(lieu, answers));
  const given = byWave.flatMap(({ byPlace }) => byPlace.get(lieu.id) ?? []);
  const cercle = lieu.cercle ?? given.at(-1)?.cercle ?? null;
  const answered = waves.filter((_, index) => statuses[index] === 'oui');
  return {
    lieu,
    departement: departementOf(lieu.code_insee, data),
    cercle: data.settings.territoires.find(({ id }) => id === cercle)?.nom ?? cercle,
    statuses,
    last: answered.at(-1) ?? null,
    group: groupOf(current === null ? 'non' : statuses[waves.indexOf(current)]!, answered.length > 0),
  };
}

function statusOf({ id, code_insee }: Lieu, { byPlace, doubtful }: WaveAnswers): Status {
  if (byPlace.has(id)) return 'oui';
  const isDoubtful = code_insee === null ? doubtful.size > 0 : doubtful.has(code_insee);
  return isDoubtful ? 'inconnu' : 'non';
}

function groupOf(status: Status, hasAnswered: boolean): Group {
  if (status === 'oui') return 'repondu';
  if (status === 'inconnu') return 'verifier';
  return hasAnswered ? 'avant' : 'jamais';
}

/** The name of a commune's département; its code where the settings do not name it. */
function departementOf(code: string | null, { geography, settings }: Data): string | null {
  const departement = geography.communes.get(code ?? '')?.departement;
  const named = settings.territoires.find((one) => one.type === 'departement' && one.code === departement);
  return named?.nom ?? departement ?? null;
}

function compareCalls(a: FollowedPlace, b: FollowedPlace): number {
  const order = (one: string | null, other: string | null) =>
    Number(one === null) - Number(other === null) || orderNames(one ?? '', other ?? '');
  return (
    GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) ||
    order(a.departement, b.departement) ||
    order(a.lieu.commune, b.lieu.commune) ||
    order(a.lieu.nom, b.lieu.nom)
  );
}

function findStrangers(data: Data, linkOf: ReadonlyMap<string, Link>, waves: readonly Wave[]): readonly Stranger[] {
  const unlinked = data.enquete.filter(({ id_unite }) => !linkOf.get(id_unite)?.lieu);
  return [...Map.groupBy(unlinked, ({ id_unite }) => id_unite)]
    .map(([id_unite, rows]) => {
      const link = linkOf.get(id_unite);
      const commune = data.geography.communes.get(rows.at(-1)!.code_insee)?.nom ?? null;
      return {
        id_unite,
        nom: link?.nom ?? null,
        commune: link?.commune ?? commune,
        waves: waves.filter(({ millesime }) => rows.some((row) => row.millesime === millesime)),
        isOutside: link?.lien === 'hors-annuaire',
        proches: link?.proches ?? null,
      };
    })
    .sort((a, b) => Number(a.isOutside) - Number(b.isOutside) || a.id_unite.localeCompare(b.id_unite));
}
