import { describeSources } from '../components/describe-sources.ts';
import { NARROW } from '../components/drawing-widths.ts';
import { nameMillesime } from '../datasets/millesimes.ts';
import type { Settings } from '../datasets/settings.ts';
import { nameTerritory } from '../datasets/territories.ts';
import type { Scope } from '../model/figure.ts';
import type { FigureView } from '../observatory/figure-view.ts';
import type { Published } from '../observatory/publish-all.ts';
import { ALL } from '../observatory/scopes.ts';
import { type Change, compareWords, type Finding, findingOf, type Picture } from './change.ts';
import { compareTables, withoutNumbers } from './compare-tables.ts';
import type { Side } from './side.ts';

/** What differs in each figure that is on one side or both: words, numbers of every scope, pictures, series. */
export function compareFigures(before: Side, after: Side): readonly Finding[] {
  const ids = new Set([after, before].flatMap(({ observatory }) => observatory.figures.map(({ id }) => id)));
  return [...ids].map((id) => compareFigure(id, before, after));
}

function compareFigure(id: string, before: Side, after: Side): Finding {
  const [old, now] = [before.observatory.figure(id), after.observatory.figure(id)];
  const { title } = (now ?? old)!;
  const thing = { kind: 'figure', id } as const;
  const prefix = after.observatory.demonstration ? 'demonstration' : 'reel';
  const pictures = picturesOf(old, now, prefix);
  if (!old) return findingOf(thing, title, { state: 'nouveau', pictures });
  if (!now) return findingOf(thing, title, { state: 'retiré', pictures });
  const scopes = compareScopes('figure', id, before, after);
  return findingOf(thing, title, {
    words: wordsOf(old, now),
    cells: scopes.cells,
    breaks: [...seriesBreaks(old, now), ...scopes.breaks],
    notes: scopes.notes,
    ...(pictures ? { pictures } : {}),
  });
}

/** The numbers of a figure or an indicator, scope by scope; a year of data that appears is told, and not subtracted. */
export function compareScopes(
  kind: Published['kind'],
  id: string,
  before: Side,
  after: Side,
): Pick<Change, 'cells' | 'breaks' | 'notes'> {
  const [old, now] = [before, after].map((side) => scopesOf(kind, id, side)) as [Scopes, Scopes];
  const { settings } = after.observatory;
  const threshold = settings.comparaison.seuil;
  const cells = [...now].flatMap(([key, { scope, tables }]) => {
    const former = old.get(key);
    if (!former) return [];
    const place = { where: nameScope(scope, settings), scope: explainable(scope, settings), threshold };
    const names = [...new Set([...Object.keys(tables), ...Object.keys(former.tables)])];
    return names.flatMap((name) => {
      const [a, b] = [former.tables[name], tables[name]];
      return a && b ? compareTables(a, b, place) : [];
    });
  });
  const [years, formerYears] = [yearsIn(now), yearsIn(old)];
  const named = (list: readonly string[]) => list.map((year) => nameMillesime(settings, year));
  return {
    cells,
    breaks: [
      ...named(years.filter((year) => !formerYears.includes(year))).map((year) => `un millésime apparaît : ${year}`),
      ...named(formerYears.filter((year) => !years.includes(year))).map((year) => `un millésime disparaît : ${year}`),
    ],
    notes: [
      ...territoriesOnly(now, old, years, formerYears, settings).map((where) => `Désormais publié pour ${where}.`),
      ...territoriesOnly(old, now, years, formerYears, settings).map((where) => `N’est plus publié pour ${where}.`),
    ],
  };
}

type Scopes = ReadonlyMap<string, Published>;

function scopesOf(kind: Published['kind'], id: string, { published }: Side): Scopes {
  const own = published.filter((entry) => entry.kind === kind && entry.id === id);
  return new Map(own.map((entry) => [`${entry.scope.millesime}/${entry.scope.territoire}`, entry]));
}

function yearsIn(scopes: Scopes): readonly string[] {
  return [...new Set([...scopes.values()].map(({ scope }) => scope.millesime))].filter((year) => year !== ALL).sort();
}

/** Scopes that only the first has, of years that both have. */
function territoriesOnly(
  first: Scopes,
  second: Scopes,
  years: readonly string[],
  others: readonly string[],
  settings: Settings,
): readonly string[] {
  const shared = [ALL, ...years.filter((year) => others.includes(year))];
  return [...first]
    .filter(([key, { scope }]) => !second.has(key) && shared.includes(scope.millesime))
    .map(([, { scope }]) => nameScope(scope, settings) || settings.region.nom);
}

/** A scope as readers call it: "N+2, Territoire 1"; the region is not named. */
function nameScope({ millesime, territoire }: Scope, settings: Settings): string {
  const place = settings.territoires.find(({ id }) => id === territoire);
  return [
    ...(millesime === ALL ? [] : [nameMillesime(settings, millesime)]),
    ...(place ? [nameTerritory(place, { settings })] : []),
  ].join(', ');
}

function explainable({ millesime, territoire }: Scope, { region }: Settings): Partial<Scope> {
  return {
    ...(millesime === ALL ? {} : { millesime }),
    ...(territoire === region.id ? {} : { territoire }),
  };
}

function wordsOf(before: FigureView, after: FigureView): Change['words'] {
  const [oldSources, sources] = [before, after].map(sourcesOf) as [readonly string[], readonly string[]];
  return compareWords([
    ['constat', before.finding, after.finding],
    ['sous-titre', before.subtitle, after.subtitle],
    ['lecture', before.reading, after.reading],
    ...(isSameSet(champsOf(before), champsOf(after)) ? [] : [['champ', before.champ, after.champ] as const]),
    ...(isSameSet(oldSources, sources) ? [] : [['sources', oldSources.join(' ; '), sources.join(' ; ')] as const]),
    ['texte de remplacement', before.summary, after.summary],
    ['numéro', before.number, after.number],
  ]);
}

/** What makes the figure another series as a whole: another year of data, or other people counted where no line says who. */
function seriesBreaks(before: FigureView, after: FigureView): readonly string[] {
  const named = (figure: FigureView) => figure.millesime ?? 'tous les millésimes';
  const isTold = after.tables.main.rows.some(({ attributes }) => attributes?.champ);
  const champs = [before, after].map((figure) => champsOf(figure).map((champ) => withoutNumbers(champ))) as [
    string[],
    string[],
  ];
  return [
    ...(named(before) === named(after) ? [] : [`la figure montrait ${named(before)}, elle montre ${named(after)}`]),
    ...(isTold || isSameSet(...champs) ? [] : ['le champ change']),
  ];
}

/** Those that are counted; the order in which they are named is the order of the lines, and no one's concern. */
function champsOf({ champ }: FigureView): readonly string[] {
  return champ.split(/[\s\u202f\u00a0]+; /);
}

function sourcesOf({ sources }: FigureView): readonly string[] {
  const { cited, notes } = describeSources(sources);
  return [...cited.map(({ text, url }) => [text, url].filter(Boolean).join(', ')), notes].filter(Boolean);
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());
}

/** The narrow drawings, which can be read side by side on any screen. */
function picturesOf(
  before: FigureView | undefined,
  after: FigureView | undefined,
  prefix: string,
): Change['pictures'] | undefined {
  const same = before && after && draw(before, 'meme').svg === draw(after, 'meme').svg;
  if (same) return undefined;
  return {
    ...(before ? { before: draw(before, `avant-${prefix}-${before.id}`) } : {}),
    ...(after ? { after: draw(after, `apres-${prefix}-${after.id}`) } : {}),
  };
}

function draw(figure: FigureView, id: string): Picture {
  return { svg: figure.draw({ id, width: NARROW, medium: 'file' }).svg, summary: figure.summary };
}
