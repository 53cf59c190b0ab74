import { type FigureView, observatory } from '../observatory/index.ts';
import { frozenHeight } from './embed-height.ts';
import { embedPath, oembedPath, pageOf } from './embed-places.ts';
import { CARD } from './figure-card.ts';
import { type FrozenView, frozenFigures, frozenPath } from './frozen.ts';
import { frozenFrameOf, frozenTitleOf } from './frozen-code.ts';
import { addressOf, frameHeightOf, frameOf, headingOf } from './sharing.ts';

const { settings, demonstration, figures, figuresOf } = observatory;

/** Width in px that an embed is made for; hosts that want another one give it. */
const WIDTH = 800;

/** Seconds that hosts may keep an answer: a day. */
const CACHE_AGE = 86_400;

/** True where figures say how they are embedded: it takes whole addresses, and nothing fictional. */
export const hasOembed = settings.adresse !== null && !demonstration;

/** What oEmbed asks of whoever shows rich content, and of the picture that may stand for it. */
interface Shown {
  readonly title: string;
  readonly height: number;
  readonly html: string;
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
  readonly thumbnail_height?: number;
}

/** An answer, and the path where it stands. */
interface Answer {
  readonly path: string;
  readonly said: Shown;
}

/** What each page to embed says of itself: of the region, of its territories, and of what is frozen. */
export function oembedAnswers(): readonly Answer[] {
  if (!hasOembed) return [];
  const live = [...figures, ...settings.territoires.flatMap(({ id }) => figuresOf(id))];
  return [
    ...live.map((figure) => ({ path: oembedPath(embedPath(figure)), said: answerOf(sayLive(figure)) })),
    ...frozenFigures.map((frozen) => ({ path: oembedPath(frozenPath(frozen)), said: answerOf(sayFrozen(frozen)) })),
  ];
}

/** oEmbed 1.0 (https://oembed.com); the html is the bare frame, which hosts that know nothing of us let through. */
function answerOf({ title, height, html, ...thumbnail }: Shown) {
  const home = addressOf('/');
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: settings.nom,
    author_url: home,
    provider_name: `${settings.nom} ${settings.region.en}`,
    provider_url: home,
    cache_age: CACHE_AGE,
    ...thumbnail,
    width: WIDTH,
    height,
    html,
  };
}

/** A figure that follows the data; territories have no picture of their own. */
function sayLive(figure: FigureView): Shown {
  const picture = {
    thumbnail_url: addressOf(`${pageOf(figure)}carte-sociale.png`),
    thumbnail_width: CARD.width,
    thumbnail_height: CARD.height,
  };
  return {
    title: headingOf(figure),
    height: frameHeightOf(figure),
    html: frameOf(figure),
    ...(figure.territoire ? {} : picture),
  };
}

/** A frozen figure; the living one's picture would bear other numbers. */
function sayFrozen(frozen: FrozenView): Shown {
  return { title: frozenTitleOf(frozen), height: frozenHeight(frozen), html: frozenFrameOf(frozen) };
}
