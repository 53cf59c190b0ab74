import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readPngTexts } from '../components/read-png-texts.ts';
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

describe('une image en points garde sa source', () => {
  test.each([
    ['usuelle', (id: string) => `graphiques/${id}.png`, 1600],
    ['petite', (id: string) => `graphiques/${id}-800.png`, 800],
    ['pour les réseaux sociaux', (id: string) => `graphiques/${id}/carte-sociale.png`, 1200],
  ])('%s', async (_, fileOf, width) => {
    for (const drawing of drawings) {
      const [, root = '', id = ''] = /^(.*)graphiques\/([^/]+)\.svg$/.exec(drawing)!;
      const png = readFileSync(join(dist, root, fileOf(id)));
      const { heading, sources, publisher } = JSON.parse(read(drawing.replace(/svg$/, 'json')));
      expect(png.readUInt32BE(16), drawing).toBe(width);
      const said = readPngTexts(png);
      expect(said.get('Title'), drawing).toBe(heading);
      expect(said.get('Author')).toContain(publisher);
      expect(said.get('Source')).toContain(sources[0].label.slice(0, 12));
      expect(said.get('Copyright')).toBe('CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/deed.fr');
      expect(said.get('Comment')).toMatch(/^Champ\u00a0: /);
      // No address is made up for a site that has none yet.
      expect(said.get('URL') ?? 'https://').toMatch(/^https:\/\//);
    }
  });
});
