import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Data } from '../../src/datasets/data.ts';
import { type FlowOrder, NO_ORDER } from '../../src/datasets/flow-order.ts';
import type { Flux } from '../../src/datasets/flux.ts';
import { NIVEAUX, type Niveau, STATUTS, type Statut, TYPES_FINANCEUR } from '../../src/datasets/flux-options.ts';
import { openLedger } from '../../src/datasets/open-ledger.ts';
import { figures } from '../../src/figures/index.ts';
import { indicators } from '../../src/indicators/index.ts';
import { frameOf } from '../charts/examples.ts';
import { describeFile } from '../datasets/folders.ts';
import { dataOf, publishTables } from './survey-data.ts';

const own = figures.filter(({ id }) => id.startsWith('flux-'));
const LEVELS = Object.keys(NIVEAUX) as Niveau[];

const NAMES = ['A', 'B', 'C', 'Un nom plus long que les autres'];
const end = fc.record({ niveau: fc.constantFrom(...LEVELS), nom: fc.constantFrom(...NAMES) });

/** Any flow that goes to a later level; ledgers of them are rarely in balance, as a real one is before it is mended. */
const flow = fc
  .record({
    payer: end,
    payee: end,
    montant: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100_000_000_000 })),
    nature: fc.constantFrom('numeraire' as const, 'numeraire' as const, 'cvn' as const),
    statut: fc.constantFrom(...(Object.keys(STATUTS) as Statut[])),
    millesime: fc.constantFrom('3001', '3002', '3003'),
    accord: fc.constantFrom(true, true, true, false, null),
  })
  .filter(({ payer, payee }) => {
    const gives = payer.niveau !== 'beneficiaire' && payer.niveau !== 'depense';
    return gives && (payer.niveau === 'reste' || LEVELS.indexOf(payer.niveau) < LEVELS.indexOf(payee.niveau));
  })
  .filter(
    ({ payer, payee }) => payee.niveau !== 'financeur' && !(payer.niveau === 'reste' && payee.niveau === 'reste'),
  );

const ledgers = fc.array(flow, { maxLength: 40 }).map((flows) =>
  flows.map(
    ({ payer, payee, ...said }, index): Flux => ({
      id: `f${index}`,
      payeur: payer.niveau === 'reste' ? `Report ${payer.nom}` : payer.nom,
      niveau_payeur: payer.niveau,
      beneficiaire: payee.nom,
      niveau_beneficiaire: payee.niveau,
      convention: null,
      debut: null,
      fin: null,
      lieu: null,
      siret: null,
      ...said,
    }),
  ),
);

/** An order that names some nodes of the ledger, and some that are not in it. */
const orders = fc.option(
  fc.uniqueArray(fc.constantFrom(...NAMES, 'Inconnu'), { minLength: 1 }).map(
    (names): FlowOrder => ({
      ...NO_ORDER,
      financeur: names.map((nom, index) => ({
        nom,
        type: (Object.keys(TYPES_FINANCEUR) as (keyof typeof TYPES_FINANCEUR)[])[index]!,
      })),
      action: names.map((nom) => ({ nom, court: nom.slice(0, 3) })),
    }),
  ),
  { nil: NO_ORDER },
);

function observe(rows: readonly Flux[], flowOrder: FlowOrder): Data {
  const empty = dataOf([]);
  const resources = ['3001', '3002', '3003'].map((millesime) => ({
    ...describeFile(`flux-${millesime}`, `flux/flux-${millesime}.csv`),
    dataset: 'flux' as const,
    millesime,
    source: { label: 'Essai', millesime },
  }));
  const known = resources as unknown as Data['resources'];
  return { ...empty, flowOrder, resources: known, flux: openLedger(rows, empty.settings.secret).flows };
}

const SCOPE = { millesime: 'tous', territoire: 'region' };

/** All that a figure says of these accounts; nothing where it becomes an open question. */
function textsOf(figure: (typeof own)[number], data: Data): readonly string[] {
  const tables = publishTables(figure.rows(data, SCOPE));
  if (tables.main.rows.length === 0) return [];
  const drawings = [310, 640, 1080].map((width) => figure.draw(tables, frameOf(width)));
  return [
    figure.finding?.(tables) ?? '',
    figure.subtitle(tables),
    figure.reading(tables),
    figure.summary(tables),
    ...drawings.flatMap(({ svg, marks, flow }) => [svg, JSON.stringify([marks, flow ?? null])]),
  ];
}

describe.each(own.map((figure) => [figure.id, figure] as const))('%s, quels que soient les comptes', (_, figure) => {
  test('se dit et se dessine, sans nombre impossible', () => {
    fc.assert(
      fc.property(ledgers, orders, (rows, order) => {
        const data = observe(rows, order);
        if (data.flux.length === 0) return;
        for (const text of textsOf(figure, data)) expect(text).not.toMatch(/\bNaN\b|undefined|Infinity|\[object/);
      }),
      { numRuns: 60 },
    );
  });
});

/** Cents that funders give in an exercice, as the ledger has them. */
const given = (rows: readonly Flux[], statut: Statut, exercice: string) =>
  rows
    .filter((row) => row.statut === statut && row.millesime === exercice)
    .filter(({ nature, niveau_payeur }) => nature === 'numeraire' && niveau_payeur === 'financeur')
    .reduce((sum, { montant }) => sum + montant, 0);

test('aucun centime ne se perd : liens, barres, nombres à citer disent ce que disent les lignes', () => {
  const [verses, exercices, parExercice] = ['flux-verses', 'flux-exercices', 'flux-par-exercice'].map(
    (id) => figures.find((figure) => figure.id === id)!,
  );
  const paid = indicators.find(({ id }) => id === 'flux-verse')!;
  fc.assert(
    fc.property(ledgers, orders, (rows, order) => {
      const data = observe(rows, order);
      if (data.flux.length === 0) return;
      const years = [...new Set(rows.map(({ millesime }) => millesime))].sort();
      const flowing = years.filter((year) =>
        rows.some(
          ({ statut, nature, millesime }) => statut === 'verse' && nature === 'numeraire' && millesime === year,
        ),
      );
      for (const year of years) {
        const own = data.flux.filter(({ millesime }) => millesime === year);
        const flux = { ...data, flux: own };
        if (
          own.some(
            ({ statut, nature, niveau_payeur }) =>
              statut === 'verse' && nature === 'numeraire' && niveau_payeur === 'financeur',
          )
        )
          expect(paid.cell(flux, { ...SCOPE, millesime: year }).value).toBe(given(rows, 'verse', year));
      }
      const all = (row: Flux) => row.statut === 'verse' && row.nature === 'numeraire';
      const cents = (year: string | undefined) =>
        rows.filter((row) => all(row) && row.millesime === year).reduce((sum, { montant }) => sum + montant, 0);
      const sum = (list: readonly { cells: Readonly<Record<string, { value: number | null }>> }[]) =>
        list.reduce((total, { cells }) => total + (cells.montant?.value ?? 0), 0);
      expect(sum(verses!.rows(data, SCOPE).main.rows)).toBe(cents(flowing.at(-1)));
      const beside = exercices!.rows(data, SCOPE).main.rows;
      if (flowing.length > 1)
        for (const year of flowing) expect(sum(beside.filter(({ key }) => key.exercice === year))).toBe(cents(year));
      const bars = parExercice!.rows(data, SCOPE).main.rows;
      for (const year of flowing)
        expect(sum(bars.filter(({ key }) => key.exercice === year && key.type !== 'ensemble'))).toBe(
          given(rows, 'verse', year),
        );
    }),
  );
});
