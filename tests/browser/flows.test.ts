import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { faultsOfAxe } from './axe.ts';
import { type FlowPage, fedWith, flowPages } from './flow-pages.ts';
import { openSite } from './site.ts';

const pages = flowPages(inject('dist'));
const site = openSite();

const DRAWING = 'main .drawing-wide:visible, main .drawing-narrow:visible';

function visit<T>(
  path: string,
  { width, height = 800, ...rest }: BrowserContextOptions & { width: number; height?: number },
  look: (page: Page) => Promise<T>,
): Promise<T> {
  return site.visit(path, { viewport: { width, height }, ...rest }, look);
}

/** What is lit in the picture that is shown, and the tip. */
const stateOf = (page: Page) =>
  page.locator(DRAWING).evaluate((box) => {
    const tip = box.parentElement?.querySelector<HTMLElement>('.tip');
    const keys = (query: string) => [...box.querySelectorAll<SVGElement>(query)].map((mark) => mark.dataset.mark ?? '');
    return {
      focused: document.activeElement instanceof SVGElement ? (document.activeElement.dataset.mark ?? null) : null,
      at: keys('.is-at'),
      on: keys('.is-on').sort(),
      dimmed: box.classList.contains('has-mark'),
      tip: tip && !tip.hidden ? tip.textContent : null,
    };
  });

/** Where the tip stands in the window and on what, `points` being somewhere on the mark. */
const tipFaults = (page: Page, points: readonly (readonly [number, number])[]) =>
  page.locator('main obs-chart .tip').evaluate((tip, all) => {
    const { left, right, top, bottom } = tip.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    return [
      ...(left < 0 || right > clientWidth || top < 0 || bottom > clientHeight ? ['hors de la fenêtre'] : []),
      ...all.flatMap(([x, y]) => (x > left && x < right && y > top && y < bottom ? [`cache ${x}, ${y}`] : [])),
    ];
  }, points);

/** A mark, a point of the window on it and on no other, and what is said while a pointer is there. */
interface Pointed {
  readonly key: string;
  readonly point: readonly [number, number];
  readonly at: readonly string[];
  readonly on: readonly string[];
  readonly tip: string | null;
}

/**
 * Scrolls to each mark in turn, and points at it where `isPointing`, all in the page: thousands of moves of a real mouse take
 * minutes. Marks that others cover wholly are left out.
 */
const pointAt = (page: Page, keys: readonly string[], isPointing = true): Promise<Pointed[]> =>
  page.locator(DRAWING).evaluate(
    (box, { wanted, isPointing }) => {
      const marks = [...box.querySelectorAll<SVGElement>('[data-mark]')];
      const named = (query: string) =>
        [...box.querySelectorAll<SVGElement>(query)].map((one) => one.dataset.mark ?? '');
      const tip = box.parentElement?.querySelector<HTMLElement>('.tip');
      return wanted.flatMap((key) => {
        const path = marks.find((one) => one.dataset.mark === key)?.querySelector<SVGPathElement>('path');
        if (!path) return [];
        path.scrollIntoView({ block: 'center' });
        const isRibbon = path.getAttribute('fill') === 'none';
        const { left, top, width, height } = path.getBoundingClientRect();
        const matrix = path.getScreenCTM()!;
        const length = path.getTotalLength();
        const parts = [0.5, 0.3, 0.7, 0.15, 0.85, 0.05, 0.95];
        const points = isRibbon
          ? parts.map((part) => path.getPointAtLength(length * part).matrixTransform(matrix)).map(({ x, y }) => [x, y])
          : parts.map((part) => [left + Math.min(2, width / 2), top + height * part]);
        const over = ([x, y]: number[]) => document.elementFromPoint(x!, y!)?.closest<SVGElement>('[data-mark]');
        const point = points.find((one) => over(one)?.dataset.mark === key);
        if (!point) return [];
        if (isPointing) {
          box.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
          const target = document.elementFromPoint(point[0]!, point[1]!)!;
          target.dispatchEvent(new PointerEvent('pointerover', { pointerType: 'mouse', bubbles: true }));
        }
        const told = tip && !tip.hidden ? tip.textContent : null;
        const hides = tip && told !== null ? [tip.getBoundingClientRect()] : [];
        const [x, y] = [point[0]!, point[1]!];
        const isOut = hides.some(
          (one) =>
            one.left < 0 ||
            one.top < 0 ||
            one.right > document.documentElement.clientWidth ||
            one.bottom > document.documentElement.clientHeight,
        );
        const covers = hides.some((one) => x > one.left && x < one.right && y > one.top && y < one.bottom);
        return [
          {
            key,
            point: [x, y] as const,
            at: named('.is-at'),
            on: named('.is-on').sort(),
            tip: isOut ? 'hors de la fenêtre' : covers ? `cache ${x}, ${y}` : told,
          },
        ];
      });
    },
    { wanted: [...keys], isPointing },
  );

/** A point of the window on a mark and on no other, after scrolling to it; undefined where others cover it all. */
const pointOn = async (page: Page, key: string) => (await pointAt(page, [key], false))[0]?.point;

/** Opens the keyboard's walk at the first mark, and tells which keys go across and along. */
async function enter(page: Page) {
  const drawing = page.locator(DRAWING);
  const turned = (await drawing.getAttribute('data-turned')) === 'true';
  await drawing.focus();
  const keys = turned ? { next: 'ArrowRight', onwards: 'ArrowDown' } : { next: 'ArrowDown', onwards: 'ArrowRight' };
  await page.keyboard.press(keys.next);
  return keys;
}

const focusedMark = (page: Page) =>
  page.evaluate(() =>
    document.activeElement instanceof SVGElement ? (document.activeElement.dataset.mark ?? '') : '',
  );

test('la démonstration a des images de flux', () => {
  expect(pages.map(({ id }) => id)).toContain('enquete-flux-ressources');
});

describe.each(pages)('$id', (flow: FlowPage) => {
  const shown = flow.links.filter((link) => link.shown);

  test.each([320, 1000])('à %i px, les flèches passent une fois par chaque nœud et chaque lien', async (width) => {
    const seen = await visit(flow.path, { width }, async (page) => {
      const { next, onwards } = await enter(page);
      const all: string[] = [];
      /** From the first of a column or of its links to the last, by arrows. */
      const across = async () => {
        await page.keyboard.press('Home');
        const row = [await focusedMark(page)];
        for (let moved = true; moved; ) {
          await page.keyboard.press(next);
          const at = await focusedMark(page);
          moved = at !== row.at(-1);
          if (moved) row.push(at);
        }
        all.push(...row);
        return row;
      };
      const goTo = async (row: readonly string[], wanted: string) => {
        await page.keyboard.press('Home');
        for (let i = row.indexOf(wanted); i > 0; i--) await page.keyboard.press(next);
      };
      for (let column = await across(); ; column = await across()) {
        const giver = column.find((node) => shown.some(({ from }) => from === node));
        if (!giver) break;
        await goTo(column, giver);
        await page.keyboard.press(onwards);
        const row = await across();
        // The next column is where the shortest of these links goes.
        const ends = shown.filter(({ key }) => row.includes(key));
        const nearest = ends.find(
          ({ to }) => !ends.some((other) => shown.some((link) => link.from === other.to && link.to === to)),
        );
        await goTo(row, nearest!.key);
        await page.keyboard.press(onwards);
      }
      return all;
    });
    expect([...seen].sort()).toEqual([...flow.nodes, ...shown.map(({ key }) => key)].sort());
  });

  test('un seul arrêt de tabulation ; Échap éteint tout et rend le focus à l’image', async () => {
    await visit(flow.path, { width: 1000 }, async (page) => {
      await enter(page);
      expect((await stateOf(page)).dimmed).toBe(true);
      await page.keyboard.press('Escape');
      expect(await stateOf(page)).toEqual({ focused: null, at: [], on: [], dimmed: false, tip: null });
      const isOnDrawing = () => page.locator(DRAWING).evaluate((box) => box === document.activeElement);
      const isInside = () => page.locator('main obs-chart').evaluate((chart) => chart.contains(document.activeElement));
      expect(await isOnDrawing()).toBe(true);
      await page.keyboard.press('Tab');
      expect(await isInside()).toBe(false);
      await page.keyboard.press('Shift+Tab');
      expect(await isOnDrawing()).toBe(true);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Shift+Tab');
      expect(await isInside()).toBe(false);
    });
  });

  test.each([320, 600, 1200])(
    'à %i px, la souris éclaire ce qui alimente et ce qui est alimenté, et la bulle ne cache rien',
    async (width) => {
      await visit(flow.path, { width }, async (page) => {
        const links = shown.map(({ key }) => key);
        // A real mouse, on a node and on a link.
        const [link] = await pointAt(page, links, false);
        for (const key of [flow.nodes.at(-1)!, link!.key]) {
          const point = await pointOn(page, key);
          await page.mouse.move(...point!);
          const { at, on, tip } = await stateOf(page);
          expect({ at, on }, key).toEqual({ at: [key], on: fedWith(flow, key) });
          expect(tip, key).toMatch(/\s: /);
          expect(await tipFaults(page, [point!]), key).toEqual([]);
          await page.mouse.move(0, 0);
          expect((await stateOf(page)).dimmed).toBe(false);
        }
        const pointed = await pointAt(page, [...flow.nodes, ...links]);
        for (const { key, at, on, tip } of pointed) {
          expect({ at, on }, key).toEqual({ at: [key], on: fedWith(flow, key) });
          expect(tip, key).toMatch(/\s: /);
        }
        const reached = pointed.map(({ key }) => key);
        expect(reached).toEqual(expect.arrayContaining([...flow.nodes]));
        expect(reached.length - flow.nodes.length).toBeGreaterThan(links.length * 0.6);
      });
    },
  );

  test('au doigt : un toucher éclaire, un toucher ailleurs éteint', async () => {
    await visit(flow.path, { width: 360, hasTouch: true, isMobile: true }, async (page) => {
      const [node] = flow.nodes;
      const point = await pointOn(page, node!);
      await page.touchscreen.tap(...point!);
      expect(await stateOf(page)).toMatchObject({ at: [node], on: fedWith(flow, node!) });
      expect(await tipFaults(page, [point!])).toEqual([]);
      await page.locator('main h1').tap();
      expect(await stateOf(page)).toMatchObject({ dimmed: false, tip: null });
    });
  });

  test('la liste, l’image et le tableau suivent un seul ordre', async () => {
    await visit(flow.path, { width: 1000 }, async (page) => {
      const columns = await page.locator('.flows-stages > li').evaluateAll((items) =>
        items.map((item) =>
          [...item.querySelectorAll<HTMLElement>(':scope > ul > li')].map((line) => ({
            key: line.dataset.key ?? '',
            links: [...line.querySelectorAll<HTMLElement>('li')].map((one) => one.dataset.key ?? ''),
          })),
        ),
      );
      const listed = columns.flat().map(({ key }) => key);
      expect([...listed].sort()).toEqual([...flow.nodes].sort());
      expect(columns.flatMap((column) => column.flatMap(({ links }) => links)).sort()).toEqual(
        flow.links.map(({ key }) => key).sort(),
      );
      const places = await page.locator(DRAWING).evaluate((box) =>
        Object.fromEntries(
          [...box.querySelectorAll<SVGElement>('[data-mark]')].map((mark) => {
            const path = mark.querySelector('path')!;
            const ribbon = /^M([\d.]+) ([\d.]+)/.exec(path.getAttribute('d') ?? '')!;
            return [mark.dataset.mark, { left: Number(ribbon[1]), top: Number(ribbon[2]) }];
          }),
        ),
      );
      for (const column of columns) {
        const keys = column.map(({ key }) => key);
        expect(keys, 'tableau').toEqual(flow.nodes.filter((key) => keys.includes(key)));
        const tops = keys.map((key) => places[key]!.top);
        expect(tops, 'image').toEqual([...tops].sort((a, b) => a - b));
      }
    });
  });

  test('l’adresse garde ce qui est choisi, et le rend', async () => {
    const node = flow.nodes.at(-1)!;
    const hash = await visit(
      flow.path,
      { width: 1000, permissions: ['clipboard-read', 'clipboard-write'] },
      async (page) => {
        const point = await pointOn(page, node);
        await page.mouse.click(point![0], point![1]);
        await expect.poll(() => page.evaluate(() => location.hash)).not.toBe('');
        await page.getByRole('button', { name: 'Copier le lien' }).click();
        const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
        const kept = await page.evaluate(() => location.hash);
        expect([copied.pathname, copied.hash]).toEqual([flow.path, kept]);
        await page.keyboard.press('Escape');
        await expect.poll(() => page.evaluate(() => location.hash)).toBe('');
        return kept;
      },
    );
    for (const width of [320, 1000]) {
      const state = await visit(flow.path + hash, { width }, async (page) => {
        await expect.poll(async () => (await stateOf(page)).at).toEqual([node]);
        const point = await page.locator(DRAWING).evaluate((box) => {
          const { left, top, width, height } = box.querySelector('.is-at path')!.getBoundingClientRect();
          return [left + width / 2, top + height / 2, innerWidth, innerHeight] as const;
        });
        expect(point[1]).toBeGreaterThan(0);
        expect(point[1]).toBeLessThan(point[3]);
        expect(await tipFaults(page, [[point[0], point[1]]])).toEqual([]);
        return stateOf(page);
      });
      expect(state.on).toEqual(fedWith(flow, node));
    }
    const ignored = await visit(`${flow.path}#${flow.id}--inconnu`, { width: 1000 }, stateOf);
    expect(ignored).toMatchObject({ dimmed: false, tip: null });
  });

  test('sans script : image entière, phrases, liste, et l’adresse mène à la bonne ligne', async () => {
    const node = flow.nodes.at(-1)!;
    const id = await visit(flow.path, { width: 320 }, (page) =>
      page.locator(`.flows [data-key="${node}"]`).first().getAttribute('id'),
    );
    await visit(`${flow.path}#${id}`, { width: 320, javaScriptEnabled: false }, async (page) => {
      const line = page.locator(`[id="${id}"]`);
      expect(await line.isVisible()).toBe(true);
      const box = await line.boundingBox();
      expect(box!.y).toBeGreaterThanOrEqual(0);
      expect(box!.y).toBeLessThan(800);
      const drawing = page.locator(DRAWING);
      expect(await drawing.getAttribute('role')).toBe('img');
      expect(await drawing.getAttribute('aria-label')).not.toBe('');
      expect(await page.locator('main obs-chart [tabindex]').count()).toBe(0);
      const untold = await drawing.locator('[data-mark]:not(:has(title))').count();
      expect(untold).toBe(0);
    });
  });

  test.each([
    ['clair', 1000, {}],
    ['sombre', 320, { colorScheme: 'dark' }],
    ['couleurs imposées', 1000, { forcedColors: 'active', colorScheme: 'dark' }],
  ] as const)('axe n’a rien à dire, au repos et éclairé (%s)', async (_name, width, options) => {
    await visit(flow.path, { width, ...options }, async (page) => {
      const check = () => faultsOfAxe(page, { include: ['main figure'], exclude: ['.more'] });
      await page.locator('.flows > summary').click();
      if (width === 1000) expect(await check()).toEqual([]);
      await enter(page);
      expect(await check()).toEqual([]);
    });
  });

  test('à 400 %, la bulle tient dans la fenêtre et rien ne défile de côté', async () => {
    await visit(flow.path, { width: 320, height: 256 }, async (page) => {
      const { next, onwards } = await enter(page);
      for (const key of [next, onwards, next, onwards]) {
        await page.keyboard.press(key);
        expect(await tipFaults(page, [])).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      }
    });
  });
});

describe('toutes les images', () => {
  test('le mouvement s’arrête quand on le demande', async () => {
    const duration = (reducedMotion: 'reduce' | 'no-preference') =>
      visit(pages[0]!.path, { width: 1000, reducedMotion }, (page) =>
        page
          .locator('[data-mark] > path')
          .first()
          .evaluate((path) => getComputedStyle(path).transitionDuration),
      );
    expect(await duration('no-preference')).not.toBe('0s');
    expect(await duration('reduce')).toBe('0s');
  });

  test('le focus se voit sur un nœud et sur un lien', async () => {
    await visit(pages[0]!.path, { width: 1000 }, async (page) => {
      const { onwards } = await enter(page);
      const outlined = () =>
        page.evaluate(() =>
          [...(document.activeElement?.querySelectorAll('path') ?? [])].some(
            (path) => Number.parseFloat(getComputedStyle(path).outlineWidth) >= 2 || path.classList.contains('edge'),
          ),
        );
      expect(await outlined()).toBe(true);
      await page.keyboard.press(onwards);
      expect(await outlined()).toBe(true);
    });
  });

  test('un doigt à côté d’un lien mince le trouve', async () => {
    await visit(pages[0]!.path, { width: 360, hasTouch: true, isMobile: true }, async (page) => {
      const beside = await page.locator(DRAWING).evaluate((box) => {
        box.scrollIntoView();
        const { left, top, right } = box.getBoundingClientRect();
        const markAt = (x: number, y: number) => document.elementFromPoint(x, y)?.closest('[data-mark]');
        for (let y = top + 150; y < top + 350; y += 5)
          for (let x = left + 20; x < right - 20; x += 1)
            if (markAt(x, y) && !markAt(x - 9, y) && !markAt(x - 5, y)) return [x - 9, y] as const;
        return null;
      });
      expect(beside).not.toBeNull();
      await page.touchscreen.tap(...beside!);
      expect((await stateOf(page)).at).toHaveLength(1);
    });
  });

  test('une image sans flux se parcourt en rond, et Échap rend le focus', async () => {
    await visit('/demonstration/graphiques/enquete-activites/', { width: 1000 }, async (page) => {
      const count = await page.locator(DRAWING).locator('[data-mark]').count();
      await page.locator(DRAWING).focus();
      const seen: string[] = [];
      for (let i = 0; i < count; i++) {
        await page.keyboard.press('ArrowDown');
        seen.push(await focusedMark(page));
      }
      expect(new Set(seen).size).toBe(count);
      await page.keyboard.press('ArrowDown');
      expect(await focusedMark(page)).toBe(seen[0]);
      expect((await stateOf(page)).dimmed).toBe(false);
      await page.keyboard.press('Escape');
      expect(await page.locator(DRAWING).evaluate((box) => box === document.activeElement)).toBe(true);
    });
  });
});
