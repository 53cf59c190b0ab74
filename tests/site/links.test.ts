import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSelfCheck } from '../../src/observatory/self-check.ts';
import { dist, files, read } from './dist.ts';
import { brokenLinks, fileOf, readLinks } from './read-links.ts';

const known = new Set(files);
const site = { dist, base: '/' };
const links = readLinks(dist);

describe('les liens du site construit', () => {
  test('il y en a', () => expect(links.length).toBeGreaterThan(500));

  test('chaque lien, des pages comme des styles, mène à un fichier', () => expect(brokenLinks(site)).toEqual([]));

  test('chaque ancre existe dans sa page', () => {
    const ids = new Map<string, Set<string>>();
    const idsOf = (page: string) => {
      if (!ids.has(page))
        ids.set(page, new Set([...read(page).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id as string)));
      return ids.get(page) as Set<string>;
    };
    const broken = links.filter((link) => {
      const anchor = /#(.+)$/.exec(link.target)?.[1];
      const file = fileOf(link, site);
      return anchor && file?.endsWith('.html') && known.has(file) && !idsOf(file).has(decodeURIComponent(anchor));
    });
    expect(broken.map(({ page, target }) => `${page} → ${target}`)).toEqual([]);
  });

  test('aucune adresse ne commence par un protocole qui exécute', () => {
    expect(links.filter(({ target }) => /^\s*(javascript|data|vbscript):/i.test(target))).toEqual([]);
  });

  test('aucune page ne donne de document bureautique, tant que l’auto-contrôle (13.3) dit qu’il n’y en a pas', () => {
    const { check } = readSelfCheck({ content: join(import.meta.dirname, '../../content'), demonstration: false });
    const office = files.filter((file) => /\.(pdf|docx?|odt|xlsx?|ods|pptx?|odp|epub)$/i.test(file));
    const state = check?.criteres.find(({ critere }) => critere === '13.3')?.etat;
    expect(office.length === 0 || state !== 'non applicable', `${office[0]} est publié : 13.3 est « ${state} »`).toBe(
      true,
    );
  });

  test('l’observatoire réel ne mène à la démonstration que par ce qui le dit', () => {
    const unsaid = links.filter(
      ({ page, target }) => !page.startsWith('demonstration/') && target.includes('/demonstration/'),
    );
    expect(unsaid.length).toBeGreaterThan(0);
    for (const { page } of unsaid) expect(read(page)).toMatch(/démonstration/i);
  });
});
