import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { datasets } from '../../src/datasets/index.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { figures } from '../../src/figures/index.ts';
import { indicators } from '../../src/indicators/index.ts';
import { submissionsOf } from '../../src/observatory/publish-all.ts';
import { publish } from '../../src/secrecy/publish.ts';

const ROOT = join(import.meta.dirname, '../..');
const { data } = await loadObservatory({
  data: join(ROOT, 'data/demonstration'),
  content: join(ROOT, 'content/demonstration'),
  demonstration: true,
});
if (!data) throw new Error('The demonstration cannot be loaded');
const { unitesMinimum: minimumUnits, partMaximale: maximumShare } = data.settings.secret;

const tablesOf = (observed: typeof data) => {
  const submissions = submissionsOf(observed, figures, indicators);
  return { submissions, published: publish(submissions, { minimumUnits, maximumShare }) };
};

describe('aujourd’hui, aucune vue ne montre les réponses d’un seul lieu, quoi qu’il accepte', () => {
  const { submissions, published } = tablesOf(data);

  test('chaque nombre de l’enquête vient de trois lieux au moins, ou de personne', () => {
    const shown = submissions
      .filter(({ gated }) => gated)
      .flatMap(({ address, table }) =>
        table.rows.flatMap(({ cells }, row) =>
          Object.entries(cells).flatMap(([measure, { contributions = [] }]) => {
            const after = published.get(address)?.rows[row]?.cells[measure];
            const units = new Set(contributions.filter(([, amount]) => amount !== 0).map(([unit]) => unit)).size;
            return after && after.value !== null ? [{ cell: `${address} ${row} ${measure}`, units }] : [];
          }),
        ),
      );
    expect(shown.length).toBeGreaterThan(1000);
    expect(shown.filter(({ units }) => units > 0 && units < minimumUnits)).toEqual([]);
  });

  test('les tableaux sont les mêmes, que tous les lieux acceptent tout ou rien', () => {
    const all = (consentement: 'tout' | 'aucun') =>
      tablesOf({ ...data, enquete: data.enquete.map((row) => ({ ...row, consentement })) }).published;
    expect([...all('tout')]).toEqual([...all('aucun')]);
  });

  test('aucun tableau n’a une ligne, un titre ou un texte par lieu', () => {
    const units = new Set(data.enquete.map(({ id_unite }) => id_unite));
    for (const { address, gated, table } of submissions) {
      if (!gated) continue;
      const texts = table.rows.flatMap(({ key, attributes = {} }) => [
        ...Object.values(key),
        ...Object.values(attributes),
      ]);
      expect(
        texts.filter((text) => units.has(String(text))),
        address,
      ).toEqual([]);
    }
  });

  test('la page d’un lieu ne peut porter de montant : l’annuaire n’en a pas', () => {
    const money = Object.entries<{ readonly kind: string; readonly meta: { readonly unit?: unknown } }>(
      datasets.lieux.columns,
    );
    expect(money.filter(([, { kind, meta }]) => kind === 'amount' || meta.unit === '€')).toEqual([]);
  });

  test('seul l’observatoire lit les fichiers ; les pages n’ont que ce qu’il en montre', () => {
    const views = ['pages', 'layouts', 'components', 'client'].flatMap((room) =>
      readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(?:ts|astro)$/.test(file))
        .map((file) => join(room, file)),
    );
    expect(views.length).toBeGreaterThan(50);
    const reading = views.filter((file) =>
      /datasets\/(?:load|read-data-file|data)\.ts|publish-all\.ts/.test(readFileSync(join(ROOT, 'src', file), 'utf8')),
    );
    expect(reading).toEqual([]);
  });
});
