import { makePrintable } from '../csv/printable.ts';
import { writeCsv } from '../csv/write.ts';
import { quote } from '../report/terminal.ts';
import { plural } from '../text/plural.ts';
import { isChanging, type Target } from './plan.ts';
import type { Paragraph, ToldLine } from './tell-line.ts';

/** Lines shown of what would be written. */
const SHOWN = 3;
/** Characters shown of such a line. */
const LONGEST = 400;

/** What becomes of one file of ours: its counts, then each cell that changes; with `preview`, the first lines it gets. */
export function tellTarget(target: Target, preview: boolean): Paragraph {
  const { name, isNew, merged } = target;
  const { added, changed, unchanged, kept, removed, withdrawn, spared } = merged;
  const counts = isNew
    ? plural(added.length, 'ligne', 'lignes')
    : [
        plural(added.length, 'ligne ajoutée', 'lignes ajoutées'),
        plural(changed.length, 'modifiée', 'modifiées'),
        plural(unchanged, 'inchangée', 'inchangées'),
        removed > 0 ? plural(removed, 'enlevée', 'enlevées') : plural(kept, 'gardée', 'gardées'),
      ].join(', ');
  const state = isNew ? ' (nouveau)' : isChanging(target) ? '' : ' reste tel quel';
  return [
    { indent: 0, text: `${name}${state}\u00a0: ${counts}`, style: 'bold' },
    ...(withdrawn > 0
      ? [
          {
            indent: 2,
            text: `${plural(withdrawn, 'lieu retiré, laissé tel quel', 'lieux retirés, laissés tels quels')}`,
          },
        ]
      : []),
    ...(spared > 0
      ? [
          {
            indent: 2,
            text: `${plural(spared, 'cellule vide', 'cellules vides')} dans l’import\u00a0: ce qui est en place reste`,
          },
        ]
      : []),
    ...tellChanges(target),
    ...(preview ? tellPreview(target) : []),
  ];
}

function tellChanges({ dataset: { key }, merged }: Target): ToldLine[] {
  return merged.changed.flatMap(({ line, cells }) => {
    const names = key.flatMap((id) => String((line.row as Readonly<Record<string, unknown>>)[id] ?? '') || []);
    return [
      { indent: 2, text: makePrintable(names.join(', '), LONGEST) },
      ...cells.map(({ title, before, after }) => ({
        indent: 4,
        text: `${title}\u00a0: ${tellText(before)} → ${tellText(after)}`,
      })),
    ];
  });
}

function tellText(text: string): string {
  return text === '' ? '(vide)' : quote(makePrintable(text));
}

function tellPreview({ merged: { records, added } }: Target): ToldLine[] {
  const [header = []] = records;
  if (added.length === 0) return [];
  const first = records.length - added.length;
  const shown = records.slice(first, first + SHOWN);
  return [
    { indent: 2, text: 'premières lignes ajoutées', style: 'dim' },
    ...[header, ...shown].map((cells) => ({
      indent: 4,
      text: makePrintable(writeCsv([cells]).slice(1, -2), LONGEST),
      long: 'cut' as const,
    })),
  ];
}
