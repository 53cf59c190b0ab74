import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FlowState, flowsIn, graphFlows } from '../../src/datasets/flow-graph.ts';
import { NO_ORDER } from '../../src/datasets/flow-order.ts';
import { tabulateFlows } from '../../src/datasets/flow-tables.ts';
import { NATURES, STATUTS } from '../../src/datasets/flux-options.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { publish } from '../../src/secrecy/publish.ts';
import { ledgerOf, loadLedger } from './ledgers.ts';

const folder = (name: string) => join(import.meta.dirname, '../..', name, 'demonstration');
const { data } = await loadObservatory({ data: folder('data'), content: folder('content'), demonstration: true });
if (!data) throw new Error('The demonstration cannot be loaded');
const { flux, flowOrder, settings } = data;

const STATES = ['3001', '3003'].flatMap((exercice) =>
  Object.keys(STATUTS).flatMap((statut) =>
    Object.keys(NATURES).map((nature) => ({ exercice, statut, nature }) as FlowState),
  ),
);
const MONEY: FlowState = { exercice: '3003', statut: 'verse', nature: 'numeraire' };

describe('le graphe d’une image', () => {
  test.each(STATES)('rend ce qu’il reçoit, au centime : $exercice, $statut, $nature', (state) => {
    const { nodes, links } = graphFlows(flux, flowOrder, state);
    const sum = (ends: readonly { readonly montant: number }[]) => ends.reduce((all, { montant }) => all + montant, 0);
    for (const node of nodes.filter(({ colonne }) => colonne === 1 || colonne === 2)) {
      const [incoming, outgoing] = [
        links.filter(({ vers }) => vers === node.id),
        links.filter(({ de }) => de === node.id),
      ];
      expect(sum(incoming), node.id).toBe(node.montant);
      expect(sum(outgoing), node.id).toBe(node.montant);
    }
    expect(sum(nodes.filter(({ colonne }) => colonne === 0))).toBe(sum(nodes.filter(({ colonne }) => colonne === 3)));
    expect(sum(links)).toBe(sum(flowsIn(flux, state)));
  });

  test('a le même ordre dans tous les exercices et tous les statuts', () => {
    const orders = STATES.map((state) => graphFlows(flux, flowOrder, state).nodes.map(({ id }) => id));
    const whole = [...new Set(orders.flat())];
    for (const order of orders)
      for (const other of orders) {
        const common = order.filter((id) => other.includes(id));
        expect(other.filter((id) => order.includes(id))).toEqual(common);
      }
    expect(whole).toContain('beneficiaire-autres-beneficiaires');
  });

  test('suit l’ordre de l’auteur, puis celui du grand livre ; le report entre avec l’argent, ce qui est réuni vient en dernier', () => {
    const columns = Map.groupBy(graphFlows(flux, flowOrder, MONEY).nodes, ({ colonne }) => colonne);
    const names = (column: number) => columns.get(column)?.map(({ court }) => court);
    expect(names(0)).toEqual([...'ABCEFGH'].map((letter) => `Financeur ${letter}`).concat('Report'));
    expect(names(1)).toEqual(['Dispositif A', 'Dispositif B', 'Dispositif D', 'Dispositif E']);
    expect(names(2)).toEqual(['Action A', 'Action B', 'Action C', 'Action D', 'Action F']);
    expect(names(3)?.slice(-7)).toEqual([
      'Autres bénéficiaires',
      'Salaires',
      'Prestations',
      'Locaux',
      'Déplacements',
      'Communication',
      'Reste à répartir',
    ]);
    expect(columns.get(0)?.map(({ type }) => type)).toEqual([
      'europe', 'etat', 'region', 'intercommunalite', 'fondation', 'entreprise', 'propre', null,
    ]); // biome-ignore format: one kind a funder
  });

  test('sans ordre d’auteur, garde celui du grand livre pour tous les exercices', async () => {
    const ledgers = [
      ['Financeur Z', 'Financeur A'],
      ['Financeur A', 'Financeur M', 'Financeur Z'],
    ].map((names) =>
      ledgerOf(...names.map((name) => `${name} > Action A : 10`), `Action A > Salaires : ${10 * names.length}`),
    );
    const { data: own } = await loadLedger(ledgers[0]!, { exercices: { 3003: ledgers[1]! } });
    const labels = (exercice: string) =>
      graphFlows(own!.flux, NO_ORDER, { ...MONEY, exercice })
        .nodes.filter(({ colonne }) => colonne === 0)
        .map(({ label, type }) => [label, type]);
    expect(labels('3001')).toEqual([
      ['Financeur Z', 'autre'],
      ['Financeur A', 'autre'],
    ]);
    expect(labels('3003')).toEqual([
      ['Financeur Z', 'autre'],
      ['Financeur A', 'autre'],
      ['Financeur M', 'autre'],
    ]);
  });

  test('deux lignes entre les mêmes font un lien, et le report n’est pas un don', async () => {
    const { data: own } = await loadLedger(
      ledgerOf(
        { flow: 'Financeur A > Action A : 10', convention: 'X' },
        { flow: 'Financeur A > Action A : 5,55', convention: 'Y' },
        'Report > Action A : 4',
        'Action A > Salaires : 19,55',
      ),
    );
    const state = { ...MONEY, exercice: '3001' };
    expect(graphFlows(own!.flux, NO_ORDER, state).links.map(({ de, vers, montant }) => [de, vers, montant])).toEqual([
      ['financeur-financeur-a', 'action-action-a', 1555],
      ['action-action-a', 'depense-salaires', 1955],
      ['reste-report', 'action-action-a', 400],
    ]);
  });
});

describe('les tableaux d’un Sankey', () => {
  const tables = tabulateFlows(graphFlows(flux, flowOrder, MONEY), { champ: 'essai', sources: [] });

  test('passent la porte sans rien cacher : ce qui devait l’être est déjà réuni', () => {
    const { unitesMinimum: minimumUnits, partMaximale: maximumShare } = settings.secret;
    const every = STATES.map((state) =>
      tabulateFlows(graphFlows(flux, flowOrder, state), { champ: 'essai', sources: [] }),
    );
    const submissions = every.flatMap(({ liens, noeuds }, index) => [
      { address: `liens/${index}`, gated: true, table: liens },
      { address: `noeuds/${index}`, gated: true, table: noeuds },
    ]);
    const cells = [...publish(submissions, { minimumUnits, maximumShare }).values()].flatMap(({ rows }) =>
      rows.flatMap((row) => Object.values(row.cells)),
    );
    expect(cells.length).toBeGreaterThan(300);
    expect(cells.filter(({ value }) => value === null)).toEqual([]);
  });

  test('disent le type des financeurs en mots, et de quoi dessiner', () => {
    expect(tables.noeuds.rows[0]).toEqual({
      key: { noeud: 'financeur-financeur-a' },
      attributes: {
        label: 'Financeur A',
        court: 'Financeur A',
        colonne: 0,
        niveau: 'Financeur',
        type: 'europe',
        type_libelle: 'Union européenne',
      },
      cells: { montant: { kind: 'sum', value: 18000000, n: null, base: null, contributions: [] } },
    });
    expect(tables.liens.rows[0]?.key).toEqual({ de: 'financeur-financeur-a', vers: 'dispositif-dispositif-a' });
    expect(tables.liens.columns.map(({ title }) => title)).toEqual(['Payeur', 'Bénéficiaire', 'Montant']);
  });

  test('ne nomment aucun bénéficiaire sans accord', () => {
    const text = JSON.stringify([tables, flux]);
    for (const name of ['Association C', 'Association D', 'Association E', 'Association F', 'Coopérative B'])
      expect(text).not.toContain(name);
    expect(text).toContain('Association B');
  });
});
