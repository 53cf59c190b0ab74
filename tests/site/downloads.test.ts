import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { dist, files, read } from './dist.ts';

const drawings = files.filter((file) => /graphiques\/[^/]+\.svg$/.test(file));
const hasRsvg = spawnSync('rsvg-convert', ['--version']).status === 0;

describe('une image vectorielle se tient seule', () => {
  test('sans script, feuille de styles, police ni image venues d’ailleurs', () => {
    expect(drawings.length).toBeGreaterThan(60);
    const dependent = /<script|<style|<foreignObject|<image|<use|@import|@font-face|\shref=|xlink:|\bon\w+=|var\(--/i;
    expect(drawings.filter((file) => dependent.test(read(file)))).toEqual([]);
    // What it paints with is inside it.
    const borrowed = drawings.filter((file) =>
      [...read(file).matchAll(/url\(#([^)]+)\)/g)].some(([, id]) => !read(file).includes(` id="${id}"`)),
    );
    expect(borrowed).toEqual([]);
  });

  test('son titre, ses sources, sa licence et son champ sont dans ses métadonnées et dessinés', () => {
    for (const file of drawings) {
      const svg = read(file);
      const { sources, heading } = JSON.parse(read(file.replace(/svg$/, 'json')));
      const metadata = /<metadata>.*<\/metadata>/s.exec(svg)![0];
      const drawn = svg.replace(metadata, '').replace(/<(?:title|desc)>.*?<\/(?:title|desc)>|<[^>]+>/gs, '');
      const bare = (words: string) => words.replace(/[\s&]|amp;/g, '');
      for (const text of [metadata, drawn]) {
        expect(bare(text), file).toContain(bare(heading));
        expect(bare(text), file).toContain(bare(sources[0].label));
        expect(text, file).toContain('CC BY-SA 4.0');
      }
      expect(metadata).toContain('<cc:license rdf:resource="https://creativecommons.org/licenses/by-sa/4.0/');
      expect(drawn).toContain('Champ');
    }
  });

  test.skipIf(!hasRsvg)('un autre programme la peint (ce test demande rsvg-convert)', async () => {
    for (const file of drawings.filter((_, index) => index % 9 === 0)) {
      const png = execFileSync('rsvg-convert', ['-w', '400', join(dist, file)], { maxBuffer: 1e8 });
      const { channels } = await sharp(png).stats();
      // Paper and ink: neither one colour nor a black page.
      expect(channels[0]!.stdev, file).toBeGreaterThan(5);
      expect(channels[0]!.mean, file).toBeGreaterThan(120);
    }
  });
});
