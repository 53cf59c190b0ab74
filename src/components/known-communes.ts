import type { Lieu } from '../datasets/lieux.ts';
import type { Territoire } from '../datasets/settings.ts';
import { partitionOf, territoryOf } from '../datasets/territories.ts';
import type { Observatory } from '../observatory/index.ts';

/** Communes with known places; those outside every territory, and places of an unknown commune, come last without territory. */
interface KnownTerritory {
  readonly territoire: Territoire | undefined;
  readonly communes: readonly { readonly nom: string; readonly places: readonly Lieu[] }[];
}

/** The communes that have known places, by territory of the partition: what the page says without a script. */
export function knownCommunes(
  observatory: Pick<Observatory, 'lieux' | 'geography' | 'settings'>,
): readonly KnownTerritory[] {
  const byTerritory = Map.groupBy(observatory.lieux, (lieu) => territoryOf(lieu, observatory));
  return [...partitionOf(observatory), undefined].flatMap((territoire) => {
    const places = byTerritory.get(territoire) ?? [];
    const communes = [
      ...Map.groupBy(places, ({ commune, code_insee }) => `${commune ?? ''}/${code_insee ?? ''}`).values(),
    ]
      .map((own) => ({ nom: own[0]!.commune ?? '', places: own.toSorted((a, b) => compareNames(a.nom, b.nom)) }))
      .sort((a, b) => compareNames(a.nom, b.nom));
    return communes.length > 0 ? [{ territoire, communes }] : [];
  });
}

function compareNames(a: string, b: string): number {
  return a.localeCompare(b, 'fr', { numeric: true });
}
