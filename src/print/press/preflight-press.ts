import { enumerate } from '../../text/list.ts';
import { formatNumber } from '../../text/number.ts';
import { plural } from '../../text/plural.ts';
import { type Paper, POINTS_PER_MM } from '../papers.ts';
import { type Check, type Promised, preflight } from '../preflight.ts';
import type { PdfContents } from '../read-pdf.ts';
import { missOf, type Size, sayMiss, saySize, saySizes, TOLERANCE } from '../sizes.ts';
import { type Box, intersect, isEmpty } from './geometry.ts';
import { MOST_INK } from './inks.ts';
import { type Colour, LEAST_DPI } from './inspect.ts';
import type { PressContents } from './read-press.ts';
import { AROUND, BLEED } from './sheet-around.ts';

/** Checks of the office's PDF that hold for a press too; a press has no use for the others. */
const SHARED = new Set(['pages', 'polices', 'titre', 'texte', 'corps', 'debordements', 'secret']);

/** What ends within this of the edge, in points, means to touch it: no cut is more exact. */
const NEAR = POINTS_PER_MM / 2;
/** Crop marks and crosses of a page. */
const CROPS = 20;

/** A sheet as a press prints it. */
interface OnPress {
  readonly paper: Paper;
  /** How many times it is folded where marks say so. */
  readonly folds?: number;
}

type PromisedSheet = Promised & OnPress;

/** Every promise about a PDF for a printer, in the order of the report. */
export function preflightPress(pdf: PdfContents, press: PressContents, promised: PromisedSheet): readonly Check[] {
  const shared = preflight(pdf, promised).filter(({ id }) => SHARED.has(id));
  return [...shared, ...checkPress(press, promised)];
}

/** The promises that only a printer asks for: boxes, marks, inks, pictures, output. */
export function checkPress(press: PressContents, { paper, folds = 0 }: OnPress): readonly Check[] {
  return [
    checkBoxes(press, paper),
    checkBleed(press),
    checkMarks(press, CROPS + 2 * folds),
    checkInks(press),
    checkAmount(press),
    checkBlack(press),
    checkPictures(press),
    checkIntent(press),
    {
      id: 'interaction',
      title: 'Liens, balises, scripts',
      found: enumerate(press.interaction) || 'aucun',
      wrong: press.interaction,
    },
  ];
}

function checkBoxes({ first, pages }: PressContents, paper: Paper): Check {
  const wished = [
    ['feuille', 'media', AROUND],
    ['fond perdu', 'bleed', BLEED],
    ['rogne', 'trim', 0],
  ] as const;
  const missed = (box: Box, more: number) =>
    missOf(sizeOf(box), { width: paper.width + 2 * more, height: paper.height + 2 * more });
  const said = (box: 'media' | 'bleed' | 'trim') => saySizes(pages.map((page) => sizeOf(page[box])));
  const misses = pages.flatMap((page) => wished.map(([, box, more]) => missed(page[box], more)));
  const isCentred = (outer: Box, inner: Box) =>
    [inner.left - outer.left - (outer.right - inner.right), inner.bottom - outer.bottom - (outer.top - inner.top)] //
      .every((miss) => Math.abs(miss) <= TOLERANCE);
  return {
    id: 'boites',
    title: 'Rogne, fond perdu, feuille',
    found: `${said('trim')}, fond perdu ${said('bleed')}, feuille ${said('media')}, ${sayMiss(misses)}`,
    wrong: pages.flatMap((page, i) =>
      wished.flatMap(([name, box, more]) =>
        missed(page[box], more) <= TOLERANCE && isCentred(page.media, page[box])
          ? []
          : [`page ${first + i}, ${name} : ${saySize(sizeOf(page[box]))}`],
      ),
    ),
  };
}

/** What touches the edge of the paper goes past it, or a cut too far shows white. */
function checkBleed({ first, pages, painted }: PressContents): Check {
  const inked = painted.filter(({ box, colour }) => !isEmpty(box) && colour?.model !== 'all' && !isWhite(colour));
  const touching = inked.flatMap(({ page, box }) => {
    const { trim, bleed } = pages[page - 1]!;
    if (isEmpty(intersect(trim, box))) return [];
    const reached = (
      [
        ['gauche', trim.left - box.left, trim.left - bleed.left],
        ['droit', box.right - trim.right, bleed.right - trim.right],
        ['haut', box.top - trim.top, bleed.top - trim.top],
        ['bas', trim.bottom - box.bottom, trim.bottom - bleed.bottom],
      ] as const
    ).filter(([, past]) => past >= -NEAR);
    const [x, y] = [(box.left - trim.left) / POINTS_PER_MM, (trim.top - box.top) / POINTS_PER_MM];
    const place = `à ${Math.max(0, Math.round(x))} mm de gauche et ${Math.max(0, Math.round(y))} mm du haut`;
    return reached.map(([side, past, wished]) => ({
      isCovered: past >= wished - POINTS_PER_MM / 10,
      said: `page ${first + page - 1}, ${place} : s’arrête au bord ${side}`,
    }));
  });
  const short = touching.filter(({ isCovered }) => !isCovered);
  return {
    id: 'fond-perdu',
    title: 'Fond perdu couvert',
    found:
      touching.length === 0 ? 'rien ne touche le bord' : `${touching.length - short.length} sur ${touching.length}`,
    wrong: [...new Set(short.map(({ said }) => said))],
  };
}

function checkMarks({ first, pages, painted }: PressContents, wished: number): Check {
  const marks = painted.filter(({ colour }) => colour?.model === 'all');
  const isInBleed = ({ page, box }: (typeof marks)[number]) => !isEmpty(intersect(box, pages[page - 1]!.bleed));
  const outside = marks.filter((mark) => !isInBleed(mark)).length;
  return {
    id: 'reperes',
    title: 'Traits de coupe, repères',
    found: `${plural(marks.length, 'trait', 'traits')}, dont ${formatNumber(outside)} hors du fond perdu`,
    wrong: pages.flatMap(({ media }, i) => {
      const own = marks.filter(({ page }) => page === i + 1);
      const isOffSheet = ({ box }: (typeof marks)[number]) =>
        box.left < media.left || box.right > media.right || box.bottom < media.bottom || box.top > media.top;
      const isPlaced = own.every((mark) => !isInBleed(mark) && !isOffSheet(mark));
      return [
        own.length === wished ? [] : [`page ${first + i} : ${own.length} au lieu de ${wished}`],
        isPlaced ? [] : [`page ${first + i} : un repère n’est pas à sa place`],
      ].flat();
    }),
  };
}

/** What the settings of colour of a file are in. */
const MODELS: Readonly<Record<Colour['model'], string>> = {
  cmyk: 'en CMJN',
  all: 'sur toutes les plaques',
  rgb: 'en RVB',
  gray: 'en gris',
};

function checkInks({ first, colours, strangers, refusals }: PressContents): Check {
  const strange = colours.filter(({ colour: { model } }) => model !== 'cmyk' && model !== 'all');
  return {
    id: 'encres',
    title: 'Encres',
    found: [...Map.groupBy(colours, ({ colour }) => MODELS[colour.model])]
      .map(([said, { length }]) => `${plural(length, 'réglage', 'réglages')} ${said}`)
      .toSorted()
      .join(', '),
    wrong: [
      ...new Set([
        ...strange.map(({ page }) => `page ${first + page - 1} : une couleur en RVB`),
        ...strangers,
        ...refusals,
      ]),
    ],
  };
}

function checkAmount({ first, colours, pictures }: PressContents): Check {
  const painted = colours.filter(({ colour }) => colour.model === 'cmyk');
  const amounts = [
    ...painted.map(({ page, colour }) => ({ page, ink: colour.parts.reduce((sum, part) => sum + part, 0) })),
    ...pictures.map(({ page, mostInk }) => ({ page, ink: mostInk })),
  ];
  const percent = (ink: number) => `${formatNumber(Math.ceil(ink * 100 - 0.5))} %`;
  const most = Math.max(0, ...amounts.map(({ ink }) => ink));
  const over = amounts.filter(({ ink }) => ink > MOST_INK + 0.005);
  return {
    id: 'encrage',
    title: 'Encrage le plus fort',
    found: `${percent(most)}, pour ${percent(MOST_INK)} permis`,
    wrong: [...new Set(over.map(({ page, ink }) => `page ${first + page - 1} : ${percent(ink)}`))],
  };
}

/** Black text of four inks shows coloured edges as soon as one plate slips. */
function checkBlack({ first, colours }: PressContents): Check {
  const texts = colours.filter(({ uses, colour }) => uses.has('text') && colour.model === 'cmyk');
  const alone = texts.filter(({ colour }) => colour.parts.slice(0, 3).every((ink) => ink === 0));
  const mixed = texts.filter(({ colour }) => {
    const inks = colour.parts.slice(0, 3);
    return Math.min(...inks) > 0.05 && Math.max(...inks) - Math.min(...inks) <= 0.25;
  });
  return {
    id: 'noir',
    title: 'Textes noirs et gris',
    found: `${plural(alone.length, 'réglage', 'réglages')} en noir seul, ${formatNumber(texts.length - alone.length)} de plusieurs encres`,
    wrong: [
      ...new Set(
        mixed.map(
          ({ page, colour }) =>
            `page ${first + page - 1} : ${colour.parts.map((ink) => Math.round(ink * 100)).join(', ')} %`,
        ),
      ),
    ],
  };
}

function checkPictures({ first, pictures }: PressContents): Check {
  const least = Math.floor(Math.min(...pictures.map(({ dpi }) => dpi)));
  return {
    id: 'images',
    title: 'Images en pixels',
    found:
      pictures.length === 0
        ? 'aucune : tout est vectoriel'
        : `${pictures.length}, ${formatNumber(least)} ppp au moins, pour ${LEAST_DPI} demandés`,
    wrong: pictures
      .filter(({ dpi }) => dpi < LEAST_DPI)
      .map(({ page, dpi }) => `page ${first + page - 1} : ${Math.floor(dpi)} ppp`),
  };
}

function checkIntent({ intent, version, standard, saysTrapping, hasId }: PressContents): Check {
  return {
    id: 'sortie',
    title: 'Condition de sortie',
    found: `${intent?.identifier || 'aucune'}, ${standard || 'sans norme dite'}, PDF ${version}`,
    wrong: [
      intent?.identifier ? [] : ['aucune condition de sortie'],
      intent?.hasProfile ? [] : ['profil ICC absent'],
      standard === 'PDF/X-4' ? [] : ['ne se dit pas PDF/X-4'],
      version === '1.6' ? [] : [`version ${version} au lieu de 1.6`],
      saysTrapping ? [] : ['recouvrement des encres non dit'],
      hasId ? [] : ['numéro de fichier absent'],
    ].flat(),
  };
}

function isWhite(colour: Colour | undefined): boolean {
  return colour?.model === 'cmyk' && colour.parts.every((part) => part === 0);
}

function sizeOf({ left, right, bottom, top }: Box): Size {
  return { width: right - left, height: top - bottom };
}
