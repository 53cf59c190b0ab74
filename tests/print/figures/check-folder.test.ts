import { describe, expect, test } from 'vitest';
import { checkFolder } from '../../../src/print/figures/check-folder.ts';
import type { PdfContents } from '../../../src/print/read-pdf.ts';
import { SECRETS, soundPdf } from '../sound-pdf.ts';

const SIZE = { width: 72, height: 36 };
const PDF: PdfContents = {
  ...soundPdf(SIZE),
  title: 'Figure 1',
  alternatives: ['A : 1 ; B : 2.'],
  texts: ['Des lieux'],
};
const drawing = (width: string, pdf: Partial<PdfContents> = {}, svg = '<svg><text>Des lieux</text></svg>') => ({
  ...{ stem: `figure-01-lieux-${width}`, svg, width: 25.4, height: 12.7, pdf: { ...PDF, ...pdf } },
  ...{ title: 'Figure 1', summary: 'A : 1 ; B : 2.', author: 'Équipe', date: '3003-05' },
});

/** What is wrong, by check; nothing of those that hold. */
function wrongOf(
  drawings = [drawing('colonne'), drawing('page')],
  more: Partial<Parameters<typeof checkFolder>[0]> = {},
) {
  const checks = checkFolder({
    figures: [{ id: 'lieux', number: 1, chapter: 'Un', title: 'Des lieux' }],
    ...{ photos: [], drawings, shown: ['lieux'], lost: [], tables: new Map() },
    text: { paragraphs: [{ style: 'Texte', text: 'Une phrase.' }], notes: [], properties: '' },
    secrets: SECRETS,
    ...more,
  });
  return Object.fromEntries(checks.filter(({ wrong }) => wrong.length > 0).map(({ id, wrong }) => [id, wrong]));
}

test('un dossier juste tient tout', () => {
  expect(wrongOf()).toEqual({});
});

describe('ce qui manque est nommé', () => {
  test('une figure que la page montre, et qui n’est pas dessinée', () => {
    expect(wrongOf([drawing('colonne')])).toEqual({ figures: ['lieux, page : aucun dessin'] });
    expect(wrongOf(undefined, { shown: ['lieux', 'autres'] })).toEqual({
      figures: ['autres, colonne : aucun dessin', 'autres, page : aucun dessin'],
    });
  });

  test('un dessin qui va chercher ailleurs, qui contient des pixels, sans texte de remplacement', () => {
    const wrong = { images: 1, alternatives: [], fonts: [{ name: 'OpenSans-Regular', embedded: true }] };
    expect(wrongOf([drawing('colonne', wrong, '<svg><image href="a.png"/></svg>'), drawing('page')])).toEqual({
      svg: ['figure-01-lieux-colonne : « <image »'],
      polices: ['figure-01-lieux-colonne : OpenSans-Regular'],
      images: ['figure-01-lieux-colonne : 1\u00a0image en pixels'],
      'textes-de-remplacement': ['figure-01-lieux-colonne : manque'],
    });
  });

  test('un PDF d’une autre taille, une phrase perdue, un secret dans un tableau', () => {
    const pages = [{ media: SIZE, trim: { width: 70, height: 36 } }];
    const tables = new Map([['figures.csv', 'le lieu u042']]);
    expect(wrongOf([drawing('colonne', { pages }), drawing('page')], { lost: ['« Une phrase. »'], tables })).toEqual({
      format: ['figure-01-lieux-colonne : autre chose que 25,4 × 12,7 mm'],
      texte: ['« Une phrase. »'],
      secret: ['figures.csv : texte secret « u042 », dans « le lieu u042 »'],
    });
  });
});

test('ce qui est trouvé est ce qui est mesuré', () => {
  const checks = checkFolder({
    figures: [{ id: 'lieux', number: 1, chapter: 'Un', title: 'Des lieux' }],
    ...{
      photos: [],
      drawings: [drawing('colonne', { alternatives: [] })],
      shown: ['lieux'],
      lost: [],
      tables: new Map(),
    },
    text: { paragraphs: [], notes: [], properties: '' },
    secrets: SECRETS,
  });
  const found = checks.map(({ id, found }) => [id, found.replaceAll('\u00a0', ' ')]);
  expect(Object.fromEntries(found)).toMatchObject({
    figures: '1 dessin de 1 sur 1',
    format: '1 page, à 0,000 pt près',
    polices: 'SourceSans3-Regular',
    'textes-de-remplacement': '0 dessin décrit sur 1, 0 photographie sur 0',
  });
});
