import { describe, expect, test } from 'vitest';
import { checkEdition } from '../../../src/observatory/edition/check-book.ts';
import { readText } from '../../../src/observatory/read-texts.ts';

const AROUND = { content: 'content', photos: ['halle.jpg'], lieux: ['lieu-a'], isDraft: false };

/** The faults of an edition of one chapter, whose body begins on line 4. */
function check(body: string, around: Partial<typeof AROUND> = {}, head = 'title: Un') {
  return checkEdition('2026', [readText('editions/2026/01-un', `---\n${head}\n---\n${body}\n`)], {
    ...AROUND,
    ...around,
  });
}

const FILE = 'content/editions/2026/01-un.mdx';
const PHOTO = '<Photo fichier="halle.jpg" alt="Une halle." credit="Photo : A" />';

test('une édition juste n’a pas de faute', () => {
  expect(
    check(
      `## Titre\n\n${PHOTO}\n\n<Figure id="a" />\n\nVoir la <Renvoi figure="a" />, le <Renvoi chapitre="un" />, la <Renvoi note="n" />.<Note id="n">Une note.</Note>\n\n<Terme id="mot">mots</Terme>\n\n<Glossaire><Definition id="mot" terme="Mot">Une définition.</Definition></Glossaire>\n\n<Seance heure="9 h" titre="Accueil" />\n\n<PortraitLieu id="lieu-a" />`,
    ),
  ).toEqual([]);
});

describe('chaque faute est dite avec son fichier, sa ligne et ce qu’il faut', () => {
  test.each([
    [
      PHOTO.replace(' alt="Une halle."', ''),
      {
        columnName: '<Photo alt>',
        problem: 'photo sans texte de remplacement',
        expected: 'ce que la photo montre, en une phrase : alt="…"',
      },
    ],
    [
      PHOTO.replace(' credit="Photo : A"', ''),
      { columnName: '<Photo credit>', problem: 'photo sans crédit', expected: 'le nom de son auteur : credit="…"' },
    ],
    [
      PHOTO.replace('halle', 'hale'),
      {
        columnName: '<Photo fichier>',
        value: 'hale.jpg',
        problem: 'photo absente du dossier « photos » de l’édition',
        nearest: 'halle.jpg',
      },
    ],
    [
      PHOTO.replace('halle.jpg', 'Été 1.JPG'),
      {
        columnName: '<Photo fichier>',
        value: 'Été 1.JPG',
        problem: 'nom de photo qui ne convient pas à une adresse',
        expected: 'des minuscules sans accent, des chiffres et des traits d’union, puis .jpg, .png ou .webp',
      },
    ],
    [
      'Voir <Renvoi figure="b" />.',
      {
        columnName: '<Renvoi figure>',
        value: 'b',
        problem: 'renvoi à ce que l’édition n’a pas',
        expected: 'le nom d’une figure de l’édition',
      },
    ],
    [
      'Voir <Renvoi chapitre="une" />.',
      {
        columnName: '<Renvoi chapitre>',
        value: 'une',
        problem: 'renvoi à ce que l’édition n’a pas',
        expected: 'le nom d’un chapitre de l’édition',
        nearest: 'un',
      },
    ],
    [
      'Voir <Renvoi />.',
      {
        columnName: '<Renvoi>',
        problem: 'renvoi qui ne mène nulle part',
        expected: 'une seule cible : figure="…", chapitre="…" ou note="…"',
      },
    ],
    [
      'Des <Terme id="mot">mots</Terme>.',
      {
        columnName: '<Terme id>',
        value: 'mot',
        problem: 'mot que le glossaire ne définit pas',
        expected: 'l’identifiant d’une définition du glossaire',
      },
    ],
    [
      '<Seance titre="Accueil" />',
      { columnName: '<Seance heure>', problem: '« heure » manque', expected: 'son heure : heure="11 h 30 – 12 h 30"' },
    ],
    [
      '<PortraitLieu id="lieu-b" />',
      { columnName: '<PortraitLieu id>', value: 'lieu-b', problem: 'l’annuaire n’a pas ce lieu', nearest: 'lieu-a' },
    ],
    [
      'Il y a 153 lieux.',
      {
        value: 'y a 153 lieux.',
        problem: 'nombre tapé sans source',
        expected: '<Value id="…" />, ou <Nombre source="…">le nombre</Nombre> s’il n’est pas dans les données',
      },
    ],
    ['Un mot[^1].', { value: '[^1]', problem: 'note écrite à la manière de Markdown' }],
    ['<Note>\n\nSeule.\n\n</Note>', { columnName: '<Note>', problem: 'note détachée de sa phrase' }],
    ['Un mot<Note></Note>.', { columnName: '<Note>', problem: 'note vide' }],
  ])('%s', (body, fault) => {
    expect(check(`\n${body}`)).toMatchObject([{ level: 'erreur', file: FILE, line: 5, ...fault }]);
  });

  test.each([
    ['deux notes portent le même nom', 'A<Note id="n">Un.</Note>\n\nB<Note id="n">Deux.</Note>', 6, 'n'],
    ['figure posée deux fois dans l’édition', '<Figure id="a" />\n\n<Figure id="a" />', 6, 'a'],
    [
      'mot défini deux fois',
      '<Definition id="m" terme="M">Un.</Definition>\n\n<Definition id="m" terme="M">Deux.</Definition>',
      6,
      'm',
    ],
  ])('%s', (problem, body, line, value) => {
    expect(check(body)).toMatchObject([{ level: 'erreur', file: FILE, line, value, problem }]);
  });

  test('une adresse déjà prise, et celle du livre entier', () => {
    const chapters = ['01-un', '02-un', '03-livre'].map((name) =>
      readText(`editions/2026/${name}`, '---\ntitle: T\n---\n'),
    );
    expect(checkEdition('2026', chapters, AROUND)).toMatchObject([
      { file: 'content/editions/2026/02-un.mdx', value: 'un', problem: 'deux chapitres ont la même adresse' },
      { file: 'content/editions/2026/03-livre.mdx', value: 'livre', problem: 'adresse réservée, pour un chapitre' },
    ]);
  });
});

describe('un brouillon', () => {
  test.each([
    ['d’une édition', { isDraft: true }, 'title: Un'],
    ['d’un chapitre', {}, 'title: Un\nbrouillon: true'],
  ])('%s : un nombre tapé n’est qu’un avertissement', (_, around, head) => {
    expect(check('Il y a 153 lieux.', around, head)).toMatchObject([
      { level: 'avertissement', problem: 'nombre tapé sans source' },
    ]);
  });

  test('ce qui se publie ne renvoie pas à un chapitre qui ne se publie pas', () => {
    const texts = [
      readText('editions/2026/01-un', '---\ntitle: Un\n---\nVoir le <Renvoi chapitre="deux" />.\n'),
      readText('editions/2026/02-deux', '---\ntitle: Deux\nbrouillon: true\n---\nVoir le <Renvoi chapitre="un" />.\n'),
    ];
    expect(checkEdition('2026', texts, AROUND)).toMatchObject([{ file: FILE, line: 4, value: 'deux' }]);
  });

  test('ce que l’équipe doit apporter n’est pas jugé', () => {
    expect(check('<AApporter>\n\nLes 153 lieux, <Renvoi figure="b" />.\n\n</AApporter>')).toEqual([]);
  });
});
