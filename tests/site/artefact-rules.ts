import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ticks } from 'd3';
import { classify } from '../../src/charts/classes.ts';
import { datasets } from '../../src/datasets/index.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { millesimesOf } from '../../src/datasets/millesimes.ts';
import { figures as declared } from '../../src/figures/index.ts';
import { indicators } from '../../src/indicators/index.ts';
import type { PublishedTable } from '../../src/model/table.ts';
import type { FigureView } from '../../src/observatory/figure-view.ts';
import { keysOf, printedNumbers } from '../../src/observatory/printed-numbers.ts';
import { openNumbers, unitsOf } from '../../src/observatory/secrets.ts';
import { judgeConformity, readSelfCheck } from '../../src/observatory/self-check.ts';
import { viewObservatory } from '../../src/observatory/view.ts';
import type { Exception } from '../../src/secrecy/inspect-artefact.ts';
import type { Format } from '../../src/secrecy/read-artefact.ts';
import { formatNumber } from '../../src/text/number.ts';
import { plural } from '../../src/text/plural.ts';
import { formatValue } from '../../src/text/value.ts';
import { EXCEPTIONS, FICTIONAL } from './artefact-exceptions.ts';
import { read } from './dist.ts';
import { flowNumbers } from './flow-numbers.ts';
import { communeNumbers, placeCounts, territoryNumbers } from './territory-numbers.ts';

const ROOT = join(import.meta.dirname, '../..');
const FORMATS: Readonly<Record<string, Format>> = {
  html: 'html',
  svg: 'svg',
  csv: 'csv',
  json: 'json',
  xml: 'xml',
  txt: 'texte',
  // The legends of an archive of pictures.
  zip: 'texte',
  geojson: 'json',
  pf_fragment: 'json',
  // What pictures say of themselves to programs, and the cells of workbooks.
  png: 'json',
  xlsx: 'json',
};
const FIGURE = /<figure class="figure" id="([^"]+)"[\s\S]*?<\/figure>/g;
const THUMBNAIL = /<svg[^>]* class="thumbnail[\s\S]*?<\/svg>/g;

/** How a built file is written; undefined for what holds no words of ours (photographs, fonts, styles, programs). */
export function formatOf(file: string): Format | undefined {
  return FORMATS[file.split('.').at(-1) ?? ''];
}

/** A part of a file and the numbers that may stand in it. */
type Part = readonly [text: string, numbers: ReadonlySet<string>];

/** What one observatory's files may say: each figure its own tables, the text around them what it quotes. */
interface ArtefactRules {
  readonly units: ReadonlySet<string>;
  /** What may stand anywhere: what texts quote, figures' words, sources. */
  readonly numbersAround: ReadonlySet<string>;
  readonly exceptions: readonly Exception[];
  partsOf(file: string): readonly Part[];
}

/** The rules of the observatory whose data, content and built files lie in the folder of that name ('' for the real one). */
export async function rulesOf(folder: '' | 'demonstration'): Promise<ArtefactRules> {
  const content = join(ROOT, 'content', folder);
  const { data } = await loadObservatory({ data: join(ROOT, 'data', folder), content, demonstration: folder !== '' });
  if (!data) throw new Error(`The observatory of ${content} cannot be loaded`);
  const view = viewObservatory(data, { demonstrationIsBuilt: true });
  const { figures, cards, lieux, reperes, settings, resources, value } = view;
  const own = new Map(figures.map((figure) => [figure.id, numbersOf(figure)]));

  // Texts quote each exercice of the accounts, and the latest wave of the survey only.
  const exercices = millesimesOf(data.flux).map((millesime) => ({ millesime }));
  const scopes = [{}, ...settings.territoires.map(({ id }) => ({ territoire: id }))];
  const values = [
    ...indicators
      .filter(({ uses }) => uses.every((dataset) => data[dataset].length > 0))
      .flatMap(({ id, uses }) =>
        [...scopes, ...(uses.includes('flux') ? exercices : [])].map((scope) => value(id, scope)),
      ),
    ...reperes.map(({ id }) => value(`reperes/${id}`)),
  ];
  const { effectifMinimum, secret } = settings;
  // What lists of figures repeat of their words is checked where those words stand first.
  const around = keysOf([
    ...values.flatMap(({ text, champ, base, sources }) => [text, champ, String(base), JSON.stringify(sources)]),
    ...figures.flatMap((figure) => [...wordsOf(figure), JSON.stringify(figure.sources)]),
    // A question without data yet says its figure's name.
    ...cards.map(({ title }) => title),
    ...proseIn(content),
    plural(lieux.length, 'lieu', 'lieux'),
    JSON.stringify(resources),
    // The thresholds that the page on methods says.
    ...[effectifMinimum, secret.unitesMinimum].map(String),
    formatValue(secret.partMaximale * 100, '%'),
  ]);
  // The rows of places are public, each on its own page.
  const told = keysOf(lieux.flatMap((lieu) => Object.values(lieu).map(String)));
  const open = new Set([
    ...around,
    // With the accounts as they were opened: another test sees that they name and give back nobody.
    ...openNumbers(view),
    ...dictionary,
  ]);
  const pagesOfTheirOwn: Readonly<Record<string, ReadonlySet<string>>> = {
    'portrait/index.html': keysOf(placeCounts(data)),
    'lieux/index.html': keysOf(placeCounts(data)),
    'accessibilite/index.html': keysOf(selfCheckIn(content)),
  };
  const drawn = new Set([...own.values()].flatMap((numbers) => [...numbers]));
  const root = folder && `${folder}/`;

  /** A page says what the region says; that of a territory, its own tables and nothing of the region's. */
  function pageNumbers(page: string) {
    if (page === 'pres-de-chez-moi/index.html') return { shown: own, rest: open };
    if (page in pagesOfTheirOwn) return { shown: own, rest: new Set([...around, ...pagesOfTheirOwn[page]!]) };
    if (page.startsWith('lieux/')) return { shown: own, rest: new Set([...around, ...told]) };
    const embed = /^integrer\/([^/]+)\/([^/]+)\/index\.html$/.exec(page);
    const id = embed?.[1] ?? /^portrait\/([^/]+)\/index\.html$/.exec(page)?.[1];
    if (id === undefined) return { shown: own, rest: around };
    const shown = new Map(view.figuresOf(id).map((figure) => [figure.id, numbersOf(figure)]));
    // A territory's embed is of one figure: what is said of the page is said of it.
    if (embed) return { shown, rest: shown.get(embed[2]!)! };
    return {
      shown,
      rest: new Set([...territoryNumbers(id, data!, view), ...keysOf(proseIn(join(content, 'territoires')))]),
    };
  }

  const rules: ArtefactRules = {
    units: unitsOf(data),
    numbersAround: around,
    exceptions: folder ? FICTIONAL : EXCEPTIONS,
    partsOf(file) {
      const text = read(file);
      if (file.endsWith('.pf_fragment')) return [foundOf(text, root, rules)];
      if (file === `${root}donnees/tableaux.xlsx`) return [[text, new Set([...around, ...drawn])]];
      if (file.startsWith(`${root}donnees/`)) return [[text, open]];
      if (file === `${root}datapackage.json`) return [[text, new Set([...around, ...dictionary])]];
      if (file === `${root}pres-de-chez-moi/communes.json`) return [[text, communeNumbers(data)]];
      if (!file.endsWith('.html')) {
        const name = /graphiques\/([^/.]+?)(?:-\d+\.png|\/carte-sociale\.png|\.)/.exec(file)?.[1];
        const figure = figures.find(({ id, tables }) =>
          [id, ...Object.keys(tables).map((table) => `${id}-${table}`)].includes(name ?? ''),
        );
        return [[text, figure ? own.get(figure.id)! : around]];
      }
      const { shown, rest } = pageNumbers(file.slice(root.length));
      const sections = [...text.matchAll(FIGURE)].map(([section, id]) => [section, shown.get(id!) ?? rest] as const);
      const thumbnails = [...text.matchAll(THUMBNAIL)].map(([thumbnail]) => [thumbnail, drawn] as const);
      return [...sections, ...thumbnails, [text.replace(FIGURE, '').replace(THUMBNAIL, ''), rest]];
    },
  };
  return rules;
}

/** The words of a page that the search engine shows: they may say what the page says. */
function foundOf(text: string, root: string, rules: ArtefactRules): Part {
  const { url } = JSON.parse(text);
  const page = `${url.slice(1)}index.html`;
  if (!page.startsWith(root)) throw new Error(`The index of « ${root} » finds ${url}`);
  const numbers = rules.partsOf(page).flatMap(([, allowed]) => [...allowed]);
  return [text, new Set(numbers)];
}

/** The dictionary's words and the bounds of its columns. */
const dictionary = keysOf(
  Object.values(datasets).flatMap(({ description, columns }) => [
    description,
    ...Object.values(columns).flatMap(({ meta, expected, options }) => [
      JSON.stringify([meta, options ?? {}]),
      expected,
    ]),
  ]),
);

const wordsOf = ({ heading, title, subtitle, summary, reading, quote }: FigureView) => [
  quote.text,
  quote.champ,
  heading,
  title,
  subtitle,
  summary,
  reading,
];

/** A figure's own tables and nothing else; one on public rows may also count these rows in its sentences. */
function numbersOf(figure: FigureView): ReadonlySet<string> {
  const { uses } = declared.find(({ id }) => id === figure.id)!;
  const isPublic = uses.every((dataset) => datasets[dataset].access === 'public');
  return new Set([
    ...printedNumbers(Object.values(figure.tables)),
    ...keysOf(flowNumbers(figure.tables)),
    ...keysOf(sharesIn(figure)),
    ...keysOf(classLimits(figure)),
    ...keysOf(rulerNames(figure)),
    ...(isPublic ? keysOf(wordsOf(figure)) : []),
  ]);
}

/** A flow says what each published amount makes of the published whole. */
function sharesIn({ tables }: FigureView): readonly string[] {
  const amounts = ({ rows }: PublishedTable) => rows.flatMap(({ cells }) => cells.montant?.value ?? []);
  const whole = Math.max(...Object.values(tables).flatMap(amounts));
  return tables.totaux
    ? amounts(tables.totaux).map((amount) => formatValue((amount / whole) * 100, '%', { decimals: 0 }))
    : [];
}

/** The key of a choropleth: round limits between the rates that its table publishes. */
function classLimits({ tables: { main } }: FigureView): readonly string[] {
  const unit = main.columns.find(({ id }) => id === 'taux')?.unit;
  if (!unit) return [];
  const limits = classify(main.rows.flatMap(({ cells }) => cells.taux?.value ?? [])).flatMap(({ from }) => from ?? []);
  return limits.map((limit) => formatValue(limit, unit, { bare: true }));
}

/** Round numbers named along the ruler, on which every count of places is public. */
function rulerNames({ id, tables: { main } }: FigureView): readonly string[] {
  if (id !== 'combien-de-lieux') return [];
  return ticks(0, Math.max(...main.rows.map(({ cells }) => cells.lieux?.value ?? 0)), 4).map((tick) =>
    formatNumber(tick),
  );
}

/** What the page on accessibility counts. */
function selfCheckIn(content: string): readonly string[] {
  const { counts, rate } = judgeConformity(readSelfCheck({ content, demonstration: false }).check);
  return [...Object.values(counts).map(String), formatValue(rate, '%', { decimals: 0 })];
}

/** What the team wrote: dates, times, addresses, quotations; numbers of the data are never typed there, a test sees to it. */
function proseIn(content: string): readonly string[] {
  return readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:mdx|yaml)$/.test(file))
    .map((file) => readFileSync(join(content, file), 'utf8'));
}
