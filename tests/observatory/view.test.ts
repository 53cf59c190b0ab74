import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest';
import type { Data } from '../../src/datasets/data.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import type { FigureView } from '../../src/observatory/figure-view.ts';
import { type Observatory, viewObservatory } from '../../src/observatory/view.ts';

let data: Data;
let demonstration: Observatory;
let real: Observatory;

beforeAll(async () => {
  data = await load('data/demonstration', 'content/demonstration', true);
  demonstration = viewObservatory(data, { demonstrationIsBuilt: true });
  real = viewObservatory(await load('data', 'content', false), { demonstrationIsBuilt: true });
});

async function load(folder: string, content: string, isDemonstration: boolean): Promise<Data> {
  const loading = await loadObservatory({ data: folder, content, demonstration: isDemonstration });
  if (!loading.data) throw new Error(JSON.stringify(loading.faults));
  return loading.data;
}

/** Every text that can be reached from a value, maps and sets included. */
function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  const parts: unknown[] =
    value instanceof Map
      ? [...value.keys(), ...value.values()]
      : [...Object.keys(value), ...(value instanceof Set ? value : Object.values(value))];
  return parts.flatMap((part) => textsIn(part, seen));
}

describe('ce que les pages peuvent savoir', () => {
  test('aucune réponse de l’enquête, ni par le type ni par la valeur', () => {
    expectTypeOf<Observatory>().not.toHaveProperty('enquete');
    expectTypeOf<FigureView['tables']['main']['rows'][number]['cells'][string]>().not.toHaveProperty('contributions');
    const units = new Set(data.enquete.map(({ id_unite }) => id_unite));
    expect(textsIn(data).some((text) => units.has(text))).toBe(true);
    expect(textsIn(demonstration).filter((text) => units.has(text) || text === 'contributions')).toEqual([]);
  });

  test('les cases gardées disent qu’elles le sont', () => {
    const cells = demonstration.figures.flatMap(({ tables }) =>
      Object.values(tables).flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells))),
    );
    const hidden = cells.filter(({ sign }) => sign === 's');
    expect(hidden.length).toBeGreaterThan(10);
    for (const cell of hidden) expect(cell).toEqual({ kind: cell.kind, value: null, sign: 's' });
  });
});

describe('les figures', () => {
  test('sont numérotées de un en un, et rangées par thème', () => {
    for (const { figures } of [real, demonstration]) {
      expect(figures.map(({ number }) => number)).toEqual(figures.map((_, index) => index + 1));
      const themes = figures.map(({ theme }) => theme);
      expect(themes.filter((theme, index) => theme !== themes[index - 1])).toEqual([...new Set(themes)]);
    }
  });

  test('montrent la dernière vague sous le nom que les lecteurs lui donnent', () => {
    const years = new Set(demonstration.figures.map(({ millesime }) => millesime));
    expect(years).toEqual(new Set(['N+2', undefined]));
    expect(real.figures.some(({ millesime }) => millesime)).toBe(false);
  });

  test('ont leur titre pour tête quand rien ne peut être constaté', () => {
    for (const { heading, finding, title } of [...real.figures, ...demonstration.figures])
      expect(heading).toBe(finding ?? title);
  });

  test('ne sont dessinées qu’une fois pour un même endroit', () => {
    const [figure] = real.figures as [FigureView];
    const place = { id: 'a', width: 640, medium: 'page' } as const;
    expect(figure.draw(place)).toBe(figure.draw({ ...place }));
    expect(figure.draw({ ...place, width: 340 }).width).toBe(340);
    expect(figure.draw(place).svg).toContain('var(--');
    expect(figure.draw({ ...place, medium: 'file' }).svg).not.toContain('var(--');
  });
});

describe('ce que nous ne savons pas encore', () => {
  test('une figure est montrée ou demandée, jamais les deux', () => {
    expect(real.cards.length).toBeGreaterThan(5);
    for (const { id, question, waits, demonstration: seen } of real.cards) {
      expect(real.figure(id)).toBeUndefined();
      expect(question).toMatch(/\?$/);
      expect(waits.length).toBeGreaterThan(0);
      expect(seen).toBe(`/demonstration/graphiques/${id}/`);
      expect(demonstration.figure(id), id).toBeDefined();
    }
  });

  test('la démonstration ne demande rien', () => expect(demonstration.cards).toEqual([]));

  test('sans démonstration, aucune carte n’y mène', async () => {
    const alone = viewObservatory(await load('data', 'content', false), { demonstrationIsBuilt: false });
    expect(alone.cards.filter((card) => card.demonstration)).toEqual([]);
  });
});

describe('un nombre cité', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  test('par défaut la dernière vague, toute la région', () => {
    const answered = data.enquete.filter(({ millesime }) => millesime === '3003').length;
    expect(plain(demonstration.value('enquete-repondants').text)).toBe(`${answered} lieux répondants`);
    const before = data.enquete.filter(({ millesime }) => millesime === '3001').length;
    expect(plain(demonstration.value('enquete-repondants', { millesime: '3001' }).text)).toBe(
      `${before} lieux répondants`,
    );
  });

  test('pour un territoire, où trop peu de réponses font taire tout nombre de l’enquête', () => {
    expect(demonstration.value('enquete-mediation', { territoire: 'territoire-1' }).text).toMatch(/%$/);
    expect(demonstration.value('enquete-mediation', { territoire: 'territoire-4' }).text).toBe('effectif insuffisant');
    expect(() => demonstration.value('enquete-mediation', { territoire: 'nulle-part' })).toThrow('has no data');
  });

  test('des comptes : le dernier exercice, quelle que soit la dernière vague de l’enquête ; un autre sur demande', () => {
    const earlier = { ...data, enquete: data.enquete.filter(({ millesime }) => millesime === '3001') };
    const view = viewObservatory(earlier, { demonstrationIsBuilt: true });
    expect(plain(view.value('flux-verse').text)).toBe('762 000 €');
    expect(view.value('flux-verse').sources.map(({ millesime }) => millesime)).toEqual(['N+2']);
    expect(plain(view.value('flux-verse', { millesime: '3001' }).text)).toBe('758 000 €');
    expect(view.figure('enquete-ressources')?.millesime).toBe('N');
    expect(view.figure('flux-verses')?.subtitle).toContain('N+2');
  });

  test('de ce qui n’est d’aucun territoire est celui de la région, où qu’on le cite', () => {
    expect(demonstration.value('flux-verse', { territoire: 'territoire-1' })).toEqual(
      demonstration.value('flux-verse'),
    );
  });

  test.each([
    ['flux-demande', '1 062 000 €'],
    ['flux-notifie', '897 000 €'],
    ['flux-en-nature', '30 000 €'],
    ['flux-premier-financeur', '25 %'],
  ])('%s', (id, text) => expect(plain(demonstration.value(id).text)).toBe(text));

  test('un repère garde les mots, le champ et la page de sa source', () => {
    const repere = real.reperes.find(({ precision, url }) => precision === 'environ' && url !== null)!;
    const { text, title, champ, sources } = real.value(`reperes/${repere.id}`);
    expect(plain(text)).toMatch(/^environ \d/);
    expect(title).toBe(repere.libelle);
    expect(champ).toContain(repere.champ);
    expect(sources[0]).toMatchObject({ label: repere.source, url: repere.url });
  });

  test('un montant rond se dit en millions', () => {
    const { id } = real.reperes.find(({ unite, valeur }) => unite === '€' && valeur >= 1e6 && valeur % 1e5 === 0)!;
    expect(plain(real.value(`reperes/${id}`).text)).toMatch(/\d millions? d’euros$/);
  });

  test.each([
    ['enquete-inconnu', {}, 'names no indicator; there are: enquete-repondants'],
    ['reperes/inconnu', {}, 'names no row of reperes'],
    ['enquete-repondants', { territoire: 'ailleurs' }, 'has no data for 3003, ailleurs'],
    ['enquete-repondants', { millesime: '1999' }, 'has no data for 1999'],
  ])('%s %o est un défaut qui se dit', (id, scope, said) => {
    expect(() => demonstration.value(id, scope)).toThrow(said);
  });
});
