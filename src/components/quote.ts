import { nameTerritory } from '../datasets/territories.ts';
import { type FigureView, type Observatory, observatory } from '../observatory/index.ts';
import type { ValueView } from '../observatory/value-view.ts';
import { formatNumber } from '../text/number.ts';
import { lowerFirst, upperFirst } from '../text/sentence.ts';
import { typo } from '../text/typography.ts';
import { joinSources, nameSourcesOnce } from './describe-sources.ts';

type Publisher = Pick<Observatory, 'settings' | 'demonstration'>;

/** What a figure's sentence to quote is made of; `champ` is said unless the sentence holds it. */
type Quoted = Pick<FigureView['quote'], 'text' | 'champ' | 'sources'>;

/** A sentence to quote in its two parts: what it says, then of whom, from where and published by whom. */
export interface QuoteParts {
  /** Without final stop: the second part follows. */
  readonly said: string;
  /** In brackets, with the final stop of both. */
  readonly around: string;
}

/** A sentence of a figure that stands alone: what, of whom, from which source and year, published by whom. */
export function quoteOf(
  { quote, territoire }: Pick<FigureView, 'quote' | 'territoire'>,
  publisher: Publisher = observatory,
): string {
  const own = publisher.settings.territoires.find(({ id }) => id === territoire);
  return joinQuote(sayQuote(own ? sayWhere(quote, own, publisher) : quote, publisher));
}

/** The same for a published number, in its parts, with the words that the press page gives it. */
export function quoteValue(
  { text, champ, base, sources }: ValueView,
  words: string,
  publisher: Publisher = observatory,
): QuoteParts {
  const whole = base === undefined ? champ : `${champ}, ${formatNumber(base)} réponses`;
  return sayQuote({ text: `${text} ${words}`.trim(), champ: whole, sources: sources.slice(0, 1) }, publisher);
}

/** Both parts of a quote as one sentence. */
export function joinQuote({ said, around }: QuoteParts): string {
  return `${said} ${around}`;
}

/** "Dans le cercle, …": what is said of a territory names it first, and its champ no longer has to. */
function sayWhere(
  { text, champ, sources }: Quoted,
  own: Publisher['settings']['territoires'][number],
  publisher: Publisher,
): Quoted {
  const name = nameTerritory(own, publisher);
  const where = own.en ?? `dans le territoire « ${name} »`;
  return { text: `${where}, ${lowerFirst(text)}`, champ: champ.replace(` (${name})`, ''), sources };
}

function sayQuote({ text, champ, sources }: Quoted, { settings, demonstration }: Publisher): QuoteParts {
  // A fictional region is named by its observatory already.
  const name = demonstration ? settings.nom : `${settings.nom} ${settings.region.en}`;
  const named = nameSourcesOnce(sources);
  // The same person reads the sentence without the page: answers are told as such.
  const declared = sources.some(({ note }) => /déclarati/i.test(note ?? '')) ? ', données déclaratives' : '';
  const who = champ.split(/\s;\s/).every((part) => text.toLowerCase().includes(part.toLowerCase()))
    ? []
    : [`champ : ${lowerFirst(champ)}`];
  const origin = `${named.length > 1 ? 'sources' : 'source'} : ${joinSources(named)}${declared}`;
  return { said: typo(upperFirst(text)), around: typo(`(${[...who, origin, name].join(' ; ')}).`) };
}
