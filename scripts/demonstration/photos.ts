import { Resvg } from '@resvg/resvg-js';
import sharp from 'sharp';
import { schemes } from '../../src/charts/palette.ts';
import { type Random, seed } from './random.ts';

/** Size of a picture in px: 200 dots an inch over 203 mm, wider than an A5 page with its bleed. */
const WIDTH = 1600;
const HEIGHT = 1067;

const { faint, line, own, ramp, series } = schemes.fictionalLight;
const [deep, , middle, pale, mist] = ramp as [string, string, string, string, string];
const [blue, ochre, teal, slate, green] = series as [string, string, string, string, string];
const SKY = '#E4EAF0';
const DUSK = '#343062';
const LAMP = '#F2D58E';

type Draw = (random: Random) => string;

/** The pictures of the fictional edition, by file name: walls, yards and tables that exist nowhere, drawn in plain colours. */
const PICTURES: Readonly<Record<string, Draw>> = {
  'halle.png': drawHall,
  'atelier.png': drawWorkshop,
  'cour.png': drawYard,
  'jardin.png': drawGarden,
  'quai.png': drawQuay,
  'table-ronde.png': drawRoundTable,
  'collines.png': drawHills,
  'chantier.png': drawBuildingSite,
  'soir.png': drawEvening,
  'cuisine.png': drawKitchen,
};

/** Every picture of the fictional edition as PNG bytes, by file name; the same at every run. */
export async function drawPhotos(): Promise<ReadonlyMap<string, Uint8Array>> {
  const drawn = await Promise.all(
    Object.entries(PICTURES).map(async ([name, draw]) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">${draw(seed(`photo ${name}`))}</svg>`;
      const picture = new Resvg(svg).render().asPng();
      // Plain colours take few bytes, and 200 dots an inch say how large the picture may be printed.
      const bytes = await sharp(picture)
        .flatten({ background: faint })
        .withMetadata({ density: 200 })
        .png({ palette: true, colours: 48, dither: 0, compressionLevel: 9, effort: 10 })
        .toBuffer();
      return [name, new Uint8Array(bytes)] as const;
    }),
  );
  return new Map(drawn);
}

const rect = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}"/>`;
const shape = (points: readonly (readonly [number, number])[], fill: string) =>
  `<path fill="${fill}" d="M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}z"/>`;
const disc = (x: number, y: number, radius: number, fill: string) =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}"/>`;
const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const round = (value: number) => Math.round(value * 10) / 10;

/** Courses of bricks in three tints over their mortar. */
function bricks(
  x: number,
  y: number,
  width: number,
  height: number,
  random: Random,
  tints = [own, middle, deep],
): string {
  const [long, high, joint] = [76, 28, 5];
  const laid = times(Math.ceil(height / high), (row) =>
    times(Math.ceil(width / long) + 1, (column) => {
      const left = x + column * long - (row % 2) * (long / 2);
      const from = Math.max(left, x);
      const to = Math.min(left + long - joint, x + width);
      const top = y + row * high;
      const tint = random.next();
      const fill = tints[tint < 0.68 ? 0 : tint < 0.86 ? 1 : 2]!;
      return to - from > joint ? rect(from, top, to - from, Math.min(high - joint, y + height - top), fill) : '';
    }).join(''),
  );
  return rect(x, y, width, height, pale) + laid.join('');
}

function panes(
  x: number,
  y: number,
  columns: number,
  rows: number,
  size: number,
  fill: (index: number) => string,
): string {
  const cells = times(columns * rows, (index) =>
    rect(x + (index % columns) * size, y + Math.floor(index / columns) * size, size - 8, size - 8, fill(index)),
  );
  return rect(x - 10, y - 10, columns * size + 12, rows * size + 12, slate) + cells.join('');
}

function person(x: number, foot: number, size: number, fill: string): string {
  return (
    disc(x, foot - size * 0.88, size * 0.12, slate) +
    `<path fill="${fill}" d="M${round(x - size * 0.17)} ${foot}V${round(foot - size * 0.55)}a${round(size * 0.17)} ${round(size * 0.17)} 0 0 1 ${round(size * 0.34)} 0V${foot}z"/>`
  );
}

function tree(x: number, foot: number, size: number, fill: string): string {
  return (
    rect(x - size * 0.05, foot - size * 0.6, size * 0.1, size * 0.6, slate) +
    disc(x, foot - size * 0.72, size * 0.32, fill) +
    disc(x - size * 0.2, foot - size * 0.55, size * 0.22, fill) +
    disc(x + size * 0.2, foot - size * 0.55, size * 0.22, fill)
  );
}

/** A hall with a saw-tooth roof and tall windows. */
function drawHall(random: Random): string {
  const roof = times(5, (index) => {
    const left = 100 + index * 280;
    return (
      shape(
        [
          [left, 420],
          [left, 210],
          [left + 280, 420],
        ],
        slate,
      ) +
      shape(
        [
          [left + 16, 404],
          [left + 16, 262],
          [left + 76, 306],
          [left + 76, 404],
        ],
        SKY,
      )
    );
  });
  const windows = times(4, (index) =>
    panes(180 + index * 330, 520, 3, 4, 66, () => (random.next() < 0.3 ? LAMP : SKY)),
  );
  return (
    rect(0, 0, WIDTH, HEIGHT, SKY) +
    disc(1330, 170, 70, LAMP) +
    roof.join('') +
    bricks(100, 420, 1400, 500, random) +
    windows.join('') +
    rect(0, 920, WIDTH, 147, line) +
    [260, 330, 860, 1190, 1260].map((x, index) => person(x, 985, 150, [blue, ochre, teal, green, own][index]!)).join('')
  );
}

/** A bench under a board of tools. */
function drawWorkshop(random: Random): string {
  const tools = times(9, (index) => {
    const x = 230 + index * 145;
    const long = 120 + random.between(0, 90);
    return (
      rect(x, 210, 20, long, slate) +
      (index % 3 === 0
        ? rect(x - 35, 190, 90, 40, teal)
        : index % 3 === 1
          ? disc(x + 10, 215, 42, ochre) + disc(x + 10, 215, 20, mist)
          : shape(
              [
                [x - 30, 190],
                [x + 50, 190],
                [x + 10, 270],
              ],
              blue,
            ))
    );
  });
  const boards = times(6, (index) => {
    const high = 90 + random.between(0, 120);
    return rect(220 + index * 90, 700 - high, 70, high, index % 2 ? ochre : LAMP);
  });
  return (
    bricks(0, 0, WIDTH, HEIGHT, random, [mist, pale, '#CFCBE6']) +
    rect(150, 130, 1300, 340, LAMP) +
    tools.join('') +
    boards.join('') +
    rect(120, 700, 1360, 60, slate) +
    rect(200, 760, 60, 307, slate) +
    rect(1340, 760, 60, 307, slate) +
    rect(930, 610, 260, 90, own) +
    rect(980, 560, 60, 50, deep) +
    disc(1290, 650, 50, teal) +
    rect(0, 1010, WIDTH, 57, line)
  );
}

/** A yard between two wings, its trees and its tables. */
function drawYard(random: Random): string {
  const tables = times(
    3,
    (index) =>
      rect(430 + index * 270, 800, 180, 22, slate) +
      rect(450 + index * 270, 822, 16, 90, slate) +
      rect(574 + index * 270, 822, 16, 90, slate) +
      person(480 + index * 270, 905, 150, [teal, ochre, blue][index]!) +
      person(570 + index * 270, 905, 140, [own, green, ochre][index]!),
  );
  return (
    rect(0, 0, WIDTH, HEIGHT, SKY) +
    bricks(340, 330, 920, 400, random, [middle, pale, own]) +
    panes(480, 420, 4, 3, 60, () => SKY) +
    panes(880, 420, 4, 3, 60, () => SKY) +
    shape(
      [
        [0, 120],
        [340, 330],
        [340, 900],
        [0, 1067],
      ],
      deep,
    ) +
    shape(
      [
        [1600, 120],
        [1260, 330],
        [1260, 900],
        [1600, 1067],
      ],
      own,
    ) +
    shape(
      [
        [340, 730],
        [1260, 730],
        [1600, 1067],
        [0, 1067],
      ],
      line,
    ) +
    tree(400, 800, 380, green) +
    tree(1190, 800, 420, green) +
    tables.join('')
  );
}

/** Beds of vegetables up to a greenhouse. */
function drawGarden(random: Random): string {
  const beds = times(6, (index) => {
    const y = 1067 - index * 92;
    const inset = 40 + index * 70;
    const plants = times(12 - index, (plant) =>
      disc(
        inset + 60 + plant * ((WIDTH - 2 * inset - 120) / (11 - index)),
        y - 50 + random.between(-8, 8),
        42 - index * 4,
        [green, teal, '#6E9E55'][(plant + index) % 3]!,
      ),
    );
    return (
      shape(
        [
          [inset - 40, y],
          [WIDTH - inset + 40, y],
          [WIDTH - inset, y - 62],
          [inset, y - 62],
        ],
        '#7A5B44',
      ) + plants.join('')
    );
  });
  return (
    rect(0, 0, WIDTH, HEIGHT, SKY) +
    disc(260, 190, 80, LAMP) +
    shape(
      [
        [0, 520],
        [420, 330],
        [900, 470],
        [1300, 300],
        [1600, 440],
        [1600, 620],
        [0, 620],
      ],
      '#A9C3A1',
    ) +
    rect(0, 520, WIDTH, 547, '#C9BFA2') +
    shape(
      [
        [900, 530],
        [900, 330],
        [1120, 210],
        [1340, 330],
        [1340, 530],
      ],
      mist,
    ) +
    times(5, (index) => rect(930 + index * 82, 340, 60, 180, SKY)).join('') +
    beds.toReversed().join('')
  );
}

/** A quay, a barge, warehouses. */
function drawQuay(random: Random): string {
  const houses = times(5, (index) => {
    const x = index * 330 - 40;
    const high = 320 + random.between(0, 160);
    const top = 640 - high;
    return (
      shape(
        [
          [x, top],
          [x + 155, top - 110],
          [x + 310, top],
        ],
        slate,
      ) +
      bricks(x, top, 310, high, random, index % 2 ? [own, middle, deep] : [middle, pale, own]) +
      panes(x + 70, top + 70, 3, 2, 60, () => (random.next() < 0.4 ? LAMP : SKY))
    );
  });
  const waves = times(9, (index) => rect(random.between(0, 1300), 800 + index * 28, random.between(120, 340), 7, SKY));
  return (
    rect(0, 0, WIDTH, HEIGHT, '#F3E3C8') +
    houses.join('') +
    rect(0, 640, WIDTH, 90, line) +
    rect(0, 730, WIDTH, 337, blue) +
    waves.join('') +
    shape(
      [
        [300, 760],
        [1300, 760],
        [1210, 900],
        [390, 900],
      ],
      slate,
    ) +
    rect(480, 660, 420, 100, ochre) +
    times(4, (index) => rect(510 + index * 95, 685, 62, 46, SKY)).join('') +
    person(1020, 762, 160, teal) +
    person(1100, 762, 150, own)
  );
}

/** A circle of chairs, seen from above. */
function drawRoundTable(random: Random): string {
  const seats = times(16, (index) => {
    const turn = (index / 16) * 2 * Math.PI;
    const [x, y] = [800 + Math.cos(turn) * 420, 533 + Math.sin(turn) * 400];
    const fill = [blue, ochre, teal, green, own, middle][random.between(0, 5)]!;
    return disc(x, y, 74, line) + (random.next() < 0.85 ? disc(x, y, 52, fill) + disc(x, y, 26, slate) : '');
  });
  const tiles = times(12, (column) =>
    times(8, (row) => ((column + row) % 2 ? rect(column * 134, row * 134, 134, 134, mist) : '')).join(''),
  );
  const papers = times(7, (index) =>
    rect(640 + random.between(0, 270), 390 + index * 38, 70, 46, index % 3 ? '#FFFFFF' : LAMP),
  );
  return (
    rect(0, 0, WIDTH, HEIGHT, faint) +
    tiles.join('') +
    disc(800, 533, 300, pale) +
    disc(800, 533, 285, '#F7F3EA') +
    papers.join('') +
    seats.join('')
  );
}

/** Hills, fields and a village without a name. */
function drawHills(random: Random): string {
  const fields = times(7, (index) =>
    shape(
      [
        [index * 240 - 80, 1067],
        [index * 240 + 160, 1067],
        [index * 120 + 470, 620],
        [index * 120 + 350, 620],
      ],
      [green, '#A9C3A1', ochre, '#6E9E55', LAMP, '#A9C3A1', green][index]!,
    ),
  );
  const houses = times(9, (index) => {
    const [x, high] = [520 + index * 64, 46 + random.between(0, 30)];
    return (
      rect(x, 620 - high, 54, high, index % 3 ? own : middle) +
      shape(
        [
          [x - 6, 620 - high],
          [x + 27, 590 - high],
          [x + 60, 620 - high],
        ],
        slate,
      )
    );
  });
  return (
    rect(0, 0, WIDTH, HEIGHT, SKY) +
    disc(1180, 230, 90, LAMP) +
    shape(
      [
        [0, 560],
        [300, 280],
        [560, 560],
      ],
      '#8D88B8',
    ) +
    shape(
      [
        [360, 600],
        [760, 210],
        [1180, 600],
      ],
      deep,
    ) +
    shape(
      [
        [980, 600],
        [1330, 330],
        [1600, 540],
        [1600, 640],
      ],
      '#8D88B8',
    ) +
    rect(0, 560, WIDTH, 507, '#A9C3A1') +
    fields.join('') +
    houses.join('') +
    rect(760, 500, 34, 120, pale) +
    shape(
      [
        [752, 500],
        [777, 430],
        [802, 500],
      ],
      slate,
    )
  );
}

/** A wall half laid behind its scaffold. */
function drawBuildingSite(random: Random): string {
  const steps = times(8, (index) =>
    bricks(180 + index * 155, 860 - (index + 1) * 84 - random.between(0, 1) * 28, 156, (index + 1) * 84 + 28, random),
  );
  const poles = times(6, (index) => rect(240 + index * 230, 120, 14, 760, ochre));
  const decks = times(3, (index) => rect(200, 300 + index * 200, 1260, 18, '#7A5B44'));
  return (
    rect(0, 0, WIDTH, HEIGHT, '#F3E3C8') +
    steps.join('') +
    poles.join('') +
    decks.join('') +
    [420, 900, 1180]
      .map(
        (x, index) =>
          person(x, [700, 500, 300][index]!, 150, [teal, blue, green][index]!) +
          disc(x, [700, 500, 300][index]! - 142, 22, LAMP),
      )
      .join('') +
    rect(0, 888, WIDTH, 179, '#C9BFA2') +
    times(5, (index) => rect(180 + index * 90, 900 - (index % 2) * 24, 76, 24, own)).join('')
  );
}

/** The hall by night, its windows lit. */
function drawEvening(random: Random): string {
  const stars = times(40, () =>
    disc(random.between(0, WIDTH), random.between(0, 380), 1.5 + random.next() * 2.5, LAMP),
  );
  return (
    rect(0, 0, WIDTH, HEIGHT, DUSK) +
    stars.join('') +
    disc(1280, 170, 64, '#F7F3EA') +
    disc(1306, 152, 58, DUSK) +
    shape(
      [
        [220, 400],
        [800, 170],
        [1380, 400],
      ],
      '#1F1C40',
    ) +
    bricks(220, 400, 1160, 520, random, ['#4B4689', '#3E3A78', '#57529A']) +
    panes(310, 480, 6, 4, 74, () => (random.next() < 0.75 ? LAMP : '#4B4689')) +
    panes(850, 480, 6, 4, 74, () => (random.next() < 0.75 ? LAMP : '#4B4689')) +
    rect(0, 920, WIDTH, 147, '#1F1C40') +
    shape(
      [
        [740, 920],
        [860, 920],
        [980, 1067],
        [620, 1067],
      ],
      '#57529A',
    ) +
    [560, 640, 1010].map((x, index) => person(x, 990, 150, [teal, ochre, middle][index]!)).join('')
  );
}

/** A long kitchen table, pots and shelves. */
function drawKitchen(random: Random): string {
  const jars = times(14, (index) =>
    rect(
      190 + index * 90,
      210 + (index % 2) * 30,
      58,
      130 - (index % 2) * 30,
      [teal, ochre, own, green, pale][random.between(0, 4)]!,
    ),
  );
  const pots = [
    [330, ochre],
    [640, slate],
    [980, teal],
    [1240, own],
  ] as const;
  return (
    rect(0, 0, WIDTH, HEIGHT, '#F7F3EA') +
    times(20, (column) =>
      times(5, (row) => rect(column * 84 + 3, 400 + row * 84, 78, 78, (column + row) % 3 ? mist : '#FFFFFF')).join(''),
    ).join('') +
    rect(150, 340, 1300, 24, '#7A5B44') +
    jars.join('') +
    times(3, (index) => person(485 + index * 325, 720, 330, [blue, green, ochre][index]!)).join('') +
    pots
      .map(
        ([x, fill]) =>
          rect(x - 90, 580, 180, 130, fill) + rect(x - 120, 600, 240, 20, fill) + rect(x - 100, 560, 200, 22, slate),
      )
      .join('') +
    rect(80, 710, 1440, 70, '#7A5B44') +
    rect(150, 780, 70, 287, slate) +
    rect(1380, 780, 70, 287, slate)
  );
}
