import { describe, expect, test } from 'vitest';
import { BOOKS } from '../../../src/print/edition/book-layout.ts';
import { drawnAt } from '../../../src/print/figures/figure-widths.ts';
import { standAlone } from '../../../src/print/figures/stand-alone.ts';
import { nameOf, stemOf } from '../../../src/print/figures/taken-figure.ts';

const words = {
  id: 'lieux',
  title: 'Figure 3\u00a0: A & B, $& $1',
  subtitle: 'En %',
  reading: 'Une phrase.',
  champ: 'Lieux fictifs.',
  sources: 'Relevé <fictif>.',
  licence: 'CC BY-SA 4.0',
  publisher: 'Observatoire de démonstration',
  summary: 'A\u00a0: 1 ; B\u00a0: 2.',
  millesime: '3003',
};

function alone(inner: string) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 500 250" width="500" height="250" font-family="Source Sans 3" font-size="14" fill="#111">${inner}</svg>`;
  return standAlone({ svg, width: 500, height: 250, marks: [] }, 140, words);
}

describe('une figure seule dans son fichier', () => {
  test('a sa taille en millimètres, et garde ses proportions', () => {
    const { svg, width, height } = alone('');
    expect([width, height]).toEqual([140, 70]);
    expect(svg).toContain('viewBox="0 0 500 250" width="140mm" height="70mm" role="img"');
  });

  test('dit ce qu’elle est, à qui l’ouvre et à qui ne la voit pas', () => {
    const { svg } = alone('');
    expect(svg).toContain(
      '<title>Figure 3\u00a0: A &amp; B, $&amp; $1</title><desc>A\u00a0: 1 ; B\u00a0: 2.</desc><metadata>',
    );
    expect(svg).toContain('<dc:source>Relevé &lt;fictif&gt;.</dc:source><dc:date>3003</dc:date>');
    expect(svg).toContain('<dcterms:coverage>Champ\u00a0: Lieux fictifs.</dcterms:coverage>');
    expect(svg).toContain('<dc:rights>CC BY-SA 4.0</dc:rights>');
  });

  test('nomme ses polices comme CSS les lit, avec de quoi les remplacer', () => {
    const { svg } = alone('<text font-family="Bricolage Grotesque">T</text>');
    expect(svg).toContain(`font-family="'Source Sans 3', 'Source Sans Pro', 'Myriad Pro', 'Calibri',`);
    expect(svg).toContain(`font-family="'Bricolage Grotesque', 'Source Sans 3', 'Source Sans Pro', 'Myriad Pro',`);
  });

  test('ses lettres cernées restent lisibles où le contour se peindrait par-dessus', () => {
    const halo = 'stroke="#fff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"';
    expect(alone(`<text x="1" y="2" fill="#333" ${halo}>Nom</text>`).svg).toContain(
      '<text aria-hidden="true" x="1" y="2" fill="#333" stroke="#fff" stroke-width="3" stroke-linejoin="round">Nom</text><text x="1" y="2" fill="#333">Nom</text>',
    );
  });

  test('porte le numéro du livre dans son nom', () => {
    expect(stemOf({ number: 3, id: 'lieux' })).toBe('figure-03-lieux');
    expect(nameOf({ number: 3, title: 'Des lieux' })).toBe('Figure 3\u00a0: Des lieux');
  });
});

test('à la largeur de la page, les lettres ont la taille qu’elles ont dans la colonne', () => {
  for (const layout of Object.values(BOOKS)) {
    const [column, page] = [drawnAt('colonne', layout), drawnAt('page', layout)];
    expect(page.width).toBe(layout.paper.width - 20);
    expect(page.width).toBeGreaterThan(column.width);
    expect(page.width / page.pixels).toBeCloseTo(column.width / column.pixels, 3);
  }
});
