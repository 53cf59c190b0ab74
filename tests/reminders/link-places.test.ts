import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkPlaces } from '../../src/reminders/link-places.ts';
import { readLinks, writeLinks } from '../../src/reminders/links.ts';
import { foldName } from '../../src/text/fold.ts';
import { link, place } from './observatory.ts';

const DIRECTORY = [
  place('friche', { nom: 'La Friche' }),
  place('friche-b', { nom: 'La Friche', commune: 'Commune B1' }),
  place('atelier', { nom: 'L’Atelier de Saint-Aubin' }),
  place('perdu', { nom: 'Sans commune', commune: null }),
];

const only = (nom: string | null, commune: string | null) =>
  linkPlaces([], [{ id_unite: 'u1', nom, commune }], DIRECTORY)[0];

describe('un nouveau répondant', () => {
  test('du même nom, dans la même commune : le lien est proposé', () => {
    expect(only("l'atelier de ST AUBIN", 'COMMUNE A1')).toMatchObject({
      lieu: 'atelier',
      lien: 'propose',
      proches: null,
    });
  });

  test('du même nom, ailleurs : il reste à relier, avec ceux qui lui ressemblent', () => {
    expect(only('La Friche', 'Commune C1')).toMatchObject({
      lieu: null,
      lien: 'a-completer',
      proches: 'friche (La Friche, Commune A1) | friche-b (La Friche, Commune B1)',
    });
  });

  test('d’un nom voisin dans la commune : il est cité, le plus proche d’abord', () => {
    expect(only('Association La Friche', 'Commune B1')?.proches).toBe('friche-b (La Friche, Commune B1)');
    expect(only('La Frich', 'Commune A1')?.proches).toBe('friche (La Friche, Commune A1)');
    expect(only('Rien de tel', 'Commune A1')).toMatchObject({ lien: 'a-completer', proches: null });
  });

  test('sans nom : les lieux de sa commune', () => {
    expect(only(null, 'Commune A1')?.proches).toBe(
      'atelier (L’Atelier de Saint-Aubin, Commune A1) | friche (La Friche, Commune A1)',
    );
    expect(only(null, null)).toMatchObject({ lien: 'a-completer', proches: null });
  });

  test('dont le nom porte une adresse électronique ou une formule : le nom n’est pas gardé', () => {
    for (const nom of ['ecrire@exemple.org', 'Contact : 03 20 00 00 00', '=1+1', 'x'.repeat(121)])
      expect(only(nom, 'Commune A1')?.nom, nom).toBeNull();
  });
});

describe('un répondant déjà dans la liste', () => {
  test('relié : rien ne change, sinon un nom qui manquait', () => {
    const known = link('u1', { lieu: 'friche-b', lien: 'verifie' });
    expect(linkPlaces([known], [{ id_unite: 'u1', nom: 'La Friche', commune: 'Commune A1' }], DIRECTORY)).toEqual([
      { ...known, nom: 'La Friche', commune: 'Commune A1' },
    ]);
  });

  test('dit hors annuaire : il y entre quand l’annuaire reçoit son nom dans sa commune, et pas avant', () => {
    const known = [link('u1', { nom: 'La Neuve', commune: 'Commune A1', lien: 'hors-annuaire' })];
    expect(linkPlaces(known, [], DIRECTORY)).toEqual(known);
    const later = [...DIRECTORY, place('neuve', { nom: 'La Neuve' })];
    expect(linkPlaces(known, [], later)).toMatchObject([{ lieu: 'neuve', lien: 'propose' }]);
  });
});

const names = fc.oneof(
  fc.constantFrom(
    'La Friche',
    'la friche',
    'Frîche',
    'L’Atelier',
    '=SOMME(A1)',
    'a@b.fr',
    ' ',
    '<b>x</b>',
    '\u202eabc',
  ),
  fc.string({ unit: 'binary', maxLength: 140 }),
);
const ids = fc.stringMatching(/^[a-z]{1,3}[0-9]{0,2}$/).filter((id) => !/^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(id));
const respondent = fc.record({
  id_unite: ids,
  nom: fc.option(names, { nil: null }),
  commune: fc.option(fc.constantFrom('Commune A1', 'Commune B1', 'commune a1'), { nil: null }),
});
const directories = fc.uniqueArray(
  fc.record({
    id: ids,
    nom: fc.constantFrom('La Friche', 'L’Atelier', 'Autre'),
    commune: fc.constantFrom('Commune A1', 'Commune B1'),
  }),
  { selector: ({ id }) => id },
);

test('quoi qu’on lui donne : un répondant une fois, aucun lien défait, une liste qui se relit telle quelle', () => {
  fc.assert(
    fc.property(fc.array(respondent), fc.array(respondent), directories, (first, second, listed) => {
      const directory = listed.map(({ id, ...given }) => place(id, given));
      const known = linkPlaces([], first, directory);
      const links = linkPlaces(known, second, directory);
      const wanted = new Set([...first, ...second].map(({ id_unite }) => id_unite));
      expect(links.map(({ id_unite }) => id_unite)).toEqual([...wanted]);
      for (const one of known.filter(({ lieu }) => lieu !== null))
        expect(links.find(({ id_unite }) => id_unite === one.id_unite)).toMatchObject({ lieu: one.lieu });
      for (const { lieu, nom, commune } of links.filter((one) => one.lieu !== null)) {
        const own = directory.find(({ id }) => id === lieu)!;
        expect([foldName(own.nom), foldName(own.commune!)]).toEqual([foldName(nom!), foldName(commune!)]);
      }
      const read = readLinks(new TextEncoder().encode(writeLinks(links)), 'identifiants.csv');
      expect(read.faults).toEqual([]);
      expect(read.rows).toEqual(links);
      expect(linkPlaces(links, second, directory)).toEqual(links);
    }),
  );
});
