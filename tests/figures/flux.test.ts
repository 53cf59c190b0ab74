import { beforeAll, describe, expect, test } from 'vitest';
import type { Data } from '../../src/datasets/data.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { figures } from '../../src/figures/index.ts';
import { TOTAL } from '../../src/figures/survey-question.ts';
import { indicators } from '../../src/indicators/index.ts';
import type { Tables } from '../../src/model/figure.ts';
import type { PublishedRow, PublishedTable } from '../../src/model/table.ts';
import { ledgerOf, loadLedger } from '../datasets/ledgers.ts';
import { plain } from '../plain.ts';
import { publishTables } from './survey-data.ts';

const SCOPE = { millesime: 'tous', territoire: 'region-de-demonstration' };

let data: Data;
beforeAll(async () => {
  const folders = { data: 'data/demonstration', content: 'content/demonstration', demonstration: true };
  data = (await loadObservatory(folders)).data!;
});

const figureOf = (id: string) => figures.find((figure) => figure.id === id)!;
const tablesOf = (id: string, known: Data = data): Tables<PublishedTable> =>
  publishTables(figureOf(id).rows(known, SCOPE));
const sum = (rows: readonly PublishedRow[], measure = 'montant') =>
  rows.reduce((all, { cells }) => all + (cells[measure]?.value ?? 0), 0);

/** The flows of each exercice of a figure: links, nodes. */
function flowsOf(id: string, known: Data = data) {
  const { main, noeuds } = tablesOf(id, known);
  const exercices = [...new Set(noeuds!.rows.map(({ key }) => key.exercice))];
  return exercices.map((exercice) => ({
    exercice,
    links: main.rows.filter(({ key }) => key.exercice === exercice),
    nodes: noeuds!.rows.filter(({ key }) => key.exercice === exercice),
  }));
}

describe.each(['flux-verses', 'flux-exercices'])('%s', (id) => {
  test('ce qui entre dans une case en sort, au centime, dans chaque exercice', () => {
    for (const { links, nodes } of flowsOf(id)) {
      expect(nodes.length).toBeGreaterThan(10);
      for (const { key, cells } of nodes) {
        const [incoming, outgoing] = (['vers', 'de'] as const).map((end) =>
          links.filter((link) => link.key[end] === key.noeud),
        );
        for (const side of [incoming!, outgoing!])
          if (side.length > 0) expect(sum(side), key.noeud).toBe(cells.montant!.value);
      }
      const columns = Map.groupBy(nodes, ({ attributes }) => attributes?.colonne);
      expect(sum(columns.get(0)!)).toBe(sum(columns.get(3)!) + sum(nodes.filter(isLost(links))));
    }
  });

  test('les cases gardent l’ordre de content/flux.yaml', () => {
    const said = data.flowOrder.financeur.map(({ nom }) => nom);
    for (const { nodes } of flowsOf(id)) {
      const funders = nodes
        .filter(({ attributes }) => attributes?.type)
        .map(({ attributes }) => String(attributes?.label));
      expect(funders).toEqual(said.filter((nom) => funders.includes(nom)));
    }
  });

  test('une colonne ne montre pas plus d’une vingtaine de cases', () => {
    for (const { nodes } of flowsOf(id))
      for (const [, column] of Map.groupBy(nodes, ({ attributes }) => attributes?.colonne))
        expect(column.length).toBeLessThanOrEqual(20);
  });
});

/** Nodes between the ends that give nothing on: none in a balanced ledger. */
const isLost = (links: readonly PublishedRow[]) => (node: PublishedRow) =>
  node.attributes?.colonne !== 3 && !links.some(({ key }) => key.de === node.key.noeud);

describe('d’un exercice à l’autre', () => {
  test('l’ordre est le même : les cases communes se suivent pareil', () => {
    const [before, after] = flowsOf('flux-exercices').map(({ nodes }) => nodes.map(({ key }) => key.noeud!));
    const common = new Set(before!.filter((id) => after!.includes(id)));
    expect(common.size).toBeGreaterThan(10);
    expect(after!.filter((id) => common.has(id))).toEqual(before!.filter((id) => common.has(id)));
  });

  test('la différence dit les montants des deux exercices, et ce qui manque à l’un', () => {
    const { main } = tablesOf('flux-difference');
    const said = Object.fromEntries(
      main.rows.map(({ attributes, cells }) => [attributes?.label, [cells.avant?.value, cells.apres?.value]]),
    );
    expect(said).toMatchObject({
      'Financeur A': [20_800_000, 18_000_000],
      'Financeur D': [3_000_000, undefined],
      'Financeur F': [undefined, 7_500_000],
    });
    const latest = flowsOf('flux-verses')[0]!.nodes;
    expect(main.rows.filter(({ cells }) => cells.apres).map(({ key }) => key.noeud)).toEqual(
      latest.map(({ key }) => key.noeud),
    );
  });

  test('les barres ajoutent ce que versent les financeurs, sans les reports', () => {
    const { main } = tablesOf('flux-par-exercice');
    for (const exercice of ['3001', '3003']) {
      const rows = main.rows.filter(({ key }) => key.exercice === exercice);
      const [parts, total] = [
        rows.filter(({ key }) => key.type !== TOTAL),
        rows.filter(({ key }) => key.type === TOTAL),
      ];
      expect(sum(parts)).toBe(sum(total));
      const declared = data.resources.find(({ dataset, millesime }) => dataset === 'flux' && millesime === exercice)!;
      expect(sum(total)).toBe(declared.totaux!.verse! * 100);
    }
  });

  test('un seul exercice : rien à mettre à côté, ni à comparer', async () => {
    const { data: one } = await loadLedger(ledgerOf('Financeur A > Action A : 100', 'Action A > Salaires : 100'));
    for (const id of ['flux-exercices', 'flux-difference'])
      expect(figureOf(id).rows(one!, SCOPE).main.rows).toEqual([]);
    expect(tablesOf('flux-verses', one!).main.rows).toHaveLength(2);
  });
});

describe('un bénéficiaire sans accord dans un seul des exercices', () => {
  const year = (accord: string) =>
    ledgerOf(
      'Financeur A > Action A : 60',
      ...['A', 'B', 'C'].map((name) => ({ flow: `Action A > Association ${name} : 10`, accord })),
      'Action A > Association D : 30',
    );

  test('n’arrive ni ne disparaît : il reste avec les autres dans la comparaison', async () => {
    const { data: ledger } = await loadLedger(year('non'), { exercices: { 3003: year('oui') } });
    const tables = tablesOf('flux-difference', ledger!);
    const payees = tables.main.rows.filter(({ attributes }) => attributes?.niveau === 'Bénéficiaire');
    expect(payees.map(({ attributes, cells }) => [attributes?.label, cells.avant?.value, cells.apres?.value])).toEqual([
      ['Association D', 3000, 3000],
      ['Autres bénéficiaires', 3000, 3000],
    ]);
    expect(plain(figureOf('flux-difference').summary(tables))).not.toMatch(/Arrivent|Disparaissent/);
    expect(tables.main.champ).toContain('les bénéficiaires sans accord pour être nommés sont réunis');
  });

  test('est nommé là où il l’accepte', async () => {
    const { data: ledger } = await loadLedger(year('non'), { exercices: { 3003: year('oui') } });
    const { noeuds, main } = tablesOf('flux-verses', ledger!);
    expect(noeuds!.rows.map(({ attributes }) => attributes?.label)).toContain('Association B');
    expect(main.champ).not.toContain('réunis');
  });
});

describe('ce qui est petit est réuni', () => {
  const named = Array.from(
    { length: 30 },
    (_, index) => `Association ${String.fromCharCode(65 + (index % 26))}${index}`,
  );
  const lines = (year: number) =>
    ledgerOf(
      `Financeur A > Action A : ${named.reduce((all, _, index) => all + 10 * (index + year), 0)}`,
      ...named.map((name, index) => `Action A > ${name} : ${10 * (index + year)}`),
    );

  test('les mêmes cases dans tous les exercices, et leur contenu est dans un tableau, au centime', async () => {
    const { data: ledger } = await loadLedger(lines(1), { exercices: { 3003: lines(40) } });
    const { main, noeuds, autres } = tablesOf('flux-verses', ledger!);
    const others = noeuds!.rows.find(({ attributes }) => attributes?.label === 'Autres bénéficiaires')!;
    expect(noeuds!.rows.filter(({ attributes }) => attributes?.colonne === 3)).toHaveLength(12);
    expect(autres!.rows).toHaveLength(19);
    expect(sum(autres!.rows)).toBe(others.cells.montant!.value);
    expect(new Set(autres!.rows.map(({ attributes }) => attributes?.dans))).toEqual(new Set(['Autres bénéficiaires']));
    expect(sum(main.rows)).toBe(2 * noeuds!.rows[0]!.cells.montant!.value!);
  });

  test('un financeur n’est jamais réuni avec d’autres pour sa petitesse', async () => {
    const { data: ledger } = await loadLedger(
      ledgerOf(
        'Financeur A > Action A : 1000',
        'Financeur B > Action A : 1',
        'Financeur C > Action A : 2',
        'Action A > Salaires : 1003',
      ),
    );
    const labels = tablesOf('flux-verses', ledger!).noeuds!.rows.map(({ attributes }) => attributes?.label);
    expect(labels).toEqual(['Financeur A', 'Financeur B', 'Financeur C', 'Action A', 'Salaires']);
  });
});

describe('demandé, notifié, versé', () => {
  test('trois montants par financeur, aucun total', () => {
    const { main } = tablesOf('flux-statuts');
    const statuts = [...Map.groupBy(main.rows, ({ key }) => key.financeur).values()].map((rows) =>
      rows.map(({ key }) => key.statut),
    );
    expect(statuts.length).toBe(7);
    for (const own of statuts) expect(own).toEqual(['demande', 'notifie', 'verse']);
  });

  test('des comptes qui ne disent rien d’un état ne le disent pas nul', async () => {
    const paid = (statut: string) => [
      { flow: 'Financeur A > Action A : 100', statut },
      { flow: 'Action A > Salaires : 100', statut },
    ];
    const { data: two } = await loadLedger(ledgerOf(...paid('notifie'), ...paid('verse')));
    expect(tablesOf('flux-statuts', two!).main.rows.map(({ key }) => key.statut)).toEqual(['notifie', 'verse']);
    const { data: one } = await loadLedger(ledgerOf(...paid('verse')));
    expect(figureOf('flux-statuts').rows(one!, SCOPE).main.rows).toEqual([]);
    const asked = indicators.find(({ id }) => id === 'flux-demande')!;
    expect(asked.cell(one!, { ...SCOPE, millesime: '3001' }).value).toBeNull();
  });

  test('rien n’est constaté entre deux états', () => expect(figureOf('flux-statuts').finding).toBeUndefined());
});

describe('les phrases', () => {
  test.each([
    [
      'flux-verses',
      'Trois financeurs apportent plus des deux tiers de l’argent versé dans l’exercice N+2',
      'En euros, exercice N+2. Argent versé, en numéraire ; ce qui restait de l’exercice précédent s’y ajoute',
      'l’épaisseur d’un ruban dit un montant : « Financeur A » verse 180 000 € à « Dispositif A »',
    ],
    [
      'flux-difference',
      'Deux financeurs arrivent et un financeur ne verse plus',
      'En euros, exercices N et N+2. Argent versé, en numéraire ; ce qui restait de l’exercice précédent s’y ajoute',
      '« Financeur A » passe de 208 000 € à 180 000 €',
    ],
    [
      'flux-par-exercice',
      undefined,
      'En euros, exercices N et N+2. Argent versé, en numéraire ; les reports n’y sont pas',
      'en N, les financeurs du type « Union européenne » versent 208 000 €',
    ],
    [
      'flux-statuts',
      undefined,
      'En euros, exercice N+2, en numéraire. Ces états ne s’additionnent pas',
      'Financeur A : 340 000 € demandés, 300 000 € notifiés et 180 000 € versés',
    ],
  ])('%s', (id, finding, subtitle, reading) => {
    const [figure, tables] = [figureOf(id), tablesOf(id)];
    expect(plain(figure.finding?.(tables))).toBe(finding);
    expect(plain(figure.subtitle(tables))).toBe(subtitle);
    expect(plain(figure.reading(tables))).toBe(reading);
  });

  test('une hausse de l’ensemble se dit à partir de dix pour cent', async () => {
    const year = (amount: number) => ledgerOf(`Financeur A > Action A : ${amount}`, `Action A > Salaires : ${amount}`);
    const said = async (before: number, after: number) => {
      const { data: ledger } = await loadLedger(year(before), { exercices: { 3003: year(after) } });
      return plain(figureOf('flux-par-exercice').finding!(tablesOf('flux-par-exercice', ledger!)));
    };
    expect(await said(1000, 1099)).toBeUndefined();
    expect(await said(1000, 1100)).toMatch(/^De \S+ à \S+, l’argent versé augmente de 10 %$/);
    expect(await said(1000, 500)).toMatch(/diminue de 50 %$/);
  });
});
