import { describeSources, printSources } from '../components/describe-sources.ts';
import { NARROW, WIDE } from '../components/drawing-widths.ts';
import { embedHeight } from '../components/embed-height.ts';
import { embedTables } from '../components/embed-tables.ts';
import { datingOf } from '../components/figure-years.ts';
import { tableRecords } from '../components/table-csv.ts';
import { tableSheet } from '../components/table-sheet.ts';
import { titleOfTable } from '../components/table-title.ts';
import { viewTable } from '../components/table-view.ts';
import { thumbnailOf } from '../components/thumbnail.ts';
import type { Medium } from '../model/drawing.ts';
import type { FigureView } from '../observatory/figure-view.ts';

/** What each view shows of a figure, as one text a view: two texts differ where the view's bytes do. */
export interface FigureParts {
  /** The whole figure in a page: words, pictures, tables, codes to copy. */
  readonly whole: string;
  /** Its pictures in a page, with what is said of them in a line. */
  readonly drawn: string;
  readonly embed: string;
  /** The picture that social networks show with its page. */
  readonly card: string;
  /** A line of a list. */
  readonly finding: string;
  /** The same with its small picture. */
  readonly pictured: string;
  /** The file .svg. */
  readonly picture: string;
  /** The file .png: sentences that a pointer shows are not painted. */
  readonly image: string;
  /** Its pictures and its legend in the press pack. */
  readonly packed: string;
  readonly json: string;
  /** The file .xlsx. */
  readonly workbook: string;
  /** Its sheets in the workbook of all tables, and their lines of its contents. */
  readonly sheets: string;
  /** The files .csv, by table. */
  readonly csv: Readonly<Record<string, string>>;
}

/** What gives the parts of a figure. */
export type PartsOf = (figure: FigureView) => FigureParts;

/** Gives the parts of figures, each made once: most pages show several. */
export function rememberParts(): PartsOf {
  const made = new WeakMap<FigureView, FigureParts>();
  return (figure) => {
    const parts = made.get(figure) ?? partsOfFigure(figure);
    made.set(figure, parts);
    return parts;
  };
}

/** Everything that the views read of a figure. */
function partsOfFigure(figure: FigureView): FigureParts {
  const { id, number, title, heading, subtitle, reading, summary, champ, sources, quote, millesime, modified, tables } =
    figure;
  const draw = (medium: Medium, width: number) => figure.draw({ id, width, medium });
  const drawings = (medium: Medium) =>
    [WIDE, NARROW].map((width) => draw(medium, width)).map(({ svg, marks, flow }) => [svg, marks, flow]);
  const file = draw('file', 640).svg;
  const words = { heading, subtitle, summary, reading, champ, sources: describeSources(sources) };
  const sheets = Object.values(tables).map((table) => [table.title, tableSheet(table)]);
  const years = datingOf(figure);
  const printed = [heading, subtitle, reading, champ, printSources(sources), years];
  const finding = say([heading, subtitle]);
  return {
    whole: say([
      words,
      { title, number, sources, quote, height: embedHeight(figure) },
      drawings('page'),
      Object.entries(tables).map(([name, table]) => [name, viewTable(table)]),
    ]),
    drawn: say([title, subtitle, drawings('page')]),
    embed: say([
      words,
      title,
      drawings('embed'),
      embedTables(figure).map(([name, table]) => [titleOfTable(figure, name), viewTable(table)]),
    ]),
    card: say([
      [heading, subtitle, summary, champ, years],
      [printSources(sources), describeSources(sources).cited],
      [WIDE, NARROW].map((width) => painted(draw('file', width).svg)),
    ]),
    finding,
    pictured: say([finding, thumbnailOf(figure)]),
    picture: say([printed, summary, file]),
    image: say([printed, painted(file)]),
    packed: say([printed, summary, file, quote]),
    json: say({ title, heading, subtitle, reading, summary, champ, sources, millesime, ...shownTables(tables) }),
    workbook: say([printed, summary, modified, describeSources(sources), sheets]),
    sheets: say([title, subtitle, champ, years, modified, describeSources(sources).cited, sheets]),
    csv: Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, say(tableRecords(table))])),
  };
}

/** What is seen of a picture without a pointer. */
function painted(svg: string): string {
  return svg.replace(/<title>.*?<\/title>| data-mark="[^"]*"/gs, '');
}

function shownTables(tables: FigureView['tables']) {
  return Object.fromEntries(Object.entries(tables).map(([name, { columns, rows }]) => [name, { columns, rows }]));
}

function say(value: unknown): string {
  return JSON.stringify(value);
}
