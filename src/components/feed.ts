import { observatory } from '../observatory/index.ts';
import { findProse } from '../observatory/prose.ts';
import { escapeXml } from '../text/escape.ts';
import { sentence } from '../text/sentence.ts';
import { typo } from '../text/typography.ts';
import { listNews } from './news.ts';
import { addressOf } from './sharing.ts';

/** The Atom feed: all that is new by the date it bears itself, never by the clock. */
export function writeFeed(): string {
  const { nom, region, adresse } = observatory.settings;
  const entries = listNews();
  const id = (page: string) => (adresse ? addressOf(page) : `urn:observatoire:${region.id}:${page}`);
  const items = entries.map(({ kind, page, title, summary, date }) =>
    [
      '<entry>',
      `<id>${escapeXml(id(entryOf(page, date)))}</id>`,
      `<title>${escapeXml(typo(`${kind} : ${title}`))}</title>`,
      `<link href="${escapeXml(addressOf(page.split('#')[0] ?? page))}"/>`,
      `<updated>${instantOf(date)}</updated>`,
      `<summary>${escapeXml(typo(sentence(summary)))}</summary>`,
      '</entry>',
    ].join(''),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
    `<id>${escapeXml(id('/'))}</id>`,
    `<title>${escapeXml(typo(`${nom} ${region.en}`))}</title>`,
    `<subtitle>${escapeXml(typo(findProse('pages/accueil')?.description ?? 'Données et éditions'))}</subtitle>`,
    `<link rel="self" href="${escapeXml(addressOf('/flux.xml'))}"/>`,
    `<link href="${escapeXml(addressOf('/'))}"/>`,
    `<updated>${instantOf(entries[0]?.date ?? '1970')}</updated>`,
    `<author><name>${escapeXml(observatory.settings.reseau.nom)}</name></author>`,
    ...items,
    '</feed>\n',
  ].join('\n');
}

/** What tells an entry from all others: an address has one fragment only. */
function entryOf(page: string, date: string): string {
  return `${page}${page.includes('#') ? '/' : '#'}${date}`;
}

/** The first instant of a day, a month or a year. */
function instantOf(date: string): string {
  return `${`${date}-01-01`.slice(0, 10)}T00:00:00Z`;
}
