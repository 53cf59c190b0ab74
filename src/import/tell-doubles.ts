import { makePrintable } from '../csv/printable.ts';
import { quote } from '../report/terminal.ts';
import { formatNumber } from '../text/number.ts';
import { plural } from '../text/plural.ts';
import type { Candidate, Double } from './find-doubles.ts';
import { nameRows } from './left-rows.ts';
import type { Paragraph, ToldLine } from './tell-line.ts';

const REASONS: Readonly<Record<Double['reason'], string>> = {
  'same-name': 'même nom, même commune',
  'near-name': 'nom proche, même commune',
  'near-place': 'nom proche, à moins de 150 m',
  'same-door': 'autre nom, même endroit\u00a0: souvent deux lieux sous un toit',
};

/** More pairs of one kind than this are counted. */
const SHOWN = 25;

/** Likely doubles, two lines each, and what to type to leave the second of each pair out. */
export function tellDoubles(
  doubles: readonly Double[],
  left: ReadonlyMap<string, ReadonlySet<number>>,
  files: readonly string[],
): readonly Paragraph[] {
  if (doubles.length === 0) return [];
  const groups = [...Map.groupBy(doubles, ({ reason }) => reason)];
  return [
    [
      {
        indent: 0,
        text: `${plural(doubles.length, 'doublon probable', 'doublons probables')}, que l’import ne fusionne pas`,
        style: 'bold',
      },
    ],
    ...groups.map(([reason, pairs]): Paragraph => {
      const rows = nameRows(
        left,
        files,
        pairs.map(({ second }) => second),
      );
      return [
        { indent: 2, text: REASONS[reason], style: 'yellow' },
        ...pairs.slice(0, SHOWN).flatMap(tellPair),
        ...(pairs.length > SHOWN
          ? [{ indent: 4, text: `et ${plural(pairs.length - SHOWN, 'autre paire', 'autres paires')}` }]
          : []),
        {
          indent: 4,
          text: `pour laisser de côté la seconde ligne de chaque paire\u00a0: --sans\u00a0${rows}`,
          style: 'dim',
        },
      ];
    }),
  ];
}

function tellPair({ first, second, metres }: Double): ToldLine[] {
  const apart = metres === undefined ? '' : `, à ${tellDistance(metres)}`;
  return [
    { indent: 4, text: tellPlace(first, second.file) },
    { indent: 6, text: `${tellPlace(second, second.file)}${apart}` },
  ];
}

/** "ligne 12 (13 du fichier), « Lieu A », Commune A1". */
function tellPlace({ nom, commune, file, line, record }: Candidate, current: string): string {
  const where = file === current ? '' : `${file}, `;
  const text = record === line ? '' : ` (${line} du fichier)`;
  const town = commune ? `, ${makePrintable(commune)}` : '';
  return `${where}ligne\u00a0${record}${text}\u00a0: ${quote(makePrintable(nom))}${town}`;
}

function tellDistance(metres: number): string {
  return metres < 1000 ? `${formatNumber(metres)}\u00a0m` : `${formatNumber(Math.round(metres / 100) / 10)}\u00a0km`;
}
