import { nameTerritory } from '../datasets/territories.ts';
import { type FigureView, type Observatory, observatory } from '../observatory/index.ts';
import type { ValueView } from '../observatory/value-view.ts';
import { enumerate } from '../text/list.ts';
import { formatNumber } from '../text/number.ts';
import { lowerFirst, sentence, upperFirst } from '../text/sentence.ts';
import { typo } from '../text/typography.ts';
import { describeSources } from './describe-sources.ts';

type Publisher = Pick<Observatory, 'settings' | 'demonstration'>;

/** What a figure's sentence to quote is made of; `champ` is said unless the sentence holds it. */
type Quoted = Pick<FigureView['quote'], 'text' | 'champ' | 'sources'>;

/** A sentence of a figure that stands alone: what, of whom, from which source and year, published by whom. */
export function quoteOf(
  { quote, territoire }: Pick<FigureView, 'quote' | 'territoire'>,
  publisher: Publisher = observatory,
): string {
  const own = publisher.settings.territoires.find(({ id }) => id === territoire);
  if (!own) return sayQuote(quote, publisher);
  const where = nameTerritory(own, publisher);
  return sayQuote(
    { ...quote, text: `${where} : ${quote.text}`, champ: quote.champ.replace(` (${where})`, '') },
    publisher,
  );
}

/** The same for a published number, with the words that the press page gives it. */
export function quoteOfValue(
  { text, champ, base, sources }: ValueView,
  words: string,
  publisher: Publisher = observatory,
): string {
  const whole = base === undefined ? champ : `${champ}, ${formatNumber(base)} réponses`;
  return sayQuote({ text: `${text} ${words}`.trim(), champ: whole, sources: sources.slice(0, 1) }, publisher);
}

function sayQuote({ text, champ, sources }: Quoted, { settings, demonstration }: Publisher): string {
  // A fictional region is named by its observatory already.
  const name = demonstration ? settings.nom : `${settings.nom} ${settings.region.en}`;
  const { cited } = describeSources(sources);
  const origin = enumerate([...new Set(cited.map((source) => source.text))]);
  // The same person reads the sentence without the page: answers are told as such.
  const declared = sources.some(({ note }) => /déclarati/i.test(note ?? '')) ? ', données déclaratives' : '';
  const who = champ.split(/\s;\s/).every((part) => text.toLowerCase().includes(part.toLowerCase()))
    ? []
    : [`champ : ${lowerFirst(champ)}`];
  const around = [...who, `source : ${origin}${declared}`, name];
  return typo(sentence(`${upperFirst(text)} (${around.join(' ; ')})`));
}
