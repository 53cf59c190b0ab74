import { printSources } from '../components/describe-sources.ts';
import { findMap } from '../components/lead-figure.ts';
import type { Source } from '../model/table.ts';
import type { Observatory } from '../observatory/index.ts';
import { formatDate } from '../text/date.ts';
import { type BigNumber, chooseNumbers } from './big-numbers.ts';
import { countPlaces, type PlacesToCount } from './count-places.ts';
import { COUNTS, SHOWN } from './editorial.ts';
import { type Box, layBricks, type Wall } from './lay-bricks.ts';
import { PAPERS, type PaperName } from './papers.ts';
import { fillColumns, type PlacedFigure, placeLead } from './place-figures.ts';
import { POSTERS, type PosterLayout } from './poster-layout.ts';

/** Everything that a poster shows, placed: lengths in mm, boxes from the upper left corner of the sheet. */
export interface PosterContents {
  readonly layout: PosterLayout;
  readonly places: PlacesToCount;
  readonly wall: Wall & { readonly box: Box };
  /** What is left for figures and numbers inside the opening of the wall. */
  readonly inside: Box;
  readonly columnWidth: number;
  readonly lead: PlacedFigure | undefined;
  readonly columns: readonly (readonly PlacedFigure[])[];
  readonly numbers: readonly BigNumber[];
  /** The sources of each figure and number shown, by its place on the sheet, from 1; those of one text together. */
  readonly sources: readonly { readonly places: readonly number[]; readonly text: string }[];
  /** What the directory is, in the words of its own file. */
  readonly directory: string;
  /** "23 novembre 2026": the day of the youngest file. */
  readonly date: string;
}

/** Chooses and places what the poster of an observatory shows on a paper. */
export function posterContents(observatory: Observatory, paper: PaperName): PosterContents {
  const layout = POSTERS[paper];
  const { margin, header, footer, base, lintel, padding, columns, gutter } = layout;
  const places = countPlaces(observatory);
  const box = {
    x: margin,
    y: margin + header,
    width: PAPERS[paper].width - 2 * margin,
    height: PAPERS[paper].height - 2 * margin - header - footer,
  };
  const wall = layBricks({ ...box, count: places.known + places.missing, base, lintel });
  const inside = {
    x: box.x + wall.opening.x + padding,
    y: box.y + wall.opening.y + padding,
    width: wall.opening.width - 2 * padding,
    height: wall.opening.height - 2 * padding,
  };
  const columnWidth = (inside.width - (columns - 1) * gutter) / columns;
  const find = (id: string) => observatory.figures.find((figure) => figure.id === id);
  const count = COUNTS.map(find).find((figure) => figure !== undefined);
  const { words } = layout;
  const lead =
    count && words.width ? placeLead(count, inside.width - words.width - gutter, words.height, layout) : undefined;
  const used = Math.max(words.height, lead?.height ?? 0) + layout.strip + 2 * layout.gap;
  const filled = fillColumns(
    SHOWN.map((group) => group.flatMap((id) => find(id) ?? [])),
    [findMap(observatory.figures), lead ? undefined : count],
    { columns, width: columnWidth, height: inside.height - used },
    layout,
  );
  const shown = [...(lead ? [lead] : []), ...filled.flat()].map(({ figure }) => figure);
  const numbers = chooseNumbers(observatory, layout.numbers);
  return {
    layout,
    places,
    wall: { ...wall, box },
    inside,
    columnWidth,
    lead,
    columns: filled,
    numbers,
    sources: gatherSources([...shown, ...numbers]),
    directory: observatory.resources.find(({ dataset }) => dataset === 'lieux')?.base ?? '',
    date: formatDate(
      observatory.resources
        .map(({ date }) => date)
        .toSorted()
        .at(-1)!,
    ),
  };
}

function gatherSources(shown: readonly { readonly sources: readonly Source[] }[]): PosterContents['sources'] {
  const said = shown.map(({ sources }, i) => ({ place: i + 1, text: printSources(sources) }));
  return [...Map.groupBy(said, ({ text }) => text)].map(([text, same]) => ({
    text,
    places: same.map(({ place }) => place),
  }));
}
