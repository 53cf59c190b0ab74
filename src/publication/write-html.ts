import { formatDate } from '../text/date.ts';
import { escapeXml } from '../text/escape.ts';
import { plural } from '../text/plural.ts';
import { typesetHtml } from '../text/typeset-html.ts';
import type { CellChange, Change, Picture, WordChange } from './change.ts';
import type { Comparison, ObservatoryComparison } from './compare.ts';
import { COMPARISON_STYLE } from './comparison-style.ts';
import { markDifference } from './mark-difference.ts';
import {
  ABSENT,
  breaksOf,
  isNothing,
  NOTHING,
  nameCell,
  nameKind,
  nameShowing,
  orderCells,
  proposeEntry,
  sortShowings,
  tellObservatory,
  unexplainedIds,
} from './tell-change.ts';

/** The fonts that pictures are drawn for, as WOFF2 in base64. */
export interface Fonts {
  readonly titre: string;
  readonly texte: string;
}

/** The comparison as one page that can be sent and printed: no script, nothing fetched, pictures side by side. */
export function writeHtml(comparison: Comparison, fonts: Fonts): string {
  const body = isNothing(comparison)
    ? `<p class="lead">${NOTHING}</p>`
    : [
        tellUnexplained(unexplainedIds(comparison)),
        ...comparison.observatories.map(tellOne),
        ...comparison.notes.map((note) => `<p>${escapeXml(note)}</p>`),
      ].join('\n');
  return typesetHtml(`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>Ce qui change pour les lecteurs</title>
<style>${faceOf('Bricolage Grotesque', fonts.titre)}${faceOf('Source Sans 3', fonts.texte)}${COMPARISON_STYLE}</style>
</head>
<body>
<main>
<h1>Ce qui change pour les lecteurs</h1>
<p class="soft">Depuis ${escapeXml(comparison.reference)}. Seuls des nombres publiés figurent ici, des deux côtés.</p>
${body}
</main>
</body>
</html>
`);
}

function tellUnexplained(ids: readonly string[]): string {
  if (ids.length === 0) return '';
  return `<section class="alert" aria-labelledby="sauts">
<h2 id="sauts">Des nombres ont fait un saut, et rien ne dit pourquoi</h2>
<p>Écrivez-le dans <code>content/journal.yaml</code> :</p>
<pre>${escapeXml(proposeEntry(ids).join('\n'))}</pre>
</section>`;
}

function tellOne(observatory: ObservatoryComparison, index: number): string {
  const { name, demonstration, changes, addresses } = observatory;
  const id = `observatoire-${index + 1}`;
  const list = changes.map(
    (change, at) =>
      `<li><a href="#${id}-${at + 1}">${escapeXml(nameKind(change))} « ${escapeXml(change.title)} »</a></li>`,
  );
  return `<section class="observatory" aria-labelledby="${id}">
<h2 id="${id}">${escapeXml(name)}</h2>
${demonstration ? '<p class="soft">Démonstration : région, lieux et nombres fictifs.</p>' : ''}
<p class="lead">${escapeXml(tellObservatory(observatory))}</p>
${list.length > 3 ? `<ol class="contents">\n${list.join('\n')}\n</ol>` : ''}
${changes.map((change, at) => tellChange(change, `${id}-${at + 1}`)).join('\n')}
${addresses.length > 0 ? listAddresses(addresses) : ''}
</section>`;
}

function tellChange(change: Change, id: string): string {
  const { thing, title, words, cells, notes, pictures } = change;
  return `<article aria-labelledby="${id}">
<header>
<p class="kind">${escapeXml(nameKind(change))}${thing.kind === 'reglages' ? '' : ` <code>${escapeXml(thing.id)}</code>`}</p>
<h3 id="${id}">${escapeXml(title)}</h3>
</header>
${tellVerdict(change)}
${notes.map((note) => `<p>${escapeXml(note)}</p>`).join('\n')}
${words.length > 0 ? `<dl>${words.map(tellWords).join('\n')}</dl>` : ''}
${pictures ? `<div class="pair">${tellPicture('Avant', pictures.before)}${tellPicture('Après', pictures.after)}</div>` : ''}
${cells.length > 0 ? tellCells(cells) : ''}
${tellShowings(change)}
</article>`;
}

function tellVerdict(change: Change): string {
  const { isUnexplained, explanations } = change;
  return [
    isUnexplained ? '<p class="badge">Saut sans explication</p>' : '',
    ...explanations.map(
      ({ date, explication }) =>
        `<p class="told"><strong>Saut expliqué</strong>, ${escapeXml(formatDate(date))} : ${escapeXml(explication)}</p>`,
    ),
    ...breaksOf(change).map((one) => `<p class="told"><strong>Rupture de série</strong> : ${escapeXml(one)}</p>`),
  ]
    .filter(Boolean)
    .join('\n');
}

function tellWords({ what, before, after }: WordChange): string {
  const [old, now] = markDifference(before ?? ABSENT, after ?? ABSENT);
  return `<div class="words"><dt>${escapeXml(what)}</dt>
<dd><span class="side">Avant</span> <span>${old}</span></dd>
<dd><span class="side">Après</span> <span>${now}</span></dd></div>`;
}

function tellPicture(side: string, picture: Picture | undefined): string {
  const inside = picture
    ? `<div role="img" aria-label="${escapeXml(`${side} : ${picture.summary}`)}">${picture.svg}</div>`
    : '<p class="soft">Pas de figure.</p>';
  return `<figure><figcaption>${side}</figcaption>${inside}</figure>`;
}

function tellCells(cells: readonly CellChange[]): string {
  const rows = orderCells(cells).map((cell) => {
    const { before, after, difference, jump } = cell;
    const moved = [difference, jump ? '<strong>saut</strong>' : undefined].filter(Boolean).join(', ');
    const side = (name: string, text: string | undefined) =>
      `<td data-label="${name}">${escapeXml(text ?? (before === after ? '' : ABSENT))}</td>`;
    return `<tr${jump ? ' class="jump"' : ''}><th scope="row">${escapeXml(nameCell(cell))}</th>${side('Avant', before)}${side('Après', after)}<td data-label="Écart">${moved}</td></tr>`;
  });
  return `<table>
<caption>${plural(cells.length, 'ligne change', 'lignes changent')}</caption>
<thead><tr><th scope="col">Ligne</th><th scope="col">Avant</th><th scope="col">Après</th><th scope="col">Écart</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function tellShowings({ showings }: Change): string {
  if (showings.length === 0) return '<p class="soft">Aucune page ne le montre.</p>';
  const { pages, embeds, files } = sortShowings(showings);
  const list = (title: string, all: Change['showings']) =>
    all.length === 0
      ? ''
      : `<dt>${title}</dt><dd>${all.map((showing) => `<span class="address">${escapeXml(nameShowing(showing))}</span>`).join(' ')}</dd>`;
  return `<dl class="showings">${list('Pages', pages)}${list('À intégrer', embeds)}${list('Fichiers', files)}</dl>`;
}

function listAddresses(addresses: ObservatoryComparison['addresses']): string {
  const items = addresses.map(
    ({ address, state }) => `<li>${escapeXml(address)}${state === 'changée' ? '' : ` <em>${state}</em>`}</li>`,
  );
  return `<details><summary>${plural(addresses.length, 'adresse dont le contenu change', 'adresses dont le contenu change')}</summary><ul class="addresses">
${items.join('\n')}
</ul></details>`;
}

function faceOf(family: string, base64: string): string {
  return `@font-face { font-family: "${family}"; font-weight: 200 900; src: url(data:font/woff2;base64,${base64}) format("woff2"); }`;
}
