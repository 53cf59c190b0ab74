import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CARD, drawFigureCard } from '../../src/components/figure-card.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { viewObservatory } from '../../src/observatory/view.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The picture inside a card, by its place and by what of the drawing it shows. */
const PICTURE =
  /<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/;

const wordsOf = (svg: string) =>
  svg
    .replace(/<svg [^>]*viewBox="[^"]*" x=.*<\/svg>(?=\s*<)/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');

test.each([
  ['réel', ''],
  ['fictif', 'demonstration'],
])(
  'chaque carte sociale de l’observatoire %s dit son titre entier et sa source, et son image se lit',
  async (_, folder) => {
    const folders = { data: join(ROOT, 'data', folder), content: join(ROOT, 'content', folder) };
    const { data } = await loadObservatory({ ...folders, demonstration: folder !== '' });
    const { figures, settings } = viewObservatory(data!, { demonstrationIsBuilt: true });
    expect(figures.length).toBeGreaterThan(20);
    for (const figure of figures) {
      const svg = drawFigureCard(figure, settings);
      const words = wordsOf(svg);
      expect(words, figure.id).toContain(figure.heading.replaceAll(/\s+/g, ' '));
      expect(words, figure.id).toContain(`Source : ${figure.sources[0]!.label.split(/\s/)[0]}`);
      expect(words, figure.id).toContain(settings.nom);
      const [shown, , x, y, width, height] = PICTURE.exec(svg)!.slice(1).map(Number) as [number, ...number[]];
      expect(width! / shown, `${figure.id} : échelle`).toBeGreaterThanOrEqual(0.6);
      expect([x! >= 520, x! + width! <= CARD.width - 56, y! >= 56, y! + height! <= 497], figure.id).not.toContain(
        false,
      );
      const isCut = Math.abs(width! / shown - 0.85) < 0.001 && words.includes('Le haut de l’image');
      expect(words.includes('Le haut de l’image'), figure.id).toBe(isCut);
    }
  },
);
