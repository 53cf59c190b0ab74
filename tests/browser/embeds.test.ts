import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { openSite } from './site.ts';

/** Most px that a frame may leave empty under its page. */
const SLACK = 60;

const dist = inject('dist');
const site = openSite();

/** The height that the code to paste gives the frame. */
function heightSaid(root: string, id: string): number {
  const page = readFileSync(join(dist, root, 'graphiques', id, 'index.html'), 'utf8');
  return Number(/height=(?:&quot;|&#34;|")(\d+)/.exec(page.slice(page.indexOf('<textarea')))?.[1]);
}

describe.each(['', 'demonstration/'])('%sintegrer/', (root) => {
  const ids = readdirSync(join(dist, root, 'integrer'));

  test.each([600, 900])(
    'dans un cadre de %i px, sans script, chaque figure tient dans la hauteur donnée',
    async (width) => {
      const context = await site.browser.newContext({ viewport: { width, height: 100 }, javaScriptEnabled: false });
      const page = await context.newPage();
      const wrong: string[] = [];
      for (const id of ids) {
        await page.goto(`${site.origin}/${root}integrer/${id}/`);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const needed = await page.evaluate(() => document.documentElement.scrollHeight);
        const given = heightSaid(root, id);
        const tallest = needed + (width === 600 ? SLACK : Number.POSITIVE_INFINITY);
        if (!(given >= needed && given <= tallest))
          wrong.push(`${id} : ${given} px donnés, ${needed} px à ${width} px`);
      }
      await context.close();
      expect(wrong).toEqual([]);
    },
  );
});
