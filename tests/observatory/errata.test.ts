import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readErrata } from '../../src/observatory/errata.ts';
import { describeFaults } from '../../src/report/terminal.ts';

function read(...lines: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'errata.yaml'), `${lines.join('\n')}\n`);
  const { errata, faults } = readErrata(folder);
  const told = describeFaults(faults)
    .replace(`${folder}/`, '')
    .replace(/[\u00a0\u202f]/g, ' ');
  return { errata, told };
}

const ABOUT = 'date: 2028-03-02, millesime: 2027, figure: flux-verse';
const NUMBER = `${ABOUT}, cellule: Total, avant: "1 €", apres: "2 €"`;

describe('chaque sorte de ligne', () => {
  test('un nombre, un chiffre publié ailleurs, tous les nombres, une figure retirée, un retrait : les plus récents d’abord', () => {
    const { errata, told } = read(
      `- { ${NUMBER}, raison: une ligne oubliée }`,
      '- { date: 2028-04-02, millesime: "2027", figure: reperes/lieux-2027, cellule: Lieux, avant: "12", apres: "13", raison: mal recopié }',
      `- { ${ABOUT}, cellule: toutes, etat: 0a1b, raison: mal lus }`,
      '- { date: 2028-03-02, figure: partenaires, raison: la source a cessé }',
      '- { date: 2028-05-02, figure: partenaires, raison: la source a cessé, devient: budget-du-reseau }',
      `- { ${ABOUT}, retrait: true }`,
    );
    expect(told).toBe('');
    const about = { date: '2028-03-02', millesime: '2027', figure: 'flux-verse' };
    expect(errata).toEqual({
      corrections: [
        {
          ...{ date: '2028-04-02', millesime: '2027', figure: 'reperes/lieux-2027', cellule: 'Lieux' },
          ...{ avant: '12', apres: '13', raison: 'mal recopié' },
        },
        { ...about, cellule: 'Total', avant: '1 €', apres: '2 €', raison: 'une ligne oubliée' },
        { ...about, cellule: 'toutes', etat: '0a1b', raison: 'mal lus' },
      ],
      gone: [{ date: '2028-05-02', figure: 'partenaires', raison: 'la source a cessé', devient: 'budget-du-reseau' }],
      withdrawals: [{ ...about, retrait: true }],
    });
  });
});

describe('mal écrite', () => {
  const key = (name: string) => `errata.yaml : 1 erreur\n\n  Erreur, ligne 1, clé « entrée 1, ${name} »`;
  const ADD = '\n    pour corriger : ajoutez cette clé et sa valeur';
  const MEND = '\n    pour corriger : corrigez le nom de la clé, ou supprimez la ligne';
  test.each([
    [
      'un nombre corrigé absent',
      `- { ${ABOUT}, cellule: Total, avant: "1 €", raison: x }`,
      `${key('apres')} : clé absente\n    attendu : le nombre corrigé, comme on le lit, entre guillemets${ADD}`,
    ],
    [
      'un nombre qui n’est pas un texte',
      `- { ${ABOUT}, cellule: Total, avant: 12, apres: "13", raison: x }`,
      `errata.yaml : 1 erreur\n\n  Erreur, ligne 1, clé « entrée 1, avant »\n    lu : « 12 »\n    attendu : le nombre publié, comme on le lit, entre guillemets`,
    ],
    [
      'toutes les cellules, sans leur état',
      `- { ${ABOUT}, cellule: toutes, raison: x }`,
      `${key('etat')} : clé absente\n    attendu : l’état que donne la commande${ADD}`,
    ],
    [
      'toutes les cellules, avec un nombre que personne ne lirait',
      `- { ${ABOUT}, cellule: toutes, etat: x, avant: "1", raison: x }`,
      `${key('avant')} : clé inconnue\n    attendu : dans un erratum de toutes les cellules, « date », « millesime », « figure », « cellule », « etat », « raison »${MEND}`,
    ],
    [
      'une figure qui n’est plus publiée, sans raison',
      '- { date: 2028-03-02, figure: flux-verses }',
      `${key('raison')} : clé absente\n    attendu : pourquoi elle n’est plus publiée, en une phrase${ADD}`,
    ],
    [
      'un millésime absent',
      '- { date: 2028-03-02, figure: flux-verse, cellule: Total, avant: "1", apres: "2", raison: x }',
      `${key('millesime')} : clé absente\n    attendu : le millésime figé${ADD}`,
    ],
    [
      'un retrait qui dirait pourquoi',
      `- { ${ABOUT}, retrait: true, raison: x }`,
      `${key('raison')} : clé inconnue\n    attendu : dans un retrait, « date », « millesime », « figure », « retrait »${MEND}`,
    ],
    [
      'un retrait en français',
      `- { ${ABOUT}, retrait: oui }`,
      'errata.yaml : 1 erreur\n\n  Erreur, ligne 1, clé « entrée 1, retrait »\n    lu : « oui »\n    attendu : « true »',
    ],
    [
      'un jour qui n’existe pas',
      `- { date: 2028-02-30, millesime: 2027, figure: flux-verse, retrait: true }`,
      'errata.yaml : 1 erreur\n\n  Erreur, ligne 1, clé « entrée 1, date »\n    lu : « 2028-02-30 »\n    attendu : un jour, AAAA-MM-JJ',
    ],
    [
      'la raison telle que la commande la propose, à remplacer',
      `- { ${NUMBER}, raison: ce qui était faux }`,
      'errata.yaml : 1 erreur\n\n  Erreur, ligne 1, clé « entrée 1, raison »\n    lu : « ce qui était faux »\n    attendu : votre phrase, à la place de ces mots',
    ],
    [
      'la suite telle que la commande la propose',
      '- { date: 2028-03-02, figure: flux-verses, raison: x, devient: l’autre figure s’il y en a une }',
      'errata.yaml : 1 erreur\n\n  Erreur, ligne 1, clé « entrée 1, devient »\n    lu : « l’autre figure s’il y en a une »\n    attendu : l’identifiant de l’autre figure, ou pas de « devient » s’il n’y en a pas',
    ],
    [
      'une adresse électronique dans une raison, que chacun lirait',
      `- { ${NUMBER}, raison: "Écrire à camille@example.org." }`,
      'errata.yaml : 1 erreur\n\n  Erreur, ligne 1, clé « entrée 1, raison »\n    lu : « … c…@… … »\n    attendu : un texte sans adresse électronique, ni téléphone, ni personne à contacter',
    ],
    [
      'un téléphone dans la raison d’une figure retirée',
      '- { date: 2028-03-02, figure: flux-verses, raison: "Le 03 00 00 00 00 répond." }',
      'errata.yaml : 1 erreur\n\n  Erreur, ligne 1, clé « entrée 1, raison »\n    lu : « … 03… … »\n    attendu : un texte sans adresse électronique, ni téléphone, ni personne à contacter',
    ],
    [
      'une balise dans une raison',
      `- { ${NUMBER}, raison: "<b>faux</b>" }`,
      'errata.yaml : 1 erreur\n\n  Erreur, ligne 1, clé « entrée 1, raison »\n    lu : « <b>faux</b> »\n    attendu : un texte simple, sans balise HTML',
    ],
    [
      'une ligne qui n’en est pas une',
      '- flux-verse',
      'errata.yaml : 1 erreur\n\n  Erreur, ligne 1, clé « entrée 1 »\n    lu : « flux-verse »\n    attendu : une suite de lignes « clé : valeur »',
    ],
    [
      'deux listes l’une après l’autre',
      `- { ${NUMBER}, raison: x }\n---\n- { ${ABOUT}, retrait: true }`,
      'errata.yaml : 1 erreur\n\n  Erreur, ligne 2 : un deuxième document commence ici, et rien ne le lirait\n    attendu : un seul document : tout à la suite, sans ligne « --- » entre deux\n    pour corriger : supprimez cette ligne, et gardez ce qui la suit',
    ],
  ])('%s', (_name, line, words) => {
    const { errata, told } = read(line);
    expect(told).toBe(words);
    expect(errata).toEqual({ corrections: [], gone: [], withdrawals: [] });
  });
});
