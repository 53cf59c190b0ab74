import { describe, expect, test } from 'vitest';
import { seePages } from '../../../src/print/proof/see-pages.ts';
import { picture } from '../press/hand-made-pdf.ts';
import { bookOf, MARGINS, pageOf } from './hand-made-book.ts';

type Making = Parameters<typeof bookOf>[1];

const seePage = async (drawing: string, making?: Making) =>
  (await seePages(await bookOf([drawing], making), MARGINS))[0]!;

describe('ce que l’on voit d’une page', () => {
  const page = pageOf('Une phrase', { folio: '12' });

  test('ne dépend ni du numéro des objets, ni des lettres que ses polices gardent pour d’autres pages', async () => {
    expect(await seePage(page, { shift: 7, subset: 'BCDEFG+' })).toEqual(await seePage(page));
  });

  test('ne comprend pas son folio', async () => {
    expect(await seePage(pageOf('Une phrase', { folio: '14' }))).toEqual(await seePage(page));
    expect((await seePage(page)).text).toBe('Une phrase');
  });

  test('comprend ce qui est dessiné sans balise ailleurs que dans une marge', async () => {
    const ornament = '/Artifact BMC BT /F1 10 Tf 1 0 0 1 50 200 Tm (*) Tj ET EMC';
    expect((await seePage(pageOf('Une phrase', { more: ornament }))).look).not.toBe((await seePage(page)).look);
  });

  test.each<[string, string]>([
    ['un mot', pageOf('Une autre phrase')],
    ['une couleur', pageOf('Une phrase', { more: '1 0 0 rg' })],
    ['un trait', pageOf('Une phrase', { more: '50 100 m 90 100 l S' })],
  ])('change avec %s', async (_, changed) => {
    const [before, after] = [await seePage(page), await seePage(changed)];
    expect(after.look).not.toBe(before.look);
    expect(after.substance).not.toBe(before.substance);
  });

  test('d’une place à l’autre, l’aspect change, la matière non', async () => {
    const [before, moved] = [await seePage(page), await seePage(pageOf('Une phrase', { x: 60 }))];
    expect(moved.look).not.toBe(before.look);
    expect({ ...moved, look: before.look }).toEqual(before);
  });

  test('une image compte par ses pixels, non par son nom', async () => {
    const shown = (name: string, width: number) =>
      seePage(pageOf('Une phrase', { more: `q 40 0 0 40 50 50 cm /${name} Do Q` }), {
        pictures: (context) => ({ [name]: picture(context, width, 2, context.obj('DeviceRGB')) }),
      });
    expect(await shown('Im1', 2)).toEqual(await shown('Im9', 2));
    expect((await shown('Im1', 2)).look).not.toBe((await shown('Im1', 3)).look);
  });

  test('un dessin réutilisé compte par ce qu’il dessine', async () => {
    const shown = (drawing: string, shift: number) =>
      seePage(pageOf('Une phrase', { more: '/Fm1 Do' }), {
        shift,
        pictures: (context) => ({
          Fm1: context.register(
            context.flateStream(drawing, { Type: 'XObject', Subtype: 'Form', StructParents: shift }),
          ),
        }),
      });
    expect(await shown('0 0 10 10 re f', 1)).toEqual(await shown('0 0 10 10 re f', 5));
    expect((await shown('0 0 10 10 re f', 1)).look).not.toBe((await shown('0 0 10 20 re f', 1)).look);
  });

  test('les points de conduite d’un sommaire ne sont pas des mots', async () => {
    expect((await seePage(pageOf('Ateliers ............ 93'))).text).toBe('Ateliers … 93');
  });
});
