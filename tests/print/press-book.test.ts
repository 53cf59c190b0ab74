import { PDFDocument, PDFName } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { drawBar, followSteps } from '../../scripts/imprimer/progress.ts';
import { bindInside, findInside, missingPages } from '../../src/print/edition/bind-inside.ts';
import { spineOf } from '../../src/print/edition/cover-sheet.ts';
import { checkSpine, warnOfSpine } from '../../src/print/edition/preflight-cover.ts';
import { drawMarks } from '../../src/print/press/draw-marks.ts';
import { firstNumber, inspect } from '../../src/print/press/inspect.ts';
import { checkPress } from '../../src/print/press/preflight-press.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/** A book of so many pages, each of its own height, so that it is known again. */
async function bookOf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let i = 1; i <= pages; i++) document.addPage([300, 400 + i]);
  return document.save();
}
const layout = (pages: number, covers: number[], blank: number[]) => ({
  ...{ pages, covers, blank },
  ...{ crowned: [], openings: [], overflowing: [], smallest: undefined },
});

describe('l’intérieur d’un livre, pour une presse', () => {
  test.each([
    ['entre la couverture et son dos, sans ce qui les double', 12, [1, 12], [2, 11], [3, 10]],
    ['une page blanche entre deux chapitres y reste', 9, [1], [2, 6], [3, 9]],
    ['sans couverture, tout le livre', 5, [], [], [1, 5]],
  ])('%s', (_, pages, covers, blank, inside) => {
    expect(findInside({ pages, covers, blank })).toEqual(inside);
  });

  test.each([
    [8, 0],
    [9, 3],
    [10, 2],
    [11, 1],
  ])('à %i pages il en manque %i pour des feuilles entières', (pages, missing) => {
    expect(missingPages(pages)).toBe(missing);
  });

  test('garde ses pages et leurs numéros ; les pages blanches viennent à la fin', async () => {
    const bound = await bindInside(await bookOf(9), layout(9, [1], [2]));
    const document = await PDFDocument.load(bound.pdf);
    const heights = document.getPages().map((page) => page.getHeight() - 400);
    expect(heights).toEqual([3, 4, 5, 6, 7, 8, 9, 3]);
    expect(bound).toMatchObject({ first: 3, pages: 8, added: 1 });
    expect(firstNumber(document)).toBe(3);
  });

  test('une page refusée est nommée par le numéro qui y est imprimé', async () => {
    const { pdf } = await bindInside(await bookOf(4), layout(4, [1], [2]));
    const document = await PDFDocument.load(pdf);
    const faulty = document.context.register(document.context.stream('1 xx'));
    document.getPage(1).node.set(PDFName.of('Contents'), faulty);
    expect(inspect(document).refusals.map(plain)).toEqual(['page 4 : opérateur « xx » inconnu']);
  });
});

describe('les repères d’une feuille', () => {
  const box = (inset: number) => ({ left: inset, bottom: inset, right: 500 - inset, top: 700 - inset });
  const wrongOf = (...places: readonly (readonly [x: number, y: number])[]) => {
    const colour = { model: 'all', parts: [1] } as const;
    const painted = Array.from({ length: 20 }, (_, i) => {
      const [x, y] = places[i] ?? [10, 10];
      return { page: 1, colour, box: { left: x, bottom: y, right: x + 5, top: y + 1 } };
    });
    const press = {
      ...{ first: 3, pages: [{ media: box(0), bleed: box(23), trim: box(37) }], painted },
      ...{ colours: [], pictures: [], strangers: [], refusals: [], interaction: [], intent: undefined },
      ...{ version: '1.6', standard: 'PDF/X-4', saysTrapping: true, hasId: true },
    };
    return checkPress(press, { paper: { name: 'A5', width: 148, height: 210 } }).find(({ id }) => id === 'reperes')
      ?.wrong;
  };

  test('entre le fond perdu et le bord de la feuille : juste', () => {
    expect(wrongOf()).toEqual([]);
  });

  test.each([
    ['dans le fond perdu', [40, 300]],
    ['hors de la feuille, à gauche', [-1, 300]],
    ['hors de la feuille, en haut', [200, 699.5]],
  ] as const)('%s : la page est dite', (_, place) => {
    expect(wrongOf(place)).toEqual(['page 3 : un repère n’est pas à sa place']);
  });
});

describe('le dos d’un livre', () => {
  const card = 'content/editions/3003/edition.yaml';
  test.each([
    [12, 110, 'aucun : un livre de 12 pages s’agrafe'],
    [104, 110, '5,7 mm : 104 pages, feuille de 110 millièmes de millimètre'],
    [104, null, '5,7 mm : 104 pages, feuille de 110 millièmes de millimètre supposée'],
  ])('de %i pages, feuille de %s', (pages, epaisseur, said) => {
    const { found, wrong } = checkSpine(spineOf(pages, epaisseur), { pages, epaisseur });
    expect({ said: plain(found), wrong }).toEqual({ said, wrong: [] });
  });

  test('plus large que ce qui est dessiné, il est refusé', () => {
    expect(checkSpine(spineOf(200, 800), { pages: 200, epaisseur: 800 }).wrong).toEqual([
      'plus de 60 mm : vérifiez « epaisseur » dans edition.yaml',
    ]);
  });

  test('supposé, il dit quelle ligne manque ; sûr ou absent, rien', () => {
    expect(plain(warnOfSpine(spineOf(104, null), card) ?? '')).toBe(
      'Le dos n’est qu’une supposition : il manque « epaisseur », sous « impression », dans content/editions/3003/edition.yaml. L’imprimeur la donne avec le papier, en millièmes de millimètre. Écrivez-la, puis refaites la couverture : l’intérieur, lui, ne change pas.',
    );
    expect([spineOf(104, 110), spineOf(12, null)].map((spine) => warnOfSpine(spine, card))).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('est dit par un trait tireté au-dessus et au-dessous de chaque pli', () => {
    const [trim, bleed] = [
      { left: 50, right: 250, bottom: 50, top: 150 },
      { left: 36, right: 264, bottom: 36, top: 164 },
    ];
    const drawn = drawMarks(trim, bleed, [140, 160]).split('\n');
    expect(drawn.slice(drawn.indexOf('[2 2] 0 d') + 1, -2)).toEqual([
      '140 33.165 m 140 16.157 l S',
      '140 166.835 m 140 183.843 l S',
      '160 33.165 m 160 16.157 l S',
      '160 166.835 m 160 183.843 l S',
    ]);
  });

  test('les repères de calage laissent leur place aux plis', () => {
    const box = { left: 0, right: 200, bottom: 0, top: 100 };
    expect(drawMarks(box, box)).toContain('100 103.402 m 100 119.276 l');
    expect(drawMarks(box, box, [90])).toContain('45 103.402 m 45 119.276 l');
  });
});

describe('la progression', () => {
  const run = (isTerminal: boolean) => {
    const told: string[] = [];
    const progress = followSteps(4, {
      say: (line) => told.push(`${line}\n`),
      write: isTerminal ? (text) => told.push(text.replaceAll('\r\u001b[K', '|')) : undefined,
    });
    progress.say('1/1  livre');
    progress.step('composition');
    progress.pages(1);
    progress.pages(57);
    progress.step('encres');
    progress.end();
    return told.map(plain).join('');
  };

  test('sur un terminal, une ligne dit l’étape et les pages', () => {
    expect(run(true)).toBe(
      '|1/1  livre\n|░░░░░░░░░░░░░░░░ 1/4 composition|░░░░░░░░░░░░░░░░ 1/4 composition : 1 page|░░░░░░░░░░░░░░░░ 1/4 composition : 57 pages|████░░░░░░░░░░░░ 2/4 encres|',
    );
  });

  test('dans un fichier, il n’en reste rien', () => {
    expect(run(false)).toBe('1/1  livre\n');
  });

  test('la barre est pleine quand tout est fait', () => {
    expect(drawBar(4, 4)).toBe(`${'█'.repeat(16)} 4/4`);
  });
});
