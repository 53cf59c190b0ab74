import { describe, expect, test } from 'vitest';
import { enquete, type Reponse } from '../../src/datasets/enquete.ts';
import { DIFFICULTES, PARTENAIRES, PROJETS } from '../../src/datasets/enquete-options.ts';
import type { Question } from '../../src/figures/survey-question.ts';
import { tabulateShares } from '../../src/figures/survey-shares.ts';
import { shareOf } from '../../src/indicators/survey-cells.ts';
import { answers, cellAt, dataOf, publishTables, REGION } from './survey-data.ts';

const projets: Question = { id: 'projet', title: 'Projet', options: PROJETS, single: false, column: 'projets' };
const partenaires: Question = { ...projets, options: PARTENAIRES, column: 'partenaires' };
const difficulte: Question = {
  id: 'difficulte',
  title: 'Difficulté',
  options: DIFFICULTES,
  single: true,
  column: 'difficulte',
};

function published(rows: readonly Reponse[], question: Question) {
  return publishTables({ main: tabulateShares(dataOf(rows), REGION, question) }).main;
}

test('ce qu’un lieu craint ou prépare est sensible, comme tout montant ; ce qu’il offre ne l’est pas', () => {
  const sensible = Object.entries(enquete.columns).filter(
    ([, { meta, kind }]) => 'sensible' in meta && kind !== 'amount',
  );
  expect(sensible.map(([id]) => id)).toEqual(['equilibre', 'projets', 'difficulte', 'confiance']);
});

describe('une réponse que tous donnent', () => {
  const tous = answers(40, {
    projets: ['reduire'],
    partenaires: ['commune'],
    difficulte: 'public',
    confiance: 'faible',
  });

  test('est masquée sur une colonne sensible', () => {
    expect(cellAt(published(tous, projets), { projet: 'reduire' })).toEqual({ kind: 'share', value: null, sign: 's' });
  });

  test('est publiée sur une autre', () => {
    expect(cellAt(published(tous, partenaires), { projet: 'commune' })).toMatchObject({ value: 100, base: 40 });
  });

  test('et sur une question à une réponse, aucune case : les zéros des autres la diraient', () => {
    expect(published(tous, difficulte).rows).toEqual([]);
  });

  test('est marquée dans un nombre cité, d’après sa colonne', () => {
    expect(shareOf(tous, 'confiance', (answer) => answer === 'faible')).toMatchObject({ value: 100, sensible: true });
    expect(shareOf(tous, 'partenaires', (all) => all.includes('commune')).sensible).toBeUndefined();
  });
});

test('une réponse sensible que tous ne donnent pas est publiée, et le total avec elle', () => {
  const rows = [...answers(30, { difficulte: 'financement' }), ...answers(10, { difficulte: 'emploi' }, 31)];
  const main = published(rows, difficulte);
  expect(cellAt(main, { difficulte: 'financement' })).toMatchObject({ value: 75 });
  expect(cellAt(main, { difficulte: 'ensemble' })).toMatchObject({ value: 100, base: 40 });
});
