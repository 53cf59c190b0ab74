import type { PdfContents } from '../../src/print/read-pdf.ts';
import type { Size } from '../../src/print/sizes.ts';

/** What is read back of a PDF of one page of that size, in which nothing is wrong: tagged, drawn, in French, of May 3003. */
export function soundPdf(size: Size): PdfContents {
  return {
    pages: [{ media: size, trim: size }],
    title: 'Portrait d’une région',
    language: 'fr',
    date: '3003-05-01',
    tagged: true,
    fonts: [{ name: 'SourceSans3-Regular', embedded: true }],
    images: 0,
    shown: [],
    colours: new Map([['rgb', 1]]),
    structure: {
      counts: new Map([
        ['H1', 1],
        ['H2', 1],
        ['Figure', 1],
      ]),
      faults: [],
    },
    alternatives: ['Carte de 3 lieux.'],
    bookmarks: ['Portrait d’une région', 'Les tiers-lieux, sur la carte'],
    links: [],
    texts: ['Portrait d’une\u00a0région Les tiers-\nlieux, sur la carte'],
  };
}

/** What no PDF may say, in these tests. */
export const SECRETS = {
  secretTexts: new Set(['u042']),
  secretNumbers: new Set(['36517€']),
  contacts: ['equipe@example.org'],
};
