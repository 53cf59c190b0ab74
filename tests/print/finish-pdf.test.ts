import { readFileSync } from 'node:fs';
import type { PDFContext } from 'pdf-lib';
import { expect, test } from 'vitest';
import { finishPdf } from '../../src/print/finish-pdf.ts';
import { makePressPdf } from '../../src/print/press/press-pdf.ts';
import { DEFAULT_PROFILE, type Profile, readProfile } from '../../src/print/press/profile.ts';
import { readPdf } from '../../src/print/read-pdf.ts';
import { CARD, handMade } from './press/hand-made-pdf.ts';

/** A font that calls its apostrophe "modifier letter apostrophe", as Chromium does where one drawing serves both. */
const font = (context: PDFContext) => {
  const cmap = context.flateStream(
    [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def',
      '1 begincodespacerange <00> <ff> endcodespacerange',
      '3 beginbfchar <27> <02bc> <6c> <006c> <6f> <006f> endbfchar',
      'endcmap end end',
    ].join('\n'),
  );
  const named = { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', ToUnicode: context.register(cmap) };
  return { Font: { F: context.register(context.obj(named)) } };
};
const said = { title: 'Carte', author: 'Équipe', subject: '', date: '3003-05', paper: CARD };

/** Every PDF of ours ends in one of the two: posters, leaflets, books, proofs, covers, drawings. */
test.each([
  ['du bureau', (pdf: Uint8Array) => finishPdf(pdf, said)],
  [
    'de presse',
    async (pdf: Uint8Array) => {
      const profile = readProfile(DEFAULT_PROFILE, readFileSync(DEFAULT_PROFILE)) as Profile;
      const made = await makePressPdf(pdf, said, profile);
      return 'pdf' in made ? made.pdf : pdf;
    },
  ],
])('un PDF %s se copie et se cherche avec l’apostrophe du français', async (_, finish) => {
  const printed = await handMade("BT /F 12 Tf 100 100 Td (l'o) Tj ET", font);
  expect((await readPdf(printed)).texts).toEqual(['l\u02bco']);
  expect((await readPdf(await finish(printed))).texts).toEqual(['l’o']);
});
