import type { Lieu } from '../datasets/lieux.ts';
import { territoryOf } from '../datasets/territories.ts';
import type { Observatory } from '../observatory/index.ts';

/**
 * A place for search engines, as a `Place` of schema.org in JSON-LD that may stand inside a page; only what its own page
 * says. Coordinates are those of an address: the middle of a commune is not where the place is. Nothing for a fictional
 * place, which nobody must take for a real one.
 */
export function describePlace(
  lieu: Lieu,
  observatory: Pick<Observatory, 'settings' | 'geography' | 'demonstration'>,
  address: string,
): string | undefined {
  const { settings, demonstration } = observatory;
  if (demonstration) return undefined;
  const { nom, commune, activite_citee, site_web, source, cite_le, position, latitude, longitude } = lieu;
  const territoire = territoryOf(lieu, observatory);
  const place = {
    '@context': 'https://schema.org',
    '@type': 'Place',
    // A path alone would name something on whatever site the page is read.
    ...(settings.adresse ? { '@id': `${address}#lieu`, mainEntityOfPage: address } : {}),
    identifier: lieu.id,
    name: nom,
    ...(activite_citee ? { description: activite_citee } : {}),
    ...(site_web ? { url: site_web } : {}),
    address: {
      '@type': 'PostalAddress',
      ...(commune ? { addressLocality: commune } : {}),
      addressRegion: settings.region.nom,
      // Its own list of communes may be of any country.
      ...(settings.communes === 'officiel' ? { addressCountry: 'FR' } : {}),
    },
    ...(territoire ? { containedInPlace: { '@type': 'AdministrativeArea', name: territoire.nom } } : {}),
    ...(position === 'exacte' ? { geo: { '@type': 'GeoCoordinates', latitude, longitude } } : {}),
    subjectOf: { '@type': 'WebPage', url: source, ...(cite_le ? { datePublished: cite_le } : {}) },
  };
  // "</script>" in a cell would end the element.
  return JSON.stringify(place).replaceAll('<', '\\u003c');
}
