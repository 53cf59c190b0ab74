import fc from 'fast-check';
import jsonld, { type Options } from 'jsonld';
import { describe, expect, test } from 'vitest';
import { describePlace } from '../../src/components/describe-place.ts';
import type { Lieu } from '../../src/datasets/lieux.ts';
import { directoryOf, place } from './small-directory.ts';

const SCHEMA = 'https://schema.org/';
const ADDRESS = 'https://example.org/lieux/a/';

/** What schema.org's own context says of the words used here, without asking for it. */
const CONTEXT = {
  '@context': {
    '@vocab': SCHEMA,
    url: { '@type': '@id' },
    mainEntityOfPage: { '@type': '@id' },
    datePublished: { '@type': `${SCHEMA}Date` },
  },
};
const documentLoader = async (documentUrl: string) => {
  expect(documentUrl).toBe('https://schema.org');
  return { documentUrl, document: CONTEXT, contextUrl: undefined } as never;
};

const described = (given: Partial<Lieu>, settings = {}) =>
  describePlace(place('a', given), directoryOf([], settings), ADDRESS)!;

test('un lieu est un Place de schema.org, lu par une bibliothèque de JSON-LD', async () => {
  const text = described({
    nom: 'Lieu A',
    site_web: 'https://example.org/lieu-a',
    activite_citee: 'atelier',
    cite_le: '2023-10',
    position: 'exacte',
    latitude: 50.5,
    longitude: 3,
  });
  const [expanded] = await jsonld.expand(JSON.parse(text), { documentLoader, safe: true } as Options.Expand);
  expect(expanded).toMatchObject({
    '@id': `${ADDRESS}#lieu`,
    '@type': [`${SCHEMA}Place`],
    [`${SCHEMA}name`]: [{ '@value': 'Lieu A' }],
    [`${SCHEMA}description`]: [{ '@value': 'atelier' }],
    [`${SCHEMA}url`]: [{ '@id': 'https://example.org/lieu-a' }],
    [`${SCHEMA}address`]: [
      {
        '@type': [`${SCHEMA}PostalAddress`],
        [`${SCHEMA}addressLocality`]: [{ '@value': 'Commune A1' }],
        [`${SCHEMA}addressRegion`]: [{ '@value': 'Région d’essai' }],
        [`${SCHEMA}addressCountry`]: [{ '@value': 'FR' }],
      },
    ],
    [`${SCHEMA}containedInPlace`]: [{ [`${SCHEMA}name`]: [{ '@value': 'Territoire 1' }] }],
    [`${SCHEMA}geo`]: [{ [`${SCHEMA}latitude`]: [{ '@value': 50.5 }], [`${SCHEMA}longitude`]: [{ '@value': 3 }] }],
    [`${SCHEMA}subjectOf`]: [{ [`${SCHEMA}datePublished`]: [{ '@value': '2023-10' }] }],
  });
});

describe('ce qui n’est pas dit', () => {
  test('ce que l’annuaire ne dit pas : ni activité, ni site, ni commune, ni date vides', () => {
    const bare = JSON.parse(described({ activite_citee: null, site_web: null, commune: null, cite_le: null }));
    expect(bare).not.toHaveProperty('description');
    expect(bare).not.toHaveProperty('url');
    expect(bare.address).not.toHaveProperty('addressLocality');
    expect(bare.subjectOf).not.toHaveProperty('datePublished');
  });

  test('le centre d’une commune n’est pas donné pour l’adresse d’un lieu', () => {
    expect(JSON.parse(described({ position: 'commune', latitude: 50.5, longitude: 3 }))).not.toHaveProperty('geo');
  });

  test('sans adresse du site, un lieu n’a pas d’identifiant qui mènerait ailleurs', () => {
    const place = JSON.parse(described({}, { adresse: null }));
    expect(place).not.toHaveProperty('@id');
    expect(place).not.toHaveProperty('mainEntityOfPage');
  });

  test('la démonstration ne décrit aucun lieu aux moteurs de recherche', () => {
    expect(describePlace(place('a'), { ...directoryOf([]), demonstration: true }, ADDRESS)).toBeUndefined();
  });
});

test('quel que soit un nom, il reste dans son élément et se relit tel quel', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('</script><script>', '<!--', ']]>', '"\\</ScRiPt')), (nom) => {
      const text = described({ nom, activite_citee: nom });
      expect(text).not.toContain('<');
      expect(JSON.parse(text).name).toBe(nom);
    }),
  );
});
