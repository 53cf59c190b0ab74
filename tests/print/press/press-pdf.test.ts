import { readFileSync } from 'node:fs';
import type { PDFContext, PDFObject } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { preflightPress } from '../../../src/print/press/preflight-press.ts';
import { makePressPdf } from '../../../src/print/press/press-pdf.ts';
import { DEFAULT_PROFILE, type Profile, readProfile } from '../../../src/print/press/profile.ts';
import { type PressContents, readPress } from '../../../src/print/press/read-press.ts';
import { readPressFile } from '../../../src/print/press/read-press-file.ts';
import { at, CARD, handMade, picture } from './hand-made-pdf.ts';

const profile = readProfile(DEFAULT_PROFILE, readFileSync(DEFAULT_PROFILE)) as Profile;
const said = { title: 'Carte', author: 'Observatoire', subject: 'Essai', date: '3003-05', paper: CARD };
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

type Resources = (context: PDFContext) => Record<string, Record<string, PDFObject>>;

async function press(drawing: string, resources?: Resources): Promise<Uint8Array> {
  const made = await makePressPdf(await handMade(drawing, resources), said, profile);
  if ('refusals' in made) throw new Error(made.refusals.join('\n'));
  return made.pdf;
}

/** What each colour became, in hundredths. */
const inksOf = ({ colours }: PressContents) =>
  colours
    .filter(({ colour }) => colour.model === 'cmyk')
    .map(({ colour }) => colour.parts.map((part) => Math.round(part * 100)));

const square = (x: number, y: number, size = 20) => `${at(x)} ${at(y)} ${size} ${size} re`;
const placed = (x: number, y: number, size: number) => `q ${size} 0 0 ${size} ${at(x)} ${at(y)} cm /X Do Q`;

describe('les couleurs deviennent des encres', () => {
  test.each([
    ['le blanc : aucune encre', '1 1 1 rg', 'f', [0, 0, 0, 0]],
    ['le noir du texte : le noir seul', '.1137 .1059 .102 rg', 'f', [0, 0, 0, 100]],
    ['un gris moyen en filet : le noir seul', '.85 .83 .8 RG', 'S', [0, 0, 0, 23]],
    ['un gris clair de texte : le noir seul', '.85 .83 .8 rg BT /F 9 Tf (a) Tj ET', 'n', [0, 0, 0, 23]],
    ['une surface mince est un filet', '.85 .83 .8 rg 50 50 90 1 re f', 'n', [0, 0, 0, 23]],
    ['un gris par DeviceGray', '0 g', 'f', [0, 0, 0, 100]],
    ['une teinte claire en surface garde sa chaleur', '.9451 .9294 .902 rg', 'f', [3, 4, 8, 8]],
    ['une couleur : le profil', '.7098 .2627 .1843 rg', 'f', [0, 82, 80, 29]],
    ['des encres déjà dites ne changent pas', '1 0 0 0 k', 'f', [100, 0, 0, 0]],
    ['un espace de couleurs, puis la couleur', '/DeviceRGB cs 1 1 1 sc', 'f', [0, 0, 0, 0]],
  ])('%s', async (_, colour, operator, inks) => {
    const read = await readPress(await press(`${colour} ${square(10, 10)} ${operator}`));
    expect(inksOf(read).at(-1)).toEqual(inks);
  });

  test('dans les formes et les motifs aussi', async () => {
    const drawing = `/F Do /Pattern cs /P scn ${square(10, 10)} f`;
    const resources: Resources = (context) => ({
      XObject: {
        F: context.register(
          context.stream('1 0 0 rg 50 50 9 9 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 200, 200] }),
        ),
      },
      Pattern: {
        P: context.register(
          context.stream('0 0 1 RG 0 0 m 5 5 l S', {
            ...{ Type: 'Pattern', PatternType: 1, PaintType: 1, TilingType: 1 },
            ...{ BBox: [0, 0, 5, 5], XStep: 5, YStep: 5, Resources: {} },
          }),
        ),
      },
    });
    const read = await readPress(await press(drawing, resources));
    expect(read.colours.map(({ colour }) => colour.model)).toEqual(['all', 'all', 'cmyk', 'cmyk']);
  });

  test('une image assez fine aussi, et son encrage est compté', async () => {
    const pdf = await press(placed(10, 10, 36), (context) => ({
      XObject: { X: picture(context, 100, 100, context.obj('DeviceRGB')) },
    }));
    const read = await readPress(pdf);
    expect(read.strangers).toEqual([]);
    expect(read.pictures).toMatchObject([{ page: 1, dpi: 200 }]);
    expect(read.pictures[0]!.mostInk).toBeGreaterThan(0.5);
    expect(read.pictures[0]!.mostInk).toBeLessThan(3);
  });
});

describe('ce qui ne se convertit pas est refusé par son nom, avec sa page et sa place', () => {
  const place = 'page 1, à 10 mm du bord gauche et 43 mm du bord haut';
  const state =
    (entries: Record<string, string>): Resources =>
    (context) => ({ ExtGState: { G: context.obj(entries) } });
  const space =
    (...parts: string[]): Resources =>
    (context) => ({ ColorSpace: { C: context.obj([...parts, {}]) } });
  const low: Resources = (context) => ({ XObject: { X: picture(context, 100, 100, context.obj('DeviceRGB')) } });
  const lab: Resources = (context) => ({ XObject: { X: picture(context, 100, 100, context.obj(['Lab', {}])) } });
  const shading: Resources = (context) => ({ Pattern: { P: context.obj({ PatternType: 2 }) } });
  test.each<[string, string, Resources, string[]]>([
    ['un dégradé', `${square(10, 10)} W n /S sh`, () => ({}), [`${place} : dégradé : remplacez-le par des aplats`]],
    [
      'un dégradé en motif',
      `/Pattern cs /P scn ${square(10, 10)} f`,
      shading,
      [`${place} : dégradé : remplacez-le par des aplats`],
    ],
    [
      'un mode de fusion',
      `/G gs ${square(10, 10)} f`,
      state({ BM: 'Multiply' }),
      [`${place} : mode de fusion « Multiply » : seul le mode normal s’imprime comme il se voit`],
    ],
    [
      'un mode de fusion, puis un mot sur autre chose',
      `/G gs /N gs ${square(10, 10)} f`,
      (context) => ({ ExtGState: { G: context.obj({ BM: 'Multiply' }), N: context.obj({ SMask: 'None' }) } }),
      [`${place} : mode de fusion « Multiply » : seul le mode normal s’imprime comme il se voit`],
    ],
    [
      'un mode de fusion autour d’une forme qui nomme le sien',
      `${square(10, 10)} W n /G gs /F Do`,
      (context) => ({
        ExtGState: { G: context.obj({ BM: 'Screen' }) },
        XObject: {
          F: context.register(
            context.stream('/N gs 0 0 200 200 re f', {
              ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 200, 200] },
              Resources: { ExtGState: { N: { BM: 'Normal' } } },
            }),
          ),
        },
      }),
      [`${place} : mode de fusion « Screen » : seul le mode normal s’imprime comme il se voit`],
    ],
    [
      'une image d’un autre profil que sRGB',
      placed(10, 10, 20),
      (context) => ({
        XObject: {
          X: picture(context, 100, 100, context.obj(['ICCBased', context.register(context.stream('', { N: 3 }))])),
        },
      }),
      [`${place} : image dans l’espace de couleurs « profil ICC autre que sRGB », inconnu`],
    ],
    [
      'une image trop grossière',
      placed(10, 9.94, 37),
      low,
      [
        'page 1, à 10 mm du bord gauche et 37 mm du bord haut : image de 100 × 100 pixels à 194 ppp : il en faut 200, donnez-la plus grande ou montrez-la plus petite',
      ],
    ],
    [
      'un espace de couleurs inconnu',
      `/C cs 1 0 0 sc ${square(10, 10)} f`,
      space('Lab'),
      [`${place} : espace de couleurs « Lab » inconnu`],
    ],
    [
      'une encre de plus',
      `/C cs 1 scn ${square(10, 10)} f`,
      space('Separation', 'Or', 'DeviceCMYK'),
      [`${place} : espace de couleurs « Separation Or » inconnu`],
    ],
    [
      'une image dans un espace inconnu',
      placed(10, 10, 20),
      lab,
      [`${place} : image dans l’espace de couleurs « Lab », inconnu`],
    ],
    ['un opérateur inconnu', '1 2 xx', () => ({}), ['page 1 : opérateur « xx » inconnu']],
    [
      'une image dans le dessin',
      'BI /W 1 /H 1 ID a EI',
      () => ({}),
      [
        'page 1, à -13 mm du bord gauche et 73 mm du bord haut : image incluse dans le dessin : donnez-la comme fichier',
      ],
    ],
    ['un dessin coupé', '(a', () => ({}), ['page 1 : dessin illisible : il s’arrête au milieu d’une instruction']],
    [
      'deux fautes à la fois',
      '1 xx 2 yy',
      () => ({}),
      ['page 1 : opérateur « xx » inconnu', 'page 1 : opérateur « yy » inconnu'],
    ],
  ])('%s', async (_, drawing, resources, refusals) => {
    const made = await makePressPdf(await handMade(drawing, resources), said, profile);
    expect('refusals' in made && made.refusals).toEqual(refusals);
  });
});

describe('le contrôle du PDF de presse', () => {
  const source = { ...said, headings: [], pictures: [], overflowing: [], smallest: { points: 9, text: 'a' } };
  const secrets = { secretTexts: new Set<string>(), secretNumbers: new Set<string>(), contacts: [] };
  const check = async (pdf: Uint8Array, change: Partial<PressContents> = {}) => {
    const read = await readPressFile(pdf);
    return preflightPress(
      { ...read.pdf, fonts: [{ name: 'SourceSans3', embedded: true }] },
      { ...read.press, ...change },
      { paper: CARD, pages: 1, source, secrets },
    );
  };
  const wrongOf = async (...given: Parameters<typeof check>) => {
    const checks = await check(...given);
    return Object.fromEntries(
      checks.filter(({ wrong }) => wrong.length > 0).map(({ id, wrong }) => [id, wrong.map(plain)]),
    );
  };
  const card = `1 0 0 rg ${square(10, 10)} f`;

  test('un PDF de la chaîne tient toutes les promesses, et se refait octet pour octet', async () => {
    const [first, second] = [await press(card), await press(card)];
    expect(await wrongOf(first)).toEqual({});
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(Buffer.from(first.subarray(0, 8)).toString()).toBe('%PDF-1.6');
  });

  test('ce qui est trouvé est ce qui est mesuré, non ce qui est promis', async () => {
    const foundOf = async (...given: Parameters<typeof check>) =>
      new Map((await check(...given)).map(({ id, found }) => [id, plain(found)]));
    const made = await foundOf(await press(card));
    expect(made.get('boites')).toBe(
      '100,0 × 60,0 mm, fond perdu 110,0 × 70,0 mm, feuille 126,0 × 86,0 mm, à 0,000 pt près',
    );
    expect(made.get('reperes')).toBe('20 traits, dont 20 hors du fond perdu');
    expect(made.get('encres')).toBe('1 réglage en CMJN, 2 réglages sur toutes les plaques');
    expect(made.get('noir')).toBe('0 réglage en noir seul, 0 de plusieurs encres');
    const printed = await foundOf(await handMade(card));
    expect(printed.get('boites')).toBe(
      '126,0 × 86,0 mm, fond perdu 126,0 × 86,0 mm, feuille 126,0 × 86,0 mm, à 73,701 pt près',
    );
    expect(printed.get('reperes')).toBe('0 trait, dont 0 hors du fond perdu');
    expect(printed.get('encres')).toBe('1 réglage en RVB');
  });

  test('un aplat qui s’arrête au bord est dit ; celui qui le dépasse ne l’est pas', async () => {
    const edge = (bleed: number) => `1 0 0 rg ${at(-bleed)} ${at(20)} 30 30 re f`;
    expect(await wrongOf(await press(edge(0)))).toEqual({
      'fond-perdu': ['page 1, à 0 mm de gauche et 29 mm du haut : s’arrête au bord gauche'],
    });
    expect(await wrongOf(await press(edge(5)))).toEqual({});
    expect(await wrongOf(await press(edge(9)))).toEqual({});
  });

  test('le PDF du web n’est pas un PDF de presse : chaque manque est nommé', async () => {
    expect(await wrongOf(await handMade(card))).toEqual({
      titre: ['titre «  »', 'langue «  »', 'date '],
      boites: ['page 1, fond perdu : 126,0 × 86,0 mm', 'page 1, rogne : 126,0 × 86,0 mm'],
      reperes: ['page 1 : 0 au lieu de 20'],
      encres: ['page 1 : une couleur en RVB'],
      sortie: [
        'aucune condition de sortie',
        'profil ICC absent',
        'ne se dit pas PDF/X-4',
        'version 1.7 au lieu de 1.6',
        'recouvrement des encres non dit',
        'numéro de fichier absent',
      ],
    });
  });

  test.each<[string, Partial<PressContents>, Record<string, string[]>]>([
    [
      'trop d’encre',
      { colours: [{ page: 1, colour: { model: 'cmyk', parts: [0.9, 0.8, 0.7, 0.9] }, uses: new Set(['fill']) }] },
      { encrage: ['page 1 : 330 %'] },
    ],
    [
      'un texte noir de quatre encres',
      { colours: [{ page: 1, colour: { model: 'cmyk', parts: [0.6, 0.5, 0.5, 0.9] }, uses: new Set(['text']) }] },
      { noir: ['page 1 : 60, 50, 50, 90 %'] },
    ],
    ['une image grossière', { pictures: [{ page: 1, dpi: 150, mostInk: 1 }] }, { images: ['page 1 : 150 ppp'] }],
    ['une image en RVB', { strangers: ['image en RVB'] }, { encres: ['image en RVB'] }],
    ['un lien', { interaction: ['liens ou notes'] }, { interaction: ['liens ou notes'] }],
  ])('%s', async (_, change, wrong) => {
    expect(await wrongOf(await press(card), change)).toEqual(wrong);
  });
});
