import { expect, test } from 'vitest';
import { WIDE } from '../../src/components/drawing-widths.ts';
import { embedHeight } from '../../src/components/embed-height.ts';
import type { FigureView } from '../../src/observatory/index.ts';

const figure = {
  id: 'essai',
  heading: 'Un titre court',
  subtitle: 'Lieux, 2023',
  reading: 'un lieu sur deux',
  champ: 'lieux répondants',
  sources: [{ label: 'Recensement' }],
  tables: { main: { columns: [], rows: [] } },
  draw: ({ width }: { width: number }) => ({ svg: '', width, height: 300, marks: [] }),
} as unknown as FigureView;

const LONG = 'des mots qui se suivent jusqu’à remplir plusieurs lignes '.repeat(6);

test('la hauteur est un nombre entier de pixels, plus grande que l’image', () => {
  expect(embedHeight(figure)).toBe(Math.ceil(embedHeight(figure)));
  expect(embedHeight(figure)).toBeGreaterThan(300 + 150);
});

test.each(['heading', 'subtitle', 'reading', 'champ'] as const)(
  'un texte plus long (%s) fait un cadre plus haut',
  (id) => {
    expect(embedHeight({ ...figure, [id]: LONG })).toBeGreaterThan(embedHeight(figure) + 40);
  },
);

test('des sources nombreuses font un cadre plus haut', () => {
  expect(embedHeight({ ...figure, sources: [{ label: LONG }] })).toBeGreaterThan(embedHeight(figure) + 40);
});

test('l’image compte pour ce qu’elle mesure là où elle est montrée', () => {
  const taller = { ...figure, draw: () => ({ svg: '', width: WIDE, height: 400, marks: [] }) };
  // 568 px for a drawing of 600: nine tenths and more.
  expect(embedHeight(taller) - embedHeight(figure)).toBeGreaterThanOrEqual(94);
});

test('un tableau court a sa ligne, un tableau long n’est qu’au bout d’un lien', () => {
  const of = (rows: number) => embedHeight({ ...figure, tables: { main: { rows: Array(rows).fill({}) } } } as never);
  expect(of(14) - of(15)).toBeGreaterThan(30);
});
