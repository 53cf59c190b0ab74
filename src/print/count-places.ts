import type { Repere } from '../datasets/reperes.ts';
import { UNITES } from '../datasets/reperes.ts';
import type { Precision } from '../model/unit.ts';
import type { Observatory } from '../observatory/index.ts';
import { plural } from '../text/plural.ts';
import { formatValue } from '../text/value.ts';

/** How many places there are to count, in words with who says so; none where nobody says it. */
export interface PlacesToCount {
  /** Places of the directory. */
  readonly known: number;
  /** Places that are counted but not in the directory. */
  readonly missing: number;
  /** "environ 300 lieux", "environ 280 lieux", and who says so, when. */
  readonly counted?: {
    readonly all: string;
    readonly missing: string;
    readonly precision: Precision;
    readonly source: string;
  };
  /** "20 lieux". */
  readonly knownInWords: string;
}

type Counted = Pick<Observatory, 'lieux' | 'reperes' | 'resources' | 'settings'>;

/** The places of the directory, beside the universe that its file states, else the last count that the network published for the region. */
export function countPlaces({ lieux, reperes, resources, settings }: Counted): PlacesToCount {
  const known = lieux.length;
  const knownInWords = plural(known, 'lieu', 'lieux');
  const register = resources.find(({ dataset, univers }) => dataset === 'lieux' && univers !== null);
  const count = lastCountOf(settings.reseau.nom, reperes);
  const found = register
    ? { value: register.univers!, precision: 'exact' as const, source: register.source.label }
    : count && {
        value: count.valeur,
        precision: count.precision,
        source: [count.source, count.millesime].filter(Boolean).join(', '),
      };
  if (!found || found.value <= known) return { known, missing: 0, knownInWords };
  const say = (value: number) => formatValue(value, UNITES.lieux, { precision: found.precision });
  const missing = found.value - known;
  const { precision, source } = found;
  return { known, missing, knownInWords, counted: { all: say(found.value), missing: say(missing), precision, source } };
}

/** The network's own count of the whole region whose year ends last, then begins last. */
function lastCountOf(network: string, reperes: readonly Repere[]): Repere | undefined {
  const yearsOf = ({ millesime }: Repere) => {
    const [start = '', end = start] = (millesime ?? '').split('-');
    return `${end}-${start}`;
  };
  return reperes
    .filter(({ serie, unite, territoire, modalite, source }) => {
      const isCount = serie === 'nombre-de-lieux' && unite === 'lieux';
      return isCount && territoire === 'region' && modalite === null && source.includes(network);
    })
    .toSorted((a, b) => yearsOf(a).localeCompare(yearsOf(b)))
    .at(-1);
}
