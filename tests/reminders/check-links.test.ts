import { expect, test } from 'vitest';
import { checkLinks } from '../../src/reminders/check-links.ts';
import { type Link, readLinks, writeLinks } from '../../src/reminders/links.ts';
import { describeFaults } from '../../src/report/terminal.ts';
import { link, observe, place, wave } from './observatory.ts';

const DATA = {
  ...observe([place('a'), place('b')], [...wave('3001', [1, 2]), ...wave('3003', [1, 3])]),
  retraits: [{ id: 'parti', retire_le: '3003-01-01' }],
};

/** What is said of a list, each fault on one line: its level, its place in the spreadsheet, what is wrong, the nearest. */
function faultsOf(...links: Link[]) {
  const reading = readLinks(new TextEncoder().encode(writeLinks(links)), 'identifiants.csv');
  const faults = [...reading.faults, ...checkLinks(reading, DATA)];
  return faults.map(({ level, columnLetter, record, problem, nearest }) =>
    [level, `${columnLetter}${record}`, problem, nearest].filter(Boolean).join(' | '),
  );
}

test('une liste juste, lieu retiré compris : rien à dire', () => {
  expect(faultsOf(link('u1', { lieu: 'a', lien: 'verifie' }), link('u2', { lieu: 'parti' }), link('u3'))).toEqual([]);
});

test('un lieu que l’annuaire n’a pas est une erreur, avec le plus proche', () => {
  expect(faultsOf(link('u1', { lieu: 'partu' }))).toEqual(['erreur | B2 | l’annuaire n’a pas ce lieu | parti']);
});

test('un répondant qu’aucune enquête n’a', () => {
  expect(faultsOf(link('u9', { lieu: 'a' }))).toEqual(['avertissement | A2 | aucune enquête n’a ce répondant']);
});

test('deux répondants d’une même vague pour un lieu ; de deux vagues, c’est permis', () => {
  expect(faultsOf(link('u2', { lieu: 'a' }), link('u3', { lieu: 'a' }))).toEqual([]);
  expect(faultsOf(link('u1', { lieu: 'a' }), link('u3', { lieu: 'a' }))).toEqual([
    'avertissement | B3 | deux répondants du recensement N+2 pour ce lieu',
  ]);
});

test('un état que la case « lieu » contredit', () => {
  expect(faultsOf(link('u1', { lien: 'propose' }), link('u2', { lieu: 'a', lien: 'hors-annuaire' }))).toEqual([
    'avertissement | B2 | lien sans lieu',
    'avertissement | E3 | le lieu est pourtant donné, et compte',
  ]);
});

test('un répondant deux fois, une colonne de plus : la liste est refusée, et l’adresse n’est pas répétée', () => {
  const text = 'id_unite;lieu;nom;commune;lien;proches;courriel\nu1;a;;;;;a@exemple.org\nu1;b;ecrire@exemple.org;;;;\n';
  const { faults } = readLinks(new TextEncoder().encode(text), 'identifiants.csv');
  const told = describeFaults(faults);
  expect(told).toContain('colonne inconnue, refusée');
  expect(told).toContain('valeur déjà présente à la ligne 2');
  expect(told).not.toContain('exemple.org');
});
