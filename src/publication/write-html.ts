import { escapeXml } from '../text/escape.ts';
import { writePageToSend } from '../text/page-to-send.ts';
import { plural } from '../text/plural.ts';
import { upperFirst } from '../text/sentence.ts';
import { typesetHtml } from '../text/typeset-html.ts';
import type { Change, Picture } from './change.ts';
import type { Comparison, ObservatoryComparison } from './compare.ts';
import { COMPARISON_STYLE } from './comparison-style.ts';
import { markDifference } from './mark-difference.ts';
import {
  isNothing,
  NOTHING,
  type ToldCell,
  type ToldChange,
  tellChange,
  tellObservatory,
  UNSHOWN,
} from './tell-change.ts';
import { proposeEntries, UNEXPLAINED } from './unexplained.ts';

/** The fonts that pictures are drawn for, as WOFF2 in base64. */
export interface Fonts {
  readonly titre: string;
  readonly texte: string;
}

const TITLE = 'Ce qui change pour les lecteurs';

/** The comparison as one page that can be sent and printed: no script, nothing fetched, pictures side by side. */
export function writeHtml(comparison: Comparison, given: Fonts): string {
  const body = isNothing(comparison)
    ? `<p class="lead">${NOTHING}</p>`
    : [
        tellUnexplained(proposeEntries(comparison)),
        ...comparison.observatories.map(tellOne),
        ...comparison.notes.map((note) => `<p>${escapeXml(note)}</p>`),
      ].join('\n');
  const fonts = faceOf('Bricolage Grotesque', given.titre) + faceOf('Source Sans 3', given.texte);
  const page = `<main>
<h1>${TITLE}</h1>
<p class="soft">Depuis ${escapeXml(comparison.reference)}. Seuls des nombres publiés figurent ici, des deux côtés.</p>
${body}
</main>`;
  return typesetHtml(writePageToSend({ title: TITLE, style: fonts + COMPARISON_STYLE, body: page }));
}

function tellUnexplained(entries: readonly string[]): string {
  if (entries.length === 0) return '';
  return `<section class="alert" aria-labelledby="sauts">
<h2 id="sauts">${UNEXPLAINED}</h2>
<p>Écrivez-le dans <code>content/journal.yaml</code> :</p>
<pre>${escapeXml(entries.join('\n'))}</pre>
</section>`;
}

function tellOne(observatory: ObservatoryComparison, index: number): string {
  const { name, demonstration, changes, addresses } = observatory;
  const id = `observatoire-${index + 1}`;
  const told = changes.map(tellChange);
  const list = told.map(
    ({ kind, title }, at) => `<li><a href="#${id}-${at + 1}">${escapeXml(kind)} « ${escapeXml(title)} »</a></li>`,
  );
  return `<section class="observatory" aria-labelledby="${id}">
<h2 id="${id}">${escapeXml(name)}</h2>
${demonstration ? '<p class="soft">Démonstration : région, lieux et nombres fictifs.</p>' : ''}
<p class="lead">${escapeXml(tellObservatory(observatory))}</p>
${list.length > 3 ? `<ol class="contents">\n${list.join('\n')}\n</ol>` : ''}
${told.map((one, at) => layOut(one, changes[at]!.pictures, `${id}-${at + 1}`)).join('\n')}
${addresses.length > 0 ? listAddresses(addresses) : ''}
</section>`;
}

function layOut(told: ToldChange, pictures: Change['pictures'], at: string): string {
  const { kind, title, id, verdicts, notes, words, cells } = told;
  return `<article aria-labelledby="${at}">
<header>
<p class="kind">${escapeXml(kind)}${id === undefined ? '' : ` <code>${escapeXml(id)}</code>`}</p>
<h3 id="${at}">${escapeXml(title)}</h3>
</header>
${verdicts.map(layOutVerdict).join('\n')}
${notes.map((note) => `<p>${escapeXml(note)}</p>`).join('\n')}
${words.length > 0 ? `<dl>${words.map(layOutWords).join('\n')}</dl>` : ''}
${pictures ? `<div class="pair">${tellPicture('Avant', pictures.before)}${tellPicture('Après', pictures.after)}</div>` : ''}
${cells.length > 0 ? tabulate(cells) : ''}
${listShowings(told)}
</article>`;
}

function layOutVerdict({ label, text }: ToldChange['verdicts'][number]): string {
  if (text === undefined) return `<p class="badge">${escapeXml(label)}</p>`;
  return `<p class="told"><strong>${escapeXml(label)}</strong> : ${escapeXml(text)}</p>`;
}

function layOutWords({ what, before, after }: ToldChange['words'][number]): string {
  const [old, now] = markDifference(before, after);
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

function tabulate(cells: readonly ToldCell[]): string {
  const rows = cells.map(({ name, before, after, difference, jump }) => {
    const moved = [difference && escapeXml(difference), jump ? '<strong>saut</strong>' : undefined];
    const side = (label: string, text: string) => `<td data-label="${label}">${escapeXml(text)}</td>`;
    return `<tr${jump ? ' class="jump"' : ''}><th scope="row">${escapeXml(name)}</th>${side('Avant', before)}${side('Après', after)}<td data-label="Écart">${moved.filter(Boolean).join(', ')}</td></tr>`;
  });
  return `<table>
<caption>${plural(cells.length, 'ligne change', 'lignes changent')}</caption>
<thead><tr><th scope="col">Ligne</th><th scope="col">Avant</th><th scope="col">Après</th><th scope="col">Écart</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function listShowings({ showings }: ToldChange): string {
  if (showings.length === 0) return `<p class="soft">${upperFirst(UNSHOWN)}.</p>`;
  const lists = showings.map(
    ({ title, names }) =>
      `<dt>${upperFirst(title)}</dt><dd>${names.map((name) => `<span class="address">${escapeXml(name)}</span>`).join(' ')}</dd>`,
  );
  return `<dl class="showings">${lists.join('')}</dl>`;
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
