import { expect, test } from 'vitest';
import { errataHeight, frozenHeight } from '../../src/components/embed-height.ts';
import type { FrozenView } from '../../src/components/frozen.ts';
import { frozenNote, longestNote } from '../../src/components/frozen-note.ts';
import type { Erratum } from '../../src/observatory/errata.ts';

const frozen: FrozenView = {
  ...{ id: 'essai', titre: 'Un titre', constat: 'Un constat', resume: 'Un résumé', hauteur: 500 },
  ...{ tableaux: ['main'], lieux: [], isWithdrawn: false, errata: [] },
  year: { millesime: '2025', nom: '2025', date: '2026-01-15', figures: [], memoire: '' },
};
const erratum: Erratum = {
  ...{ date: '2026-03-02', millesime: '2025', figure: 'essai', cellule: 'Culture', avant: '61 %', apres: '58 %' },
  raison: 'trois réponses étaient mal lues',
};

/** What is read above a frozen figure, and where it leads. */
const said = (more: Partial<FrozenView>) =>
  frozenNote({ ...frozen, ...more }).map(({ text, page }) => [text.replace(/[\u00a0\u202f]/g, ' '), page]);
const FROZEN = ['Publication 2025, figée le 15 janvier 2026 : ces nombres ne changent plus.', undefined];
const PAGE = '/graphiques/essai/';

test('rien n’est arrivé : une phrase', () => {
  expect(said({})).toEqual([FROZEN]);
});

test('ce qui est arrivé depuis, et où le lire', () => {
  const since = (since: FrozenView['since']) => said({ since: since! })[1];
  expect(since({ kind: 'newer', millesime: '2026' })).toEqual(['Une édition plus récente existe : 2026', PAGE]);
  expect(since({ kind: 'newer' })).toEqual(['Des données plus récentes existent', PAGE]);
  expect(since({ kind: 'revised' })).toEqual(['Les données ont été revues depuis', PAGE]);
  expect(since({ kind: 'gone' })).toEqual(['Cette figure n’est plus publiée', PAGE]);
});

test('un erratum est annoncé avant la figure, et mène à ses mots ; il dit déjà que les données ont été revues', () => {
  const one = ['Un erratum est paru', `${PAGE}#errata-2025`];
  expect(said({ errata: [erratum] })).toEqual([FROZEN, one]);
  expect(said({ errata: [erratum], since: { kind: 'revised' } })).toEqual([FROZEN, one]);
  expect(said({ errata: [erratum, erratum] })[1]![0]).toBe('Des errata sont parus');
  expect(said({ errata: [erratum], since: { kind: 'gone' } })).toHaveLength(3);
});

test('une figure retirée ne parle ni de nombres ni d’errata', () => {
  expect(said({ isWithdrawn: true, errata: [erratum] })).toEqual([
    ['Publication 2025, figée le 15 janvier 2026.', undefined],
  ]);
});

test('la hauteur compte d’avance la ligne la plus longue, et les errata parus', () => {
  const bare = frozenHeight(frozen);
  expect(bare - frozen.hauteur).toBeGreaterThan(2 * 21);
  expect(frozenHeight({ ...frozen, since: { kind: 'newer', millesime: '2026' } })).toBe(bare);
  expect(frozenHeight({ ...frozen, errata: [erratum] })).toBe(bare + errataHeight([erratum]));
  expect(errataHeight([])).toBe(0);
  expect(errataHeight([erratum, erratum])).toBeGreaterThan(errataHeight([erratum]) + 40);
});

test('une figure retirée n’a que la hauteur de son avis', () => {
  const height = frozenHeight({ ...frozen, isWithdrawn: true, hauteur: 5000, errata: [erratum] });
  expect(height).toBe(frozenHeight({ ...frozen, isWithdrawn: true }));
  expect(height).toBeLessThan(frozenHeight(frozen) / 2);
});

test('rien de ce qui peut être dit n’est plus long que ce qui est compté', () => {
  const states: readonly Partial<FrozenView>[] = (
    [{ kind: 'newer', millesime: '2026' }, { kind: 'newer' }, { kind: 'revised' }, { kind: 'gone' }] as const
  ).map((since) => ({ since, errata: [erratum, erratum] }));
  for (const state of states) {
    const text = said(state)
      .map(([words, page]) => (page ? `${words}.` : words))
      .join(' ');
    expect(text.length, text).toBeLessThanOrEqual(longestNote(frozen).length);
  }
});
