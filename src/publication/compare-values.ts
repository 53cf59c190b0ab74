import { reperes as dataset, type Repere, UNITES } from '../datasets/reperes.ts';
import { indicators } from '../indicators/index.ts';
import { typo } from '../text/typography.ts';
import { type CellChange, compareWords, type Finding, findingOf } from './change.ts';
import { compareCells } from './compare-cells.ts';
import { compareScopes } from './compare-figures.ts';
import { withoutNumbers } from './compare-tables.ts';
import { publishedCellOf } from './repere-numbers.ts';
import type { Side } from './side.ts';
import { REPERE } from './thing.ts';

/** What differs in each number that a text may quote: those we compute, then those published elsewhere. */
export function compareValues(before: Side, after: Side): readonly Finding[] {
  return [...compareIndicators(before, after), ...compareReperes(before, after)];
}

function compareIndicators(before: Side, after: Side): readonly Finding[] {
  return indicators.map(({ id, title }) => {
    const { cells, breaks, notes } = compareScopes('valeur', id, before, after);
    return findingOf({ kind: 'valeur', id }, typo(title), { cells, breaks, notes });
  });
}

/** Columns of a published number that make another series of it when they change, and how the break is said. */
const SERIES = {
  champ: 'le champ change',
  source: 'la source change',
  statut: 'le statut du nombre change',
  millesime: 'l’année du nombre change',
  territoire: 'le périmètre change',
  serie: 'le nombre passe dans une autre série',
  unite: 'l’unité change',
} as const satisfies Partial<Record<keyof Repere, string>>;

/** Said with the number itself. */
const IN_THE_NUMBER = ['id', 'valeur', 'unite', 'precision'];

function compareReperes(before: Side, after: Side): readonly Finding[] {
  const [old, now] = [before, after].map(({ observatory }) => new Map(observatory.reperes.map((row) => [row.id, row])));
  const { seuil } = after.observatory.settings.comparaison;
  return [...new Set([...now!.keys(), ...old!.keys()])].map((id) => compareRepere(old!.get(id), now!.get(id), seuil));
}

function compareRepere(before: Repere | undefined, after: Repere | undefined, threshold: number): Finding {
  const row = (after ?? before)!;
  const thing = { kind: 'valeur', id: `${REPERE}${row.id}` } as const;
  const cells = cellsOf(before, after, threshold);
  if (!before || !after) return findingOf(thing, row.libelle, { state: before ? 'retiré' : 'nouveau', cells });
  const breaks = Object.entries(SERIES).flatMap(([id, sentence]) => {
    const [old, now] = [before[id as keyof Repere] ?? '', after[id as keyof Repere] ?? ''];
    return withoutNumbers(old, id) === withoutNumbers(now, id) ? [] : [sentence];
  });
  const words = Object.entries(dataset.columns)
    .filter(([id]) => !IN_THE_NUMBER.includes(id))
    .map(([id, { meta, options }]) => {
      const read = (of: Repere) => {
        const value = of[id as keyof Repere];
        return (options as Readonly<Record<string, string>> | undefined)?.[String(value)] ?? value;
      };
      return [meta.title, read(before), read(after)] as const;
    });
  return findingOf(thing, row.libelle, { cells, breaks, words: compareWords(words) });
}

function cellsOf(before: Repere | undefined, after: Repere | undefined, threshold: number): readonly CellChange[] {
  const row = (after ?? before)!;
  const isSameUnit = !before || !after || before.unite === after.unite;
  const cell = (repere: Repere | undefined) => repere && publishedCellOf(repere);
  const found = compareCells(cell(before), cell(after), UNITES[row.unite], threshold);
  if (!found) return [];
  const difference = isSameUnit
    ? found
    : {
        ...found,
        before: compareCells(cell(before), undefined, UNITES[before.unite], threshold)?.before,
        difference: undefined,
        jump: false,
      };
  const { millesime } = row;
  return [{ what: row.libelle, where: '', scope: millesime ? { millesime } : {}, breaks: [], ...difference }];
}
