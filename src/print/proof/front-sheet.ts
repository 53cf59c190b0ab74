import { formatDate } from '../../text/date.ts';
import { escapeXml } from '../../text/escape.ts';
import { plural } from '../../text/plural.ts';
import { typo } from '../../text/typography.ts';
import { type Changes, summarize, tellWhere } from './changes.ts';

/** What the sheet before a proof says. */
export interface FrontSheet {
  readonly number: number;
  /** The book's own title. */
  readonly title: string;
  /** "A5". */
  readonly paper: string;
  readonly pages: number;
  /** ISO, of the data: a day, a month or a year. */
  readonly date: string;
  /** Nothing for the first proof. */
  readonly changes: Changes | undefined;
  /** What breaks a promise, each with its check. */
  readonly faults: readonly string[];
}

/** The name of a proof, as it is said everywhere: "épreuve n° 3". */
export const nameProof = (number: number): string => `épreuve n° ${number}`;

/** What is written across every page of a proof. */
export const watermarkOf = (number: number): string => typo(`É${nameProof(number).slice(1)}, à ne pas diffuser`);

/** The sheet as HTML: which proof, what changed, what is wrong, where to sign. */
export function writeFrontSheet({ number, title, paper, pages, date, changes, faults }: FrontSheet): string {
  return [
    '<header class="proof-head">',
    `<h1>${say(`É${nameProof(number).slice(1)}`)}</h1>`,
    `<p class="proof-warning">À ne pas diffuser</p>`,
    `<p class="proof-book">${say(title)}</p>`,
    `<p>${say(`${paper}, ${plural(pages, 'page', 'pages')} ; données : ${formatDate(date)}`)}</p>`,
    '</header>',
    // Before what may go on over several pages: the place to sign stays on the first.
    askSignature(faults.length),
    `<section>${changes ? listChanges(changes) : FIRST}</section>`,
    `<section>${listFaults(faults)}</section>`,
    ...(changes && changes.changed.length > 0 ? [`<section>${listPlaces(changes)}</section>`] : []),
  ].join('\n');
}

const say = (text: string): string => escapeXml(typo(text));

const list = (items: readonly string[], style = ''): string =>
  `<ul${style && ` class="${style}"`}>${items.map((item) => `<li>${say(item)}</li>`).join('')}</ul>`;

const FIRST = `<h2>Première épreuve</h2><p class="proof-note">${say('Aucune épreuve ne la précède : tout est à relire.')}</p>`;

function listChanges(changes: Changes): string {
  const sentences = summarize(changes);
  const head = `<h2>${say(`Depuis l’${nameProof(changes.since)}`)}</h2>`;
  if (sentences.length === 0) return `${head}<p class="proof-note">Aucune page n’a changé.</p>`;
  return [
    head,
    list(sentences.map((sentence) => `${sentence[0]!.toUpperCase()}${sentence.slice(1)}`)),
    `<p class="proof-note">${say('Un trait rouge, dans la marge extérieure, marque les pages modifiées ou ajoutées. Têtières et folios à part.')}</p>`,
  ].join('');
}

const listPlaces = ({ changed }: Changes): string =>
  `<h2>Où regarder</h2>${list(changed.map(tellWhere), 'proof-where')}`;

/** So many faults are listed on the sheet: past them, they are read on a screen. */
const MOST_FAULTS = 15;

function listFaults(faults: readonly string[]): string {
  if (faults.length === 0) return '<h2>Contrôle</h2><p class="proof-note">Le livre tient ses promesses.</p>';
  const more = faults.length - MOST_FAULTS;
  const told = more > 0 ? [...faults.slice(0, MOST_FAULTS), `et ${more} de plus, dans le fichier .json`] : faults;
  return `<h2>${say(`Contrôle : ${plural(faults.length, 'faute', 'fautes')} à corriger avant de tirer`)}</h2>${list(told)}`;
}

function askSignature(faults: number): string {
  const warning = `Le contrôle relève ${plural(faults, 'faute', 'fautes')} : voyez plus bas.`;
  return [
    '<section class="proof-sign">',
    '<h2>Bon à tirer</h2>',
    ...(faults > 0 ? [`<p class="proof-warning">${say(warning)}</p>`] : []),
    '<p><span class="proof-box"></span>en l’état</p>',
    '<p><span class="proof-box"></span>après les corrections que je note sur les pages</p>',
    '<p class="proof-line">Nom</p><p class="proof-line">Date</p><p class="proof-line">Signature</p>',
    '</section>',
  ].join('');
}
