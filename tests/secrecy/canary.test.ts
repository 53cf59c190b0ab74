import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadObservatory } from '../../src/datasets/load.ts';
import { figures } from '../../src/figures/index.ts';
import { indicators } from '../../src/indicators/index.ts';
import type { PublishedCell } from '../../src/model/table.ts';
import { printedNumbers } from '../../src/observatory/printed-numbers.ts';
import { submissionsOf } from '../../src/observatory/publish-all.ts';
import { viewObservatory } from '../../src/observatory/view.ts';
import { inspectArtefact, type Rules } from '../../src/secrecy/inspect-artefact.ts';
import { publish } from '../../src/secrecy/publish.ts';
import type { Submission } from '../../src/secrecy/submission.ts';
import { CANARY, DISGUISES, TERRITORY, withCanary } from './canary.ts';

const ROOT = join(import.meta.dirname, '../..');
const loading = await loadObservatory({
  data: join(ROOT, 'data/demonstration'),
  content: join(ROOT, 'content/demonstration'),
  demonstration: true,
});
if (!loading.data) throw new Error('The demonstration cannot be loaded');
const data = withCanary(loading.data);

const { unitesMinimum, partMaximale } = data.settings.secret;
const throughGate = (all: readonly Submission[]) =>
  publish(all, { minimumUnits: unitesMinimum, maximumShare: partMaximale });
const submissions = submissionsOf(data, figures, indicators);
const published = throughGate(submissions);

/** The same without the place: a number that is read there as well is others' own. */
const without = throughGate(submissionsOf(loading.data, figures, indicators));
const numbersAt = (tables: typeof published, address: string) => {
  const table = tables.get(address);
  return printedNumbers(table ? [table] : []);
};

/** Every cell that the place contributes to, before the gate and after; nothing after where the table is withheld. */
const touched = submissions.flatMap(({ address, table }) =>
  table.rows.flatMap(({ cells }, row) =>
    Object.entries(cells).flatMap(([measure, cell]) => {
      const own = cell.contributions?.find(([unit]) => unit === CANARY.id_unite)?.[1] ?? 0;
      const after: PublishedCell | undefined = published.get(address)?.rows[row]?.cells[measure];
      return own === 0 ? [] : [{ address, cell, own, after }];
    }),
  ),
);

const others = printedNumbers(
  [...without].filter(([address]) => address.endsWith(`/${data.settings.region.id}/main`)).map(([, table]) => table),
);
const unmistakable = new Set([...DISGUISES].filter((key) => !others.has(key)));

/** Nothing is allowed nor excepted: only the place's own values are looked for. */
const RULES: Rules = {
  numbers: 'any',
  exceptions: [{ reason: 'dessin', places: /@(?:d|x|y|cx|cy|r|width|height|viewBox|transform)$/ }],
  secretNumbers: unmistakable,
  secretTexts: new Set([CANARY.id_unite, TERRITORY.code!]),
};

describe('un lieu reconnaissable entre tous', () => {
  test('est bien compté : il pèse dans des dizaines de cases', () => {
    expect(unmistakable.size).toBeGreaterThan(0.9 * DISGUISES.size);
    expect(touched.length).toBeGreaterThan(50);
    expect(touched.filter(({ after }) => after && after.value !== null).length).toBeGreaterThan(20);
  });

  test('n’est dans aucun tableau publié, ni tel quel ni arrondi', () => {
    for (const address of published.keys()) {
      const known = numbersAt(without, address);
      const found = [...numbersAt(published, address)].filter((key) => DISGUISES.has(key) && !known.has(key));
      expect(found, address).toEqual([]);
    }
  });

  test('n’est dans aucune vue : phrases, images, nombres cités, données pour les programmes', () => {
    const view = viewObservatory(data, { demonstrationIsBuilt: true });
    const leaks = (text: string, format: 'svg' | 'json') => inspectArtefact(text, format, RULES);
    for (const figure of view.figures) {
      for (const width of [310, 640]) {
        const { svg, marks } = figure.draw({ id: 'f', width, medium: 'file' });
        expect(leaks(svg, 'svg'), figure.id).toEqual([]);
        expect(leaks(JSON.stringify(marks), 'json'), figure.id).toEqual([]);
      }
      expect(leaks(JSON.stringify(figure), 'json'), figure.id).toEqual([]);
    }
    const territories = [...view.settings.territoires, view.settings.region].map(({ id }) => id);
    const quoted = indicators
      .filter(({ uses }) => uses.includes('enquete'))
      .flatMap(({ id }) => territories.map((territoire) => view.value(id, { territoire }).text));
    expect(leaks(JSON.stringify(quoted), 'json')).toEqual([]);
  });

  test('seul dans son territoire, il n’y fait rien publier de l’enquête', () => {
    const gated = new Set(
      submissions.flatMap(({ address, table }) =>
        table.rows.some(({ cells }) => Object.values(cells).some(({ contributions }) => contributions)) ? address : [],
      ),
    );
    const there = [...published].filter(([address]) => address.includes(`/${TERRITORY.id}/`));
    expect(there.filter(([address]) => gated.has(address)).map(([address]) => address)).toEqual([]);
    // Open data may be told there, and hold no answer.
    for (const [, { rows }] of there) expect(rows.flatMap(({ cells }) => Object.values(cells))).toEqual([]);
    const cells = [...published.values()].flatMap(({ rows }) =>
      rows.filter(({ key }) => key.territoire === TERRITORY.id).flatMap((row) => Object.values(row.cells)),
    );
    expect(cells.length).toBeGreaterThan(0);
    for (const { value } of cells) expect(value ?? 0).toBe(0);
  });

  test('au-delà de 85 % d’une somme de trois lieux ou plus, la somme est masquée', () => {
    const dominated = touched.filter(
      ({ cell, own, after }) =>
        after && cell.kind === 'sum' && (cell.n ?? 0) >= unitesMinimum && own / cell.value! > partMaximale,
    );
    expect(dominated.length).toBeGreaterThan(0);
    for (const { address, after } of dominated) expect(after, address).toMatchObject({ value: null, sign: 's' });
  });

  test('aucune somme publiée ne le laisse deviner à un dixième près', () => {
    const sums = touched.filter(({ cell, after }) => cell.kind === 'sum' && after && after.value !== null);
    expect(sums.length).toBeGreaterThan(3);
    for (const { address, own, after } of sums) expect(own / after!.value!, address).toBeLessThan(0.9);
  });

  test('serait trouvé si la porte ne regardait pas', () => {
    const open = publish(
      submissions.map((submission) => ({ ...submission, gated: false, withheld: false })),
      { minimumUnits: 1, maximumShare: 1 },
    );
    expect([...printedNumbers(open.values())].filter((key) => DISGUISES.has(key)).length).toBeGreaterThan(5);
  });
});
