import { describe, expect, test } from 'vitest';
import { PAPERS, POINTS_PER_MM } from '../../src/print/papers.ts';
import { type Check, isSound, preflight } from '../../src/print/preflight.ts';
import type { PageSource } from '../../src/print/print-page.ts';
import type { PdfContents } from '../../src/print/read-pdf.ts';
import { tellPreflight, writePreflight } from '../../src/print/tell-preflight.ts';
import { SECRETS, soundPdf } from './sound-pdf.ts';

const paper = PAPERS.a4;
const box = { width: paper.width * POINTS_PER_MM, height: paper.height * POINTS_PER_MM };

const source: PageSource = {
  title: 'Portrait d’une région',
  author: 'Observatoire',
  subject: 'Affiche',
  date: '3003-05',
  headings: ['Portrait d’une région', 'Les tiers-lieux, sur la carte'],
  pictures: ['Carte de 3 lieux.'],
  overflowing: [],
  smallest: { points: 6.6, text: 'Source' },
};

const sound = soundPdf(box);

const checked = (pdf: Partial<PdfContents>, page: Partial<PageSource> = {}) =>
  preflight({ ...sound, ...pdf }, { paper, pages: 1, source: { ...source, ...page }, secrets: SECRETS });

/** What is wrong, by check; spaces made ordinary so that they can be written here. */
const wrongOf = (checks: readonly Check[]) =>
  Object.fromEntries(
    checks
      .filter(({ wrong }) => wrong.length > 0)
      .map(({ id, wrong }) => [id, wrong.map((thing) => thing.replaceAll('\u00a0', ' '))]),
  );

describe('le contrôle d’un PDF', () => {
  test('un PDF fidèle à sa page tient toutes les promesses', () => {
    expect(wrongOf(checked({}))).toEqual({});
    expect(isSound(checked({}))).toBe(true);
  });

  test.each<[string, Partial<PdfContents>, Partial<PageSource>, Record<string, string[]>]>([
    ['une page de trop', { pages: [sound.pages[0]!, sound.pages[0]!] }, {}, { pages: ['2 au lieu de 1'] }],
    [
      'une page trop petite',
      { pages: [{ media: { ...box, height: box.height - 1 }, trim: box }] },
      {},
      { format: ['page 1 : 210,0 × 296,6 mm'] },
    ],
    ['une police absente', { fonts: [{ name: 'Arial', embedded: false }] }, {}, { polices: ['Arial'] }],
    [
      'une police de la machine',
      { fonts: [{ name: 'OpenSans-Regular', embedded: true }] },
      {},
      { polices: ['OpenSans-Regular : une police de cette machine'] },
    ],
    ['des encres', { colours: new Map([['cmyk', 2]]) }, {}, { couleurs: ['page 2 : cmyk'] }],
    ['aucun texte', { fonts: [] }, {}, { polices: ['aucune police'] }],
    [
      'une image trop grossière',
      { images: 1, shown: [{ page: 1, dpi: 199.9 }] },
      {},
      { images: ['1 image en pixels', 'page 1 : 199 ppp'] },
    ],
    ['une image en pixels', { images: 1 }, {}, { images: ['1 image en pixels'] }],
    ['une autre langue', { language: 'en-US' }, {}, { titre: ['langue « en-US »'] }],
    ['l’heure de la machine', { date: '2026-11-23' }, {}, { titre: ['date 2026-11-23'] }],
    ['pas de balises', { tagged: false }, {}, { balises: ['document sans balises'] }],
    [
      'une structure fausse',
      { structure: { counts: new Map(), faults: ['page 2 : lien sans balise'] } },
      {},
      { structure: ['page 2 : lien sans balise'] },
    ],
    [
      'un texte de remplacement perdu',
      { alternatives: [] },
      {},
      { 'textes-de-remplacement': ['« Carte de 3 lieux. »'] },
    ],
    [
      'une de deux images au même texte de remplacement',
      {},
      { pictures: ['Carte de 3 lieux.', 'Carte de 3 lieux.'] },
      { 'textes-de-remplacement': ['« Carte de 3 lieux. »'] },
    ],
    [
      'un de deux titres semblables, parmi les signets',
      { bookmarks: [...sound.bookmarks].slice(0, 2) },
      { headings: [...source.headings, 'Portrait d’une région'] },
      { signets: ['« Portrait d’une région »'] },
    ],
    [
      'une image sans texte de remplacement',
      {},
      { pictures: ['Carte de 3 lieux.', ''] },
      { 'textes-de-remplacement': ['« image sans texte »'] },
    ],
    [
      'un signet perdu',
      { bookmarks: ['Portrait d’une région'] },
      {},
      { signets: ['« Les tiers-lieux, sur la carte »'] },
    ],
    ['un titre perdu', { texts: ['Portrait d’une région'] }, {}, { texte: ['« Les tiers-lieux, sur la carte »'] }],
    [
      'un texte trop petit',
      {},
      { smallest: { points: 5.9, text: 'Aisne' } },
      { corps: ['moins de 6,5 pt : « Aisne »'] },
    ],
    ['un texte qui déborde', {}, { overflowing: ['Sources. 1'] }, { debordements: ['« Sources. 1 »'] }],
  ])('%s est dit par son nom', (_, pdf, page, wrong) => {
    expect(wrongOf(checked(pdf, page))).toEqual(wrong);
  });

  test('le format trouvé est celui des pages, non celui du papier', () => {
    const formatOf = (pdf: Partial<PdfContents>) =>
      checked(pdf)
        .find(({ id }) => id === 'format')!
        .found.replaceAll('\u00a0', ' ');
    const small = { width: box.width, height: box.height - 1 };
    expect(formatOf({})).toBe('210,0 × 297,0 mm, A4 à 0,000 pt près');
    expect(formatOf({ pages: [sound.pages[0]!, sound.pages[0]!, { media: box, trim: small }] })).toBe(
      '2 de 210,0 × 297,0 mm, 1 de 210,0 × 296,6 mm, A4 à 1,000 pt près',
    );
  });

  test('le tableau dit ce qui est tenu, ce qui ne l’est pas, et ce que personne ne certifie', () => {
    const told = tellPreflight('affiche.pdf', checked({ tagged: false })).replaceAll('\u00a0', ' ');
    expect(told).toContain('  oui  Pages                           1\n');
    expect(told).toContain('  NON  Balises                         3 balises\n');
    expect(told).toContain('→ document sans balises\n');
    expect(told).toContain('PDF/UA et PDF/X : non certifié');
    expect(JSON.parse(writePreflight('affiche.pdf', checked({ tagged: false })))).toMatchObject({
      fichier: 'affiche.pdf',
      conforme: false,
      controles: expect.arrayContaining([
        { id: 'balises', titre: 'Balises', tenu: false, trouve: '3\u00a0balises', manque: ['document sans balises'] },
      ]),
    });
  });
});
