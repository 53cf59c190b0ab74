import { strFromU8, unzipSync } from 'fflate';
import { expect, test, vi } from 'vitest';
import { nameTabs, writeWorkbook } from '../../src/components/workbook.ts';
import { readWorkbook } from './read-workbook.ts';

const PERCENT = '[$-40C]#,##0.0"\u00a0%"';

test('un texte reste un texte, quel que soit son premier signe ; un nombre reste un nombre', async () => {
  const hostile = [
    '=1+1',
    '+33',
    '-2',
    '@SUM(A1)',
    '=HYPERLINK("https://example.org")',
    '\t=1',
    '<b>&"\'',
    ' à ',
    '🏠',
  ];
  const book = readWorkbook(
    await writeWorkbook([
      { name: 'Tableau', rows: [['Nom', 'Part'], ...hostile.map((text) => [text, { number: 12.5, format: PERCENT }])] },
    ]),
  );
  const [titles, ...rows] = book.get('Tableau')!;
  expect(titles!.map(({ text }) => text)).toEqual(['Nom', 'Part']);
  expect(rows.map(([name]) => name!.text)).toEqual(hostile);
  expect(rows.flat().filter(({ isFormula }) => isFormula)).toEqual([]);
  expect(rows.map(([, part]) => [part!.text, part!.isNumber])).toEqual(hostile.map(() => ['12.5', true]));
});

test('une case vide reste vide', async () => {
  const book = readWorkbook(await writeWorkbook([{ name: 'A', rows: [['a', null, '', { number: 0 }]] }]));
  expect(book.get('A')!.map((row) => row.map(({ text }) => text))).toEqual([['a', '0']]);
});

test('les mêmes feuilles donnent les mêmes octets, quels que soient l’heure et le fuseau', async () => {
  const sheets = [{ name: 'A', rows: [['é', { number: 1 }]] }];
  const first = await writeWorkbook(sheets);
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.stubEnv('TZ', 'Pacific/Auckland');
  try {
    vi.setSystemTime(new Date('2031-05-06T07:08:09Z'));
    expect(await writeWorkbook(sheets)).toEqual(first);
  } finally {
    vi.useRealTimers();
    vi.unstubAllEnvs();
  }
  expect(Object.keys(unzipSync(first))).toContain('xl/workbook.xml');
});

test('une colonne est assez large pour son titre en deux lignes, sans couper un mot', async () => {
  const widthOf = async (title: string) => {
    const files = unzipSync(await writeWorkbook([{ name: 'A', rows: [[title], [{ number: 1 }]], titles: [0] }]));
    return Number(/<col [^>]*width="([\d.]+)"/.exec(strFromU8(files['xl/worksheets/sheet1.xml']!))?.[1]);
  };
  // « Taux de », puis « réponse : base » : quatorze lettres en gras.
  expect(await widthOf('Taux de réponse\u00a0: base')).toBeGreaterThanOrEqual(14 * 1.1);
  expect(await widthOf('Intercommunalité')).toBeGreaterThanOrEqual(16 * 1.1);
  expect(await widthOf('Un')).toBeLessThan(12);
});

test('une ligne dont rien ne passe à la ligne n’a la hauteur que d’une', async () => {
  const text = 'lieux pour cent mille habitants de la région';
  const files = unzipSync(await writeWorkbook([{ name: 'A', rows: [['Unité'], [text]], titles: [0] }]));
  expect(strFromU8(files['xl/worksheets/sheet1.xml']!)).not.toMatch(/<row[^>]* ht=/);
});

test('les onglets portent des noms que prennent les tableurs, chacun une fois', () => {
  expect(
    nameTabs([
      'Bénéficiaires',
      'bénéficiaires',
      'a/b: c?',
      "'",
      'Un nom d’onglet beaucoup trop long pour Excel',
      'Un nom d’onglet beaucoup trop long pour LibreOffice',
    ]),
  ).toEqual([
    'Bénéficiaires',
    'bénéficiaires 2',
    'a b c',
    'Feuille',
    'Un nom d’onglet beaucoup trop l',
    'Un nom d’onglet beaucoup trop 2',
  ]);
});
