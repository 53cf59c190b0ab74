import type { Drawing, Frame, Pile, Sorting } from '../model/drawing.ts';
import type { PublishedCell, PublishedRow, PublishedTable } from '../model/table.ts';
import { rampOf } from './colours.ts';
import { cellOf, codeOf, markKey, printCell, sayCell, textOf, unitOf } from './rows.ts';
import { drawSquares, SIDE } from './square-grid.ts';
import {
  at,
  type Block,
  block,
  type DrawnMark,
  drawBlock,
  drawLine,
  drawNothing,
  finish,
  hatch,
  isNarrow,
  lineWidth,
  SIZE,
} from './svg.ts';

interface SquaresOptions {
  /** Key along which answers are named. */
  readonly category: string;
  readonly value: string;
  /** Attribute or key that tells one question from another: rows of one question share one block. */
  readonly question: string;
  /** What a question is called where several answers share its block, by its code. */
  readonly titleOf: (question: string) => string;
  /** What the questions of several blocks are about: choices are gathered under it. */
  readonly groupOf: (row: PublishedRow) => string;
}

/** Between two blocks, and between two squares, px. */
const GAP = 26;
const SEAM = 2;
const ROW_GAP = 18;

interface Answer {
  readonly row: PublishedRow;
  readonly cell: PublishedCell;
  readonly label: string;
  readonly printed: string;
  /** Squares that it fills; none where its share is not published. */
  readonly count: number;
  readonly fill: string;
}

interface Sheet {
  readonly answers: readonly Answer[];
  readonly title: string;
  readonly group: string;
  readonly question: string;
}

/**
 * A block of a hundred squares a question, filled anew by its answers: those of one choice share the block, an answer of
 * a question with several fills its own part and leaves the others hollow. `sortings` says the same to the script that
 * sorts one block again and again.
 */
export function squares(table: PublishedTable, options: SquaresOptions, frame: Frame): Drawing {
  if (table.rows.length === 0) return drawNothing(frame);
  const sheets = sheetsOf(table, options, frame);
  const across = isNarrow(frame) ? 2 : 4;
  const width = (frame.width - (across - 1) * GAP) / across;
  const captions = sheets.map((sheet) => captionsOf(sheet, width));
  const heights = captions.map(heightOf);
  const rowHeight = (first: number) => width + 8 + Math.max(...heights.slice(first, first + across)) + ROW_GAP;
  const firsts = sheets.flatMap((_, i) => (i % across === 0 ? [i] : []));
  const topOf = (i: number) =>
    firsts.filter((first) => first + across <= i).reduce((sum, first) => sum + rowHeight(first), 0);
  const places = sheets.map((_, i): Place => ({ x: (i % across) * (width + GAP), y: topOf(i), width }));
  const picture = finish(frame, {
    height: firsts.reduce((sum, first) => sum + rowHeight(first), -ROW_GAP),
    marks: sheets.flatMap((sheet, i) => drawSheet(sheet, captions[i]!, places[i]!, frame)),
    under: sheets.map((sheet, i) => drawHollow(sheet, places[i]!, frame)).join(''),
    cells: sheets.flatMap(({ answers }) => answers.map(({ cell }) => cell)),
  });
  return { ...picture, sortings: sheets.map((sheet) => sortingOf(sheet, frame)) };
}

function sheetsOf(table: PublishedTable, options: SquaresOptions, frame: Frame): readonly Sheet[] {
  const unit = unitOf(table, options.value);
  const groups = Map.groupBy(table.rows, (row) => codeOf(row, options.question));
  return [...groups].map(([question, rows]): Sheet => {
    const ramp = rampOf(
      rows.map((row) => codeOf(row, options.category)),
      frame.palette,
    );
    const answers = rows.map((row): Answer => {
      const cell = cellOf(row, options.value);
      return {
        row,
        cell,
        label: textOf(table, row, options.category),
        printed: printCell(cell, unit),
        count: Math.round(cell.value ?? 0),
        fill: rows.length === 1 ? frame.palette.own : ramp.get(codeOf(row, options.category))!,
      };
    });
    return {
      answers: fitHundred(answers),
      question,
      title: answers.length === 1 ? answers[0]!.label : options.titleOf(question),
      group: options.groupOf(rows[0]!),
    };
  });
}

/** Rounded shares of one whole may make 101: the largest gives a square back. */
function fitHundred(answers: readonly Answer[]): readonly Answer[] {
  const excess = answers.reduce((sum, { count }) => sum + count, 0) - SIDE * SIDE;
  if (excess <= 0) return answers;
  const largest = answers.toSorted((a, b) => b.count - a.count)[0]!;
  return answers.map((answer) => (answer === largest ? { ...answer, count: answer.count - excess } : answer));
}

interface Caption {
  readonly number: string;
  readonly size: number;
  readonly words: Block;
  readonly wordsAt: number;
}

/** A lone answer under its block: number above, name below; answers that share a block: one line each, in their colour. */
function captionsOf({ answers }: Sheet, width: number): readonly Caption[] {
  return answers.map(({ printed, label }) => {
    if (answers.length === 1) return { number: printed, size: 20, words: block(label, width, SIZE.label), wordsAt: 0 };
    const wordsAt = 18 + lineWidth(printed, SIZE.label, 700) + 6;
    return { number: printed, size: SIZE.label, words: block(label, width - wordsAt, SIZE.label), wordsAt };
  });
}

const heightOf = (captions: readonly Caption[]): number =>
  captions.reduce((sum, { words, wordsAt }) => sum + words.height + (wordsAt === 0 ? 24 : 3), 0);

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function drawSheet(sheet: Sheet, captions: readonly Caption[], place: Place, frame: Frame): readonly DrawnMark[] {
  let from = 0;
  let y = place.y + place.width + 8;
  return sheet.answers.map((answer, i) => {
    const { number, size, words, wordsAt } = captions[i]!;
    const alone = wordsAt === 0;
    const svg = [
      drawSquares(from, answer.count, { ...place, gap: SEAM }, answer.fill),
      alone ? '' : `<path fill="${answer.fill}" d="M${at(place.x)} ${at(y + 3)}h12v12h-12z"/>`,
      drawLine(frame, number, place.x + (alone ? 0 : 18), y + (alone ? 11 : 9), size, alone ? 'titre' : 700),
      drawBlock(frame, words, place.x + wordsAt, y + (alone ? 23 : 0.5)),
    ].join('');
    from += answer.count;
    y += words.height + (alone ? 24 : 3);
    return {
      key: markKey(answer.row),
      sentence: `${answer.label} : ${sayCell(answer.cell, '%')}`,
      svg,
    };
  });
}

/** What no answer fills; hatched where a share is not published, for nobody knows how many squares it takes. */
function drawHollow({ answers }: Sheet, place: Place, frame: Frame): string {
  const filled = answers.reduce((sum, { count }) => sum + count, 0);
  const hidden = answers.some(({ cell }) => cell.value === null);
  return drawSquares(
    filled,
    SIDE * SIDE - filled,
    { ...place, gap: SEAM },
    hidden ? hatch(frame) : frame.palette.faint,
    frame.palette.line,
  );
}

/** The piles of a question, for the script: squares that no answer fills make the last one. */
function sortingOf({ answers, question, title, group }: Sheet, frame: Frame): Sorting {
  const filled = answers.reduce((sum, { count }) => sum + count, 0);
  const piles = answers.map(({ label, printed, count, fill }): Pile => {
    const tone = answers.length === 1 ? 'own' : `ramp-${frame.palette.ramp.indexOf(fill) + 1}`;
    return { label, printed, count, tone };
  });
  return { key: question, title, group, piles, rest: nameRest(answers, SIDE * SIDE - filled) };
}

/** What the squares are that no answer fills. */
function nameRest(answers: readonly Answer[], rest: number): string {
  if (answers.some(({ cell }) => cell.value === null)) return 'Part non publiée';
  return answers.length > 1 && rest < answers.length ? 'Perdu dans les arrondis' : 'Les autres réponses';
}
