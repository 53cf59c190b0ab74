import { filePaletteOf } from '../../src/charts/palette.ts';
import type { Frame } from '../../src/model/drawing.ts';
import type { PublishedCell, PublishedTable } from '../../src/model/table.ts';
import type { Unit } from '../../src/model/unit.ts';

/** A published table for tests: `[key, value or cell, attributes]` a row. */
export function tableOf(
  keys: readonly string[],
  unit: Unit,
  rows: readonly (readonly [
    key: string,
    cells: Record<string, number | Partial<PublishedCell>> | number | Partial<PublishedCell>,
    attributes?: Record<string, string | number | null>,
  ])[],
  labels: Record<string, Record<string, string>> = {},
): PublishedTable {
  const cellOf = (cell: number | Partial<PublishedCell>): PublishedCell => {
    const kind = unit === '%' ? 'share' : unit === '€' ? 'sum' : 'count';
    return typeof cell === 'number' ? { kind, value: cell } : { kind, value: null, ...cell };
  };
  const isCell = (cells: object) => 'value' in cells || 'sign' in cells;
  const measure = keys.includes('de') ? 'montant' : 'valeur';
  const measures = new Set<string>();
  const made = rows.map(([key, cells, attributes]) => {
    const named =
      typeof cells === 'number' || isCell(cells)
        ? { [measure]: cells as number | Partial<PublishedCell> }
        : (cells as Record<string, number | Partial<PublishedCell>>);
    for (const name of Object.keys(named)) measures.add(name);
    return {
      key: Object.fromEntries(key.split('|').map((code, i) => [keys[i]!, code])),
      ...(attributes ? { attributes } : {}),
      cells: Object.fromEntries(Object.entries(named).map(([name, cell]) => [name, cellOf(cell)])),
    };
  });
  return {
    columns: [
      ...keys.map((id) => ({ id, title: id, role: 'key' as const, ...(labels[id] ? { labels: labels[id] } : {}) })),
      ...[...(measures.size ? measures : ['valeur', 'montant'])].map((id) => ({
        id,
        title: id,
        role: 'measure' as const,
        unit,
      })),
    ],
    rows: made,
    sums: [],
    champ: 'Lieux répondants',
    sources: [],
  } as unknown as PublishedTable;
}

export const frameOf = (width: number, more: Partial<Frame> = {}): Frame => ({
  id: 'essai',
  width,
  medium: 'file',
  palette: filePaletteOf(false),
  demonstration: false,
  ...more,
});
