import type { FileWords } from '../charts/file-metadata.ts';
import { type FigureView, observatory } from '../observatory/index.ts';
import { sentence } from '../text/sentence.ts';
import { typo } from '../text/typography.ts';
import { printSources } from './describe-sources.ts';
import { datingOf } from './figure-years.ts';
import { USUAL_LICENCE } from './licence.ts';
import { addressOf } from './sharing.ts';

/** What every file of a figure says of itself, whatever its format: title, champ, sources, licence, year, address. */
export function fileWordsOf(figure: FigureView): FileWords {
  const { settings, demonstration } = observatory;
  const dating = datingOf(figure);
  const publisher = `${settings.nom} ${settings.region.en}`;
  return {
    id: figure.id,
    title: figure.heading,
    subtitle: figure.subtitle,
    reading: typo(sentence(figure.reading)),
    champ: typo(sentence(figure.champ)),
    sources: typo(printSources(figure.sources)),
    licence: USUAL_LICENCE.nom,
    licenceUrl: USUAL_LICENCE.url,
    publisher: typo(demonstration ? `${publisher} (démonstration, données fictives)` : publisher),
    summary: figure.summary,
    ...(dating === undefined ? {} : { millesime: typo(dating) }),
    ...(settings.adresse ? { address: addressOf(`/graphiques/${figure.id}/`) } : {}),
  };
}
