import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/csv/read.ts';
import { writeCsv } from '../../src/csv/write.ts';
import type { Data } from '../../src/datasets/data.ts';
import { type Flux, flux } from '../../src/datasets/flux.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { openLedger } from '../../src/datasets/open-ledger.ts';
import { publicRecords } from '../../src/datasets/records.ts';
import { figures } from '../../src/figures/index.ts';
import { indicators } from '../../src/indicators/index.ts';
import { printedNumbers } from '../../src/observatory/printed-numbers.ts';
import { publishAll, submissionsOf } from '../../src/observatory/publish-all.ts';
import { viewObservatory } from '../../src/observatory/view.ts';
import { inspectArtefact, type Rules } from '../../src/secrecy/inspect-artefact.ts';
import { publish } from '../../src/secrecy/publish.ts';
import type { Format } from '../../src/secrecy/read-artefact.ts';
import { disguisesOf } from './disguises.ts';

const ROOT = join(import.meta.dirname, '../..');
const loading = await loadObservatory({
  data: join(ROOT, 'data/demonstration'),
  content: join(ROOT, 'content/demonstration'),
  demonstration: true,
});
if (!loading.data) throw new Error('The demonstration cannot be loaded');
const demonstration = loading.data;

/** The ledger as it is kept, before it is opened. */
const kept: readonly Flux[] = ['3001', '3003'].flatMap((millesime) => {
  const file = join(ROOT, `data/demonstration/flux/flux-${millesime}.csv`);
  return readCsv(readFileSync(file), { file, columns: flux.columns }).rows.map((row) => ({ ...row, millesime }));
});

const NAME = 'Coopérative du canari';
const SIRET = '00000000000000';
const AMOUNT = 1_234_567;

/** A payee with an unmistakable name and amount, that does not agree to be named, notified and paid by one payer. */
const canaryOf = (payer: Pick<Flux, 'payeur' | 'niveau_payeur'>): readonly Flux[] =>
  (['notifie', 'verse'] as const).map((statut) => ({
    ...kept.find(({ millesime }) => millesime === '3003')!,
    ...payer,
    id: `canari-${statut}`,
    beneficiaire: NAME,
    niveau_beneficiaire: 'beneficiaire',
    montant: AMOUNT,
    statut,
    convention: 'CANARI-7H3Q',
    lieu: null,
    siret: SIRET,
    accord: statut === 'notifie' ? null : false,
  }));

const withLedger = (rows: readonly Flux[]): Data => ({
  ...demonstration,
  flux: openLedger(rows, demonstration.settings.secret).flows,
});

/** Every text that anyone can read of the accounts: pictures, words, tables, numbers to quote, files. */
function viewsOf(data: Data): readonly (readonly [name: string, format: Format, text: string])[] {
  const view = viewObservatory(data, { demonstrationIsBuilt: true });
  const seen = view.figures.filter(({ id }) => id.startsWith('flux-'));
  return [
    ...seen.flatMap((figure) => [
      [figure.id, 'json', JSON.stringify(figure)] as const,
      ...[310, 600].flatMap((width) => {
        const { svg, marks, flow } = figure.draw({ id: 'f', width, medium: 'file' });
        return [
          [`${figure.id} ${width}`, 'svg', svg] as const,
          [`${figure.id} ${width}, liste`, 'json', JSON.stringify([marks, flow ?? null])] as const,
        ];
      }),
    ]),
    [
      'nombres',
      'json',
      JSON.stringify(indicators.filter(({ uses }) => uses.includes('flux')).map(({ id }) => view.value(id))),
    ],
    ['comptes ouverts', 'csv', writeCsv(publicRecords(flux, data.flux))],
  ];
}

const DISGUISES = disguisesOf(AMOUNT / 100, '€');
const RULES: Rules = {
  numbers: 'any',
  exceptions: [{ reason: 'dessin', places: /@(?:d|x|y|width|height|viewBox|transform|stroke-width|id)$/ }],
  secretTexts: new Set([NAME, SIRET, 'canari', 'CANARI-7H3Q']),
};

/** What of the payee is in the views, and is not there without it. */
function foundIn(data: Data): readonly string[] {
  const read = (known: Data) =>
    viewsOf(known).flatMap(([name, format, text]) =>
      inspectArtefact(text, format, { ...RULES, secretNumbers: DISGUISES })
        .filter(({ kind }) => kind === 'nombre secret' || kind === 'texte secret')
        .map(({ kind, found, context }) => ({ name, kind, found, context })),
    );
  const usual = new Set(read(withLedger(kept)).map(({ name, found }) => `${name} ${found}`));
  return read(data)
    .filter(({ name, found }) => !usual.has(`${name} ${found}`))
    .map(({ name, found, context }) => `${name} : ${found} (${context})`);
}

const PAYERS = [
  ['d’une action qui en paie d’autres', { payeur: 'Action B', niveau_payeur: 'action' }],
  ['d’un dispositif', { payeur: 'Dispositif D', niveau_payeur: 'dispositif' }],
] as const;

describe.each(PAYERS)('un bénéficiaire sans accord, payé %s', (_, payer) => {
  const data = withLedger([...kept, ...canaryOf(payer)]);

  test('est bien dans les comptes : il pèse dans les sommes', () => {
    const total = (flows: Data['flux']) => flows.reduce((sum, { montant }) => sum + montant, 0);
    expect(total(data.flux) - total(withLedger(kept).flux)).toBe(2 * AMOUNT);
    expect(data.flux.some(({ contributions }) => contributions.some(([, amount]) => amount === AMOUNT))).toBe(true);
  });

  test('n’est dans aucune vue : ni son nom, ni son numéro, ni son montant, tel quel ou arrondi', () => {
    expect(foundIn(data)).toEqual([]);
  });
});

test('là où rien ne peut le cacher, les comptes ne s’ouvrent pas', () => {
  const alone = canaryOf({ payeur: 'Financeur G', niveau_payeur: 'financeur' });
  const { flows, unprotected } = openLedger([...kept, ...alone], demonstration.settings.secret);
  expect(flows).toEqual([]);
  expect(unprotected.map(({ niveau }) => niveau)).toEqual(['financeur']);
});

describe('la porte', () => {
  test('juge tous les tableaux des comptes, et chaque case dit de qui elle est faite', () => {
    const own = submissionsOf(demonstration, figures, indicators).filter(({ address }) => /\/flux-/.test(address));
    expect(own.length).toBeGreaterThan(10);
    for (const { address, gated } of own) expect(gated, address).toBe(true);
  });

  test('masque une somme de trop peu de bénéficiaires, si les comptes ouverts en laissaient une', () => {
    const alone = demonstration.flux.map((row) => ({
      ...row,
      contributions: row.contributions.slice(0, 1).map(([unit]) => [unit, row.montant] as const),
    }));
    const data = { ...demonstration, flux: alone };
    const published = publishAll(data, figures, []);
    const cells = submissionsOf(data, figures, []).flatMap(({ address, table }) => {
      const [, id = '', millesime = '', territoire = '', name = ''] = address.split('/');
      const after = published.tables(id, { millesime, territoire })?.[name];
      return table.rows.flatMap(({ cells: own }, index) =>
        Object.entries(own)
          .filter(([, { contributions = [] }]) => /^flux-/.test(id) && contributions.length === 1)
          .map(([measure]) => after?.rows[index]?.cells[measure]),
      );
    });
    expect(cells.length).toBeGreaterThan(5);
    for (const cell of cells) expect(cell).toEqual({ kind: 'sum', value: null, sign: 's' });
  });

  test('le canari serait trouvé si chacun était nommé', () => {
    const named = canaryOf(PAYERS[0][1]).map((row) => ({ ...row, accord: true, contributions: [] }));
    const open = { ...demonstration, flux: [...demonstration.flux, ...named] };
    expect(foundIn(open).length).toBeGreaterThan(5);
    const published = publish(submissionsOf(open, figures, []), { minimumUnits: 3, maximumShare: 0.85 });
    expect([...printedNumbers(published.values())].some((key) => DISGUISES.has(key))).toBe(true);
  });
});
