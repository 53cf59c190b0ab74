import { strToU8 } from 'fflate';
import { observatory } from '../observatory/index.ts';
import { sentence } from '../text/sentence.ts';
import { typo } from '../text/typography.ts';
import { printSources } from './describe-sources.ts';
import { figurePng } from './figure-png.ts';
import { labelPng } from './label-png.ts';
import { USUAL_LICENCE } from './licence.ts';
import { renderPng } from './png.ts';
import { posterOf } from './poster.ts';
import { pressFigures } from './press-figures.ts';
import { drawLogo } from './press-logo.ts';
import { quoteOf } from './quote.ts';
import { addressOf } from './sharing.ts';
import { zipStill } from './still-archive.ts';

/** An archive of the main figures' pictures, as the site publishes them one by one, the observatory's mark, and what to write under each. */
export function pressPack(): Uint8Array<ArrayBuffer> {
  const logo = drawLogo(observatory.settings);
  return zipStill({
    'legendes.txt': strToU8(writeLegends()),
    [`${LOGO}.svg`]: strToU8(logo),
    [`${LOGO}.png`]: logoPng(logo),
    ...Object.fromEntries(
      pressFigures(observatory).flatMap((figure) => [
        [`${figure.id}.png`, figurePng(figure, 'usual')],
        [`${figure.id}.svg`, strToU8(posterOf(figure).svg)],
      ]),
    ),
  });
}

/** The mark's files, without ending, and how wide its picture in points is, px. */
const [LOGO, LOGO_WIDTH] = ['logo', 1024];

function logoPng(logo: string): Uint8Array<ArrayBuffer> {
  const { nom, region } = observatory.settings;
  return labelPng(renderPng(logo, LOGO_WIDTH), [
    ['Title', typo(`${nom} ${region.en}`)],
    ['Copyright', [USUAL_LICENCE.nom, USUAL_LICENCE.url].join(', ')],
  ]);
}

/** What each picture shows, with a sentence to quote, its sources and its licence: words for a caption, in plain text. */
function writeLegends(): string {
  const { settings, demonstration } = observatory;
  const publisher = `${settings.nom} ${settings.region.en}${demonstration ? ' (région fictive)' : ''}`;
  const legends = pressFigures(observatory).map((figure) =>
    [
      `${figure.id}.png, ${figure.id}.svg`,
      figure.heading,
      figure.subtitle,
      `Phrase à citer : ${quoteOf(figure)}`,
      `Champ : ${sentence(figure.champ)}`,
      `Source : ${printSources(figure.sources)}`,
      `Crédit : ${publisher}, ${USUAL_LICENCE.nom}`,
      ...(settings.adresse ? [`Page : ${addressOf(`/graphiques/${figure.id}/`)}`] : []),
    ]
      .map(typo)
      .join('\r\n'),
  );
  const logo = [
    `${LOGO}.png, ${LOGO}.svg`,
    'Le signe de l’observatoire, sans fond, à poser à côté de son nom',
    `Crédit : ${publisher}, ${USUAL_LICENCE.nom}`,
  ]
    .map(typo)
    .join('\r\n');
  return `${[typo(`Images de l’${publisher.charAt(0).toLocaleLowerCase('fr')}${publisher.slice(1)}`), ...legends, logo].join('\r\n\r\n')}\r\n`;
}
