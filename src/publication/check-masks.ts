import { join } from 'node:path';
import type { Fault } from '../csv/fault.ts';
import type { Data } from '../datasets/data.ts';
import { nameFile } from '../datasets/files.ts';
import { figures } from '../figures/index.ts';
import { indicators } from '../indicators/index.ts';
import { type FrozenYear, publicationsFolder } from '../observatory/frozen-years.ts';
import { addressOfTable, submissionsOf, thresholdsOf } from '../observatory/publish-all.ts';
import { ALL } from '../observatory/scopes.ts';
import { enumerate } from '../text/list.ts';
import { plural } from '../text/plural.ts';
import type { Compared } from './compared.ts';
import type { Side } from './side.ts';
import { countWorkedOut, masksDiffer } from './telling-masks.ts';

/** As many figures are named. */
const MOST_NAMES = 3;

/** Masks that moved may give back, with what is frozen, what each side hides: looked at only where they did. */
export function checkMasks(
  { millesime }: FrozenYear,
  pairs: readonly Compared[],
  { side, data, content }: { readonly side: Side; readonly data: Data; readonly content: string },
): readonly Fault[] {
  const others = pairs.filter(({ frozen, live }) => masksDiffer(frozen, live));
  if (others.length === 0) return [];
  const territoire = data.settings.region.id;
  const kept = pairs.map(({ thing: { kind, id }, frozen }) => {
    const scope = { millesime: frozen.isOverAll ? ALL : millesime, territoire };
    return [addressOfTable(kind === 'figure' ? kind : 'valeur', id, scope, frozen.name), frozen] as const;
  });
  const today = side.published.flatMap(({ kind, id, scope, tables }) =>
    Object.entries(tables).map(([name, table]) => [addressOfTable(kind, id, scope, name), table] as const),
  );
  const submissions = submissionsOf(data, figures, indicators);
  const found = countWorkedOut(new Map(kept), new Map(today), submissions, thresholdsOf(data.settings));
  return found === 0
    ? []
    : [describe(millesime, content, found, new Set(others.map(({ thing }) => `« ${thing.id} »`)))];
}

/** The first ones: the others are like them. */
function nameSome(names: readonly string[]): readonly string[] {
  return names.length <= MOST_NAMES
    ? names
    : [...names.slice(0, MOST_NAMES), plural(names.length - MOST_NAMES, 'autre figure', 'autres figures')];
}

function describe(millesime: string, content: string, found: number, names: ReadonlySet<string>): Fault {
  return {
    level: 'erreur',
    file: nameFile(join(publicationsFolder(content), millesime)),
    problem: `lus ensemble, les tableaux figés et ceux du jour rendent ${plural(found, 'nombre', 'nombres')} que le secret masque : dans ${enumerate(nameSome([...names]))}, les cases masquées ne sont plus les mêmes`,
    expected:
      'les cases masquées telles qu’elles étaient : remettez ce qui les a changées (un seuil, un découpage, une figure ajoutée) ; ou, dans errata.yaml, le retrait de ces figures figées (« retrait: true »)',
  };
}
