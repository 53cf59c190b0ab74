import { type FigureView, observatory } from '../observatory/index.ts';
import { embedHeight } from './embed-height.ts';
import { pageOf } from './embed-places.ts';
import { CARD } from './figure-card.ts';
import { addressOf, frameOf } from './sharing.ts';

const { settings, demonstration } = observatory;

/** Width in px that an embed is made for; hosts that want another one give it. */
const WIDTH = 800;

/** Seconds that hosts may keep an answer: a day. */
const CACHE_AGE = 86_400;

/** True where figures say how they are embedded: it takes whole addresses, and nothing fictional. */
export const hasOembed = settings.adresse !== null && !demonstration;

/** The path of what a figure says of its embedding. */
export function oembedPath({ id }: Pick<FigureView, 'id'>): string {
  return `/oembed/${id}.json`;
}

/** A figure as oEmbed 1.0 says it (https://oembed.com): the bare frame, which hosts that know nothing of us let through. */
export function oembedOf(figure: FigureView) {
  const home = addressOf('/');
  return {
    version: '1.0',
    type: 'rich',
    title: figure.heading,
    author_name: settings.nom,
    author_url: home,
    provider_name: `${settings.nom} ${settings.region.en}`,
    provider_url: home,
    cache_age: CACHE_AGE,
    thumbnail_url: addressOf(`${pageOf(figure)}carte-sociale.png`),
    thumbnail_width: CARD.width,
    thumbnail_height: CARD.height,
    width: WIDTH,
    height: embedHeight(figure),
    html: frameOf(figure),
  };
}
