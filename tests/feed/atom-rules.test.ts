import { describe, expect, test } from 'vitest';
import { faultsOfFeed } from './atom-rules.ts';

const ENTRY =
  '<entry><id>https://a.example.org/b#2026</id><title>B &amp; C</title><link href="https://a.example.org/b"/><updated>2026-01-01T00:00:00Z</updated><summary>Un texte.</summary></entry>';
const FEED = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
<id>urn:observatoire:a:/</id>
<title>A</title>
<link rel="self" href="/flux.xml"/>
<link href="/"/>
<updated>2026-01-02T00:00:00Z</updated>
<author><name>A</name></author>
${ENTRY}
</feed>
`;

describe('les règles d’un flux Atom (RFC 4287)', () => {
  test('laissent passer un flux entier, et un flux sans nouveauté', () => {
    expect(faultsOfFeed(FEED)).toEqual([]);
    expect(faultsOfFeed(FEED.replace(ENTRY, ''))).toEqual([]);
  });

  test.each([
    ['une esperluette nue', 'B &amp; C', 'B & C'],
    ['un chevron nu', 'B &amp; C', 'B < C'],
    ['une balise mal fermée', '</title><link', '</titre><link'],
    ['un autre espace de noms', '2005/Atom', '2005/Autre'],
    ['un identifiant à deux dièses', '/b#2026', '/b#c#2026'],
    ['un identifiant sans schéma', '<id>https://a.example.org/b#2026', '<id>/b#2026'],
    ['aucun identifiant', '<id>urn:observatoire:a:/</id>', ''],
    ['aucun titre', '<title>B &amp; C</title>', ''],
    ['une date sans heure', '2026-01-01T00:00:00Z', '2026-01-01'],
    ['une nouveauté plus récente que son flux', '2026-01-01T', '2026-01-03T'],
    ['une nouveauté sans lien', '<link href="https://a.example.org/b"/>', ''],
    ['aucun auteur', '<author><name>A</name></author>', ''],
    ['un auteur sans nom', '<name>A</name>', ''],
    ['aucun lien vers lui-même', 'rel="self"', 'rel="alternate"'],
    ['deux fois la même nouveauté', ENTRY, ENTRY + ENTRY],
    ['un ordre inverse', ENTRY, ENTRY + ENTRY.replace('/b#2026', '/c#2026').replace('2026-01-01T', '2026-01-02T')],
    ['un élément inconnu', '<summary>', '<date>x</date><summary>'],
  ])('refusent %s', (_, good, bad) => {
    expect(FEED).toContain(good);
    expect(faultsOfFeed(FEED.replace(good, bad))).not.toEqual([]);
  });
});
