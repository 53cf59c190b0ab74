import { MONTHS } from '../../text/date.ts';
import { attributesOf, type MdxNode, wordsIn } from '../mdx.ts';

/** A number typed in a text that measures something, with the words around it. */
export interface TypedStatistic {
  readonly line: number;
  readonly text: string;
}

/** Numbers in them are read from the data, bear their source, or were said by somebody. */
const FREE = new Set(['Value', 'Chiffre', 'Nombre', 'Seuil', 'Renvoi', 'Citation', 'Figure', 'Card', 'AApporter']);

/** Attributes that are read as sentences; in a session's, hours and rooms are free anyway. */
const SENTENCES = ['titre', 'legende', 'alt', 'terme'] as const;

/** What stands where a component or a code was taken out: neither a letter nor a space. */
const HOLE = '\uFFFC';

const MONTH = MONTHS.join('|');
const TIME =
  'h|heures?|min|minutes?|secondes?|jours?|journées?|demi-journées?|nuits?|semaines?|mois|trimestres?|ans?|années?|siècles?';
/** "12 lieux" is a number of something; "12 et 13 novembre" is not, nor is "de 3 à". */
const LINK_WORDS =
  'et|ou|à|au|aux|de|du|des|en|le|la|les|par|pour|sur|dans|que|qui|est|sont|était|puis|avec|sans|chez|bis|ter|vers|contre';
/** Words that give a number to what they name. */
const LABELS =
  '[Ff]igures?|[Tt]ableaux?|[Cc]hapitres?|[Pp]ages?|[Nn]otes?|[Aa]rticles?|[Aa]nnexes?|[Éé]tapes?|[Ss]alles?|[Tt]ables? rondes?|[Aa]teliers?|[Cc]ycles?|[Tt]omes?|[Vv]olumes?|[Ll]ignes?|[Nn]iveaux?|[Vv]ersions?|[Pp]hases?|[Aa]xes?|[Gg]roupes?|[Hh]alles?|[Qq]uais?|[Nn]uméros?|[Éé]ditions?|n°|p\\.|art\\.|fig\\.|Lieu|Territoire|Commune [A-Z]?|Financeur|CS|BP|ISBN|CEDEX';
const NUMBER = /(?<![\p{L}\d_/+-]|\d[.,:])(?:\d{1,3}(?: \d{3})+(?! ?\d)|\d+)(?:,\d+)?(?![\p{L}\d_/]|-\d|[.:]\d)/gu;
const LETTERS = 'une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt';

/** Numbers written in letters that measure all the same: shares, and counts from a hundred on. */
const IN_LETTERS: readonly RegExp[] = [
  /\bpour cent\b/giu,
  new RegExp(
    `(?<!\\p{L})(?:${LETTERS}) (?!fois|jours?|heures?|soirs?|matins?|ans?|semaines?)\\p{L}+ sur (?!une?(?!\\p{L}))(?:${LETTERS}|cent)(?!\\p{L})`,
    'giu',
  ),
  /(?<!\p{L})(?:la moitié|(?:un|deux) tiers|(?:un|trois) quarts?) (?:des |d’entre )/giu,
  /(?<!\p{L})une (?:vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine) (?:de |d’)/giu,
  new RegExp(
    `(?<!\\p{L})(?:(?:${LETTERS}) )?(?<!pour )(?:cents?|mille) (?!des? |fois|mercis?|façons|manières|et une?)\\p{Ll}{3,}`,
    'giu',
  ),
  new RegExp(`(?<!\\p{L})(?:${LETTERS}) (?:millions?|milliards?|milliers?) (?:de |d’)`, 'giu'),
];

/** Words that make an amount a price, which is a fact of the programme. */
const PRICE =
  /(?<!\p{L})(?:billets?|entrées?|tarifs?|inscriptions?|prix libre|repas|gratuit\p{L}*|adhésions?|place assise)(?!\p{L})/iu;

/**
 * The statistics that a chapter types: percentages, amounts, counts with their noun. Dates, times, prices of tickets,
 * numbers of order and quotations are free, and so is what a `<Nombre source>`, or a note that begins with "Source", follows.
 */
export function findTypedStatistics(tree: MdxNode): readonly TypedStatistic[] {
  return blocksOf(tree).flatMap(({ line, text, isSourced }) => {
    const told = maskQuotations(text.replace(/[\u00a0\u202f\n]/g, ' '));
    return isSourced
      ? []
      : statisticsIn(told).map(({ at, length }) => ({
          line: line + (text.slice(0, at).match(/\n/g)?.length ?? 0),
          text: excerpt(told, at, length),
        }));
  });
}

interface Block {
  readonly line: number;
  readonly text: string;
  readonly isSourced: boolean;
}

/** Paragraphs, titles, items, and the sentences of components' attributes; a note is a text of its own. */
function blocksOf(node: MdxNode): readonly Block[] {
  if (node.type === 'blockquote' || node.type === 'code' || (node.name && FREE.has(node.name))) return [];
  const told = attributeBlocks(node);
  if (node.type === 'paragraph' || node.type === 'heading' || isInline(node)) {
    const notes = notesIn(node);
    const isSourced = notes.some((note) => /^\s*sources?\s*:/i.test(wordsIn(note)));
    const inside = elementsWithin(node).flatMap(attributeBlocks);
    return [...told, ...inside, { line: lineOf(node), text: flatten(node), isSourced }, ...notes.map(noteBlock)];
  }
  return [...told, ...(node.children ?? []).flatMap(blocksOf)];
}

/** A component on a line of its own, with words in it: "<Definition …>words</Definition>". */
function isInline({ type, children = [] }: MdxNode): boolean {
  return (
    type.startsWith('mdxJsx') && children.some((child) => child.type === 'text' && (child.value ?? '').trim() !== '')
  );
}

function attributeBlocks(node: MdxNode): readonly Block[] {
  const attributes = attributesOf(node);
  return SENTENCES.flatMap((name) =>
    attributes[name] ? [{ line: lineOf(node), text: attributes[name], isSourced: false }] : [],
  );
}

/** The components inside a paragraph whose words count. */
function elementsWithin({ children = [] }: MdxNode): readonly MdxNode[] {
  return children.flatMap((child) =>
    child.name && FREE.has(child.name) ? [] : [...(child.name ? [child] : []), ...elementsWithin(child)],
  );
}

function noteBlock(note: MdxNode): Block {
  const text = (note.children ?? []).map(flatten).join('');
  return { line: lineOf(note), text, isSourced: /^\s*sources?\s*:/i.test(text) };
}

function lineOf({ position }: MdxNode): number {
  return position?.start.line ?? 1;
}

function notesIn({ children = [] }: MdxNode): readonly MdxNode[] {
  return children.flatMap((child) => (child.name === 'Note' ? [child] : notesIn(child)));
}

function flatten(node: MdxNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'inlineCode' || node.name === 'Note' || (node.name && FREE.has(node.name))) return HOLE;
  return (node.children ?? []).map(flatten).join('');
}

/** What stands between French quotes was said or written by somebody else; its length is kept. */
function maskQuotations(text: string): string {
  return text.replace(/«[^»]*»/g, (quotation) => HOLE.repeat(quotation.length));
}

function statisticsIn(text: string): readonly { readonly at: number; readonly length: number }[] {
  const typed = [...text.matchAll(NUMBER)]
    .filter((match) => measures(match[0], text.slice(0, match.index), text.slice(match.index + match[0].length), text))
    .map((match) => ({ at: match.index, length: match[0].length }));
  const spelled = IN_LETTERS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ at: match.index, length: match[0].length })),
  );
  return [...typed, ...spelled].sort((a, b) => a.at - b.at);
}

function measures(number: string, before: string, after: string, whole: string): boolean {
  if (/^ ?(?:%|‰|pour cent|pour mille)/.test(after)) return true;
  if (/^ ?(?:(?:k|M|Md)?€|euros?|centimes?|(?:milliers?|millions?|milliards?)(?!\p{L}))/u.test(after)) {
    return !PRICE.test(sentenceAround(whole, before.length));
  }
  if (isOrder(number, before, after) || isWhen(number, before, after)) return false;
  if (/^ sur (?:\d|cent)/.test(after)) return true;
  return new RegExp(`^ (?!(?:${LINK_WORDS})(?!\\p{L}))(?:\\p{Ll}|km|ha|kg)`, 'u').test(after);
}

/** A rank, an address, a number that something bears. */
function isOrder(number: string, before: string, after: string): boolean {
  return (
    new RegExp(`(?:^|[^\\p{L}])(?:${LABELS}) ?(?:\\d+ ?(?:,|et|à|ou|-) ?)*$`, 'u').test(before) ||
    /^(?:er|re|e|es|ème|nde?|ᵉ|ʳ)(?!\p{L})/u.test(after) ||
    /^(?: bis| ter)?,? (?:rue|avenue|boulevard|place|quai|chemin|impasse|allée|cours|route) /.test(after) ||
    (/^\d{5}$/.test(number) && /^ \p{Lu}/u.test(after))
  );
}

/** A day, a year, an hour, a duration. */
function isWhen(number: string, before: string, after: string): boolean {
  return (
    /^(?:1[4-9]|20|21|30)\d\d$/.test(number) ||
    new RegExp(`^ (?:${TIME})(?!\\p{L})`, 'u').test(after) ||
    new RegExp(`^(?:(?:,| et| au| ou| à|-|–) ?\\d{1,2})* (?:${MONTH})(?!\\p{L})`, 'iu').test(after) ||
    new RegExp(`^ (?:à|ou|et|-|–) \\d+ (?:${TIME})(?!\\p{L})`, 'u').test(after) ||
    /\d ?(?:h|heures?) ?$/.test(before)
  );
}

function sentenceAround(text: string, at: number): string {
  const start = Math.max(...['. ', '! ', '? '].map((stop) => text.lastIndexOf(stop, at)), 0);
  const end = /[.!?](?: |$)/.exec(text.slice(at))?.index;
  return text.slice(start, end === undefined ? undefined : at + end);
}

/** The number with the words about it, so that it is found in the line. */
function excerpt(text: string, at: number, length: number): string {
  const before = /(?:\S+ ){0,2}\S*$/.exec(text.slice(0, at))?.[0] ?? '';
  const after = /^\S*(?: ?\S+){0,2}/.exec(text.slice(at + length))?.[0] ?? '';
  return (before + text.slice(at, at + length) + after).replaceAll(HOLE, '…').trim();
}
