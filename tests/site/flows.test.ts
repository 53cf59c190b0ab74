import { describe, expect, test } from 'vitest';
import { plain } from '../plain.ts';
import { read } from './dist.ts';

const ROOT = 'demonstration/graphiques';

/** The figures that are drawn as flows, with the name of their file of nodes. */
const FLOWS = ['flux-verses', 'flux-exercices'] as const;

interface Flow {
  readonly nodes: readonly { readonly id: string; readonly name: string; readonly value: number | null }[];
  readonly links: readonly { readonly source: string; readonly target: string; readonly value: number }[];
}

/** The records of one of our CSV files, by title. */
function records(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = read(file)
    .replace(/^\ufeff/, '')
    .trim()
    .split('\r\n')
    .map((line) =>
      [...`;${line}`.matchAll(/;("(?:[^"]|"")*"|[^;]*)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, '')),
    );
  return rows.map((row) => Object.fromEntries(head.map((title, index) => [title, row[index] ?? ''])));
}

const euros = (text: string) => Number(text.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.'));
const unescaped = (text: string) => plain(text).replace(/&#39;|&#x27;/g, "'");

/** The flows of a figure's JSON, one an exercice. */
function flowsOf(id: string): readonly (Flow & { readonly exercice: string })[] {
  const json = JSON.parse(read(`${ROOT}/${id}.json`));
  return json.flows
    ? Object.entries(json.flows as Record<string, Flow>).map(([exercice, flow]) => ({ exercice, ...flow }))
    : [{ exercice: '', nodes: json.nodes, links: json.links }];
}

/** The cells of the tables of a page, row by row. */
function tablesIn(html: string): readonly (readonly (readonly string[])[])[] {
  return [...html.matchAll(/<table>[\s\S]*?<\/table>/g)].map(([table]) =>
    [...table.matchAll(/<tr>([\s\S]*?)<\/tr>/g)]
      .map(([, row = '']) =>
        [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => unescaped(cell).trim()),
      )
      .slice(1),
  );
}

describe.each(FLOWS)('%s dit les mêmes montants partout', (id) => {
  const flows = flowsOf(id);
  const page = read(`${ROOT}/${id}/index.html`);
  const links = flows.flatMap(({ exercice, nodes, links: own }) => {
    const nameOf = (node: string) => nodes.find((one) => one.id === node)!.name;
    return own.map(({ source, target, value }) => ({
      exercice,
      source,
      target,
      from: nameOf(source),
      to: nameOf(target),
      value,
    }));
  });
  const nodes = flows.flatMap(({ exercice, nodes: own }) => own.map((node) => ({ exercice, ...node })));
  const keyOf = (exercice: string, ...ids: readonly string[]) => [exercice, ...ids].filter(Boolean).join('/');

  test('le CSV des liens et celui des cases sont le JSON', () => {
    expect(links.length).toBeGreaterThan(20);
    const said = records(`${ROOT}/${id}.csv`).map((row) => [
      row['Exercice (code)'] ?? '', row['Payeur (code)'], row['Bénéficiaire (code)'], euros(row.Montant!),
    ]); // biome-ignore format: in the order of the columns
    expect(said).toEqual(links.map(({ exercice, source, target, value }) => [exercice, source, target, value]));
    const held = records(`${ROOT}/${id}-noeuds.csv`).map((row) => [
      row['Exercice (code)'] ?? '',
      row['Nom (code)'],
      euros(row.Montant!),
    ]);
    expect(held).toEqual(nodes.map(({ exercice, id: node, value }) => [exercice, node, value]));
  });

  test('les tableaux de la page aussi', () => {
    const [first = [], second = []] = tablesIn(page);
    const amounts = (rows: readonly (readonly string[])[]) =>
      rows.map((row) => euros(row.find((cell) => /€$/.test(cell))!));
    expect(amounts(first)).toEqual(links.map(({ value }) => Math.round(value)));
    expect(amounts(second)).toEqual(nodes.map(({ value }) => Math.round(value!)));
  });

  test('chaque ruban et chaque case de l’image le disent, dans la page et le fichier', () => {
    const views = [page, read(`${ROOT}/${id}.svg`)];
    for (const view of views) {
      for (const { exercice, source, target, value } of links)
        expect(amountsOf(view, keyOf(exercice, source, target)), `${source} → ${target}`).toEqual([Math.round(value)]);
      for (const { exercice, id: node, value } of nodes)
        expect(amountsOf(view, keyOf(exercice, node)), node).toEqual([Math.round(value!)]);
    }
  });

  test('la figure à intégrer dit les mêmes phrases que la page', () => {
    const [shown, embedded] = [page, read(`demonstration/integrer/${id}/index.html`)].map((html) => {
      const [drawing = ''] = /<svg[^>]* class="chart"[\s\S]*?<\/svg>/.exec(html) ?? [];
      return [...drawing.matchAll(/<title>([^<]*)<\/title>/g)].map(([, sentence]) => sentence).sort();
    });
    expect(shown!.length).toBeGreaterThan(links.length);
    expect(embedded).toEqual(shown);
  });

  test('la liste qui se lit sans image aussi', () => {
    const items = [...page.matchAll(/<li [^>]*data-key="([^"]*)"[^>]*>([\s\S]*?)(?=<ul>|<\/li>)/g)];
    const said = new Map(
      items.map(([, key = '', text = '']) => [
        key,
        euros(/([\d\s\u00a0\u202f]+)€/.exec(text.replace(/<[^>]*>/g, ''))?.[1] ?? ''),
      ]),
    );
    expect(said.size).toBe(links.length + nodes.length);
    for (const { exercice, source, target, value } of links)
      expect(said.get(keyOf(exercice, source, target))).toBe(Math.round(value));
    for (const { exercice, id: node, value } of nodes) expect(said.get(keyOf(exercice, node))).toBe(Math.round(value!));
  });
});

/** The amounts that the marks of a key say, each once. */
function amountsOf(view: string, key: string): readonly number[] {
  const marks = [...view.matchAll(new RegExp(`data-mark="${key}"[^>]*><title>([^<]*)</title>`, 'g'))];
  return [...new Set(marks.map(([, sentence = '']) => euros(/: ([\d\s\u00a0\u202f]+)\s*€/.exec(sentence)?.[1] ?? '')))];
}

describe('ce que d3-sankey reçoit', () => {
  test.each(FLOWS)('%s : chaque lien va d’une case à une autre, et rien ne se perd', (id) => {
    for (const { nodes, links } of flowsOf(id)) {
      const ids = nodes.map((node) => node.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { source, target } of links)
        expect([ids.includes(source), ids.includes(target)]).toEqual([true, true]);
      for (const { id: node, value } of nodes) {
        const sides = (['target', 'source'] as const).map((end) => links.filter((link) => link[end] === node));
        for (const side of sides.filter(({ length }) => length > 0))
          expect(
            side.reduce((sum, link) => sum + link.value, 0),
            node,
          ).toBeCloseTo(value!, 2);
      }
    }
  });

  test('une figure sans flux n’a ni cases ni liens', () => {
    const json = JSON.parse(read(`${ROOT}/flux-statuts.json`));
    expect([json.nodes, json.links, json.flows]).toEqual([undefined, undefined, undefined]);
  });
});
