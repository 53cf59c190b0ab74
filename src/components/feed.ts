import { observatory } from '../observatory/index.ts';
import { findProse } from '../observatory/prose.ts';
import { escapeXml } from '../text/escape.ts';
import { typo } from '../text/typography.ts';
import { editions } from './editions.ts';
import { addressOf } from './sharing.ts';

interface Entry {
  readonly page: string;
  readonly title: string;
  readonly summary: string;
  /** ISO: a day, a month or a year. */
  readonly date: string;
}

/** The Atom feed: data files and editions by the date they bear themselves, never by the clock. */
export function writeFeed(): string {
  const { nom, region, adresse } = observatory.settings;
  const entries = [...dataEntries(), ...editionEntries()].sort((a, b) => b.date.localeCompare(a.date));
  const id = (page: string) => (adresse ? addressOf(page) : `urn:observatoire:${region.id}:${page}`);
  const items = entries.map(({ page, title, summary, date }) =>
    [
      '<entry>',
      `<id>${escapeXml(id(`${page}#${date}`))}</id>`,
      `<title>${escapeXml(typo(title))}</title>`,
      `<link href="${escapeXml(addressOf(page.split('#')[0] ?? page))}"/>`,
      `<updated>${instantOf(date)}</updated>`,
      `<summary>${escapeXml(typo(summary))}</summary>`,
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

function dataEntries(): Entry[] {
  return observatory.resources.map(({ dataset, title, date, base }) => ({
    page: `/donnees/#${dataset}`,
    title: `Données : ${title}`,
    summary: base,
    date,
  }));
}

function editionEntries(): Entry[] {
  return editions.map(({ annee, title, description, dates }) => ({
    page: `/editions/${annee}/`,
    title: `Édition ${annee} : ${title}`,
    summary: description,
    date: dates.debut,
  }));
}

/** The first instant of a day, a month or a year. */
function instantOf(date: string): string {
  return `${`${date}-01-01`.slice(0, 10)}T00:00:00Z`;
}
