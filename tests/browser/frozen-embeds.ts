import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EMBED_MOST, weighPage } from '../site/weigh-page.ts';
import { copyByKeyboard } from './copy-by-keyboard.ts';
import { hosts } from './hosts/host-pages.ts';
import { faultsInHosts, openHosts, pairUp, shownAt } from './hosts/open-hosts.ts';
import {
  faultsWithoutFonts,
  faultsWithoutScript,
  IN_SANDBOX,
  readCodes,
  seenInSandbox,
  THEMES,
  themesOf,
} from './look-at-embeds.ts';
import { openSite } from './site.ts';

/** A built site with frozen years; its folder exists once the tests begin. */
interface FrozenSite {
  dist(): string;
  /** The address that its settings give it, and the path under which it lies. */
  readonly address: string;
  readonly base: string;
  /** Four frozen figures to show in pages of other sites, two by two, by year and id; one of each two has a short table. */
  readonly shown: readonly string[];
  /** One of a figure with an erratum, and what is read of it. */
  readonly erratum: { readonly of: string; readonly says: string };
  /** One whose place a notice took: no code of it is offered, oEmbed still gives its frame. */
  readonly withdrawn: string;
}

/** What is kept above a frozen figure for the day when a newer edition, or an erratum, is to be told: a line, px. */
const LINE = 23;

/** Tests of frozen figures in a browser, as those of live ones (embeds.test.ts), for a file that has built a site with some. */
export function testFrozenEmbeds({ dist, address, base, shown, erratum, withdrawn }: FrozenSite): void {
  describe('une figure figée à intégrer', () => {
    const site = openSite(dist, base);
    const others = openHosts();
    const pathOf = (frozen: string) => `${base}integrer/${frozen}/`;
    /** The codes of frozen figures, and of the live one that bears an erratum. */
    const codes = () => {
      const folder = join(dist(), 'graphiques');
      const pages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
      const all = readCodes(
        pages.map(({ name }) => join(folder, name, 'index.html')),
        address,
      );
      const live = pathOf(erratum.of.replace(/^.*\//, ''));
      return new Map([...all].filter(([path]) => /\/integrer\/\d{4}\//.test(path) || path === live));
    };

    const frozenYearsOf = (id: string) =>
      [...codes().keys()].filter((path) => /\/\d{4}\//.test(path) && path.endsWith(`/${id}/`)).length;

    test('sans script, la hauteur de son code suffit, avec ou sans édition plus récente, avec ou sans erratum', async () => {
      const { html } = JSON.parse(readFileSync(join(dist(), 'oembed', `${withdrawn}.json`), 'utf8'));
      const own = new Map([...codes(), [pathOf(withdrawn), html as string]]);
      expect([...own.keys()]).toEqual(expect.arrayContaining([...shown, erratum.of].map(pathOf)));
      expect(await faultsWithoutScript(site, own, LINE)).toEqual([]);
    });

    test('sans les polices du site, rien n’est coupé, et la hauteur de son code suffit', async () => {
      const some = [...shown, erratum.of].map(pathOf);
      const own = new Map([...codes()].filter(([path]) => some.includes(path)));
      expect(own.size).toBe(new Set(some).size);
      expect(await faultsWithoutFonts(site, own, LINE)).toEqual([]);
    });

    test('un erratum est annoncé au-dessus de la figure, et dit sous ses sources, dans la hauteur donnée', async () => {
      const code = codes().get(pathOf(erratum.of))!;
      const given = Number(/height="(\d+)"/.exec(code)![1]);
      const options = { javaScriptEnabled: false, viewport: { width: 600, height: given } };
      const seen = await site.visit(pathOf(erratum.of), options, (page) =>
        page.evaluate(async () => {
          await document.fonts.ready;
          const places = [...document.querySelectorAll('main > aside, .figure svg, .figure .notes, .last + .notes')];
          return places
            .filter((each) => each.checkVisibility())
            .map((each) => ({ bottom: each.getBoundingClientRect().bottom, text: each.textContent }));
        }),
      );
      const bottoms = seen.map(({ bottom }) => bottom);
      expect(bottoms).toHaveLength(4);
      expect(bottoms).toEqual(bottoms.toSorted((a, b) => a - b));
      expect(bottoms.at(-1)).toBeLessThanOrEqual(given);
      expect(seen[0]!.text).toContain('Un erratum est paru');
      expect(seen.at(-1)!.text.replace(/[\u00a0\u202f]/g, ' ')).toContain(erratum.says);
    });

    test('chaque sorte d’hôte lui donne sa hauteur, au pixel près', async () => {
      const cases = pairUp(hosts, [320, 600, 900], shown.map(pathOf));
      // Each host at one of the widths.
      const some = cases.filter((_, index) => index % 3 === Math.floor(index / 3) % 3);
      expect(some).toHaveLength(Object.keys(hosts).length);
      expect(await faultsInHosts(site, others, codes(), some)).toEqual([]);
    });

    test('elle prend le thème de l’écran, ou celui que son adresse demande', async () => {
      expect(await themesOf(site, pathOf(shown[0]!))).toEqual(THEMES);
    });

    test('dans un bac à sable sans script ni origine, elle garde ses styles, ses polices et sa source', async () => {
      const page = await site.browser.newPage({ viewport: { width: 600, height: 1500 } });
      const { address: src } = shownAt(site, codes(), pathOf(shown[0]!));
      await others.open(page, 'bac', 600, `<iframe src="${src}" title="" width="600" sandbox=""></iframe>`);
      expect(await seenInSandbox(page)).toEqual(IN_SANDBOX);
      await page.close();
    });

    test('son code se copie au clavier, et n’est donné qu’une fois', async () => {
      const [, id] = shown[0]!.split('/');
      const page = `${base}graphiques/${id}/`;
      const copied = await copyByKeyboard(site, page);
      const [live, frozen] = copied.filter(({ button }) => button === 'Copier le code');
      expect(live).toMatchObject({ name: 'Copier le code : Figure vivante' });
      expect(frozen!.name).toMatch(/^Copier le code : Figure figée, publication /);
      expect(frozen!.text).toMatch(
        new RegExp(`^<iframe id="otl-\\d{4}-${id}" .* allow="clipboard-write; web-share"></iframe>`),
      );
      const html = readFileSync(join(dist(), page.slice(base.length), 'index.html'), 'utf8');
      const addresses = [...html.matchAll(/<textarea [^>]*>&lt;iframe [^<]*?src=&quot;(.*?)&quot;/g)].map(
        ([, src]) => src,
      );
      expect(addresses.length).toBe(frozenYearsOf(id!) + 1);
      expect(new Set(addresses).size).toBe(addresses.length);
    });

    test('elle pèse moins de 10 Ko, vivante ou figée, avec ses styles et son script, police à part', () => {
      // Live ones too: this site has an address, which pages and their links bear.
      const pages = readdirSync(join(dist(), 'integrer'), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('index.html'))
        .map((file) => join('integrer', file));
      expect(pages.map((page) => `${base}${page.slice(0, -'index.html'.length)}`)).toEqual(
        expect.arrayContaining([...codes().keys()]),
      );
      const weights = pages.map((page) => [weighPage(dist(), page, base), page] as const);
      expect(weights.filter(([weight]) => weight > EMBED_MOST)).toEqual([]);
    });
  });
}
