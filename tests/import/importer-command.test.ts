import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lieux } from '../datasets/folders.ts';
import { copyReal, importHere, makeObservatory, put, readAll, run } from './command.ts';
import { readReal } from './real-file.ts';

const HEADER = 'ID,NOM_TL,COMINIT,INSEECOM,NOMCOM,TYPO,LAT,LONG,PRECISION,MAIL';
const SOURCE = 'https://github.com/anct-carto/mission_coworking';

/** Lines of a list as the State published it, one cell changed where a test says so. */
function listOf(...lines: readonly string[]): string {
  return `${[HEADER, ...lines].join('\n')}\n`;
}

const ONE = '1,Lieu A,Saint-Un,99001,Saint-Un,Tiers lieux à dominante fablab,50.1,3.1,0.9,a@example.org';
const TWO = '2,Lieu B,Deux,99002,Deux,Tiers lieux à dominante coworking,50.2,3.2,0.9,';

describe('npm run importer', () => {
  test('ajoute ce qui est nouveau, garde le reste et l’ancien fichier, et se vérifie', async () => {
    const folder = makeObservatory({ 'liste.csv': listOf(ONE, TWO) });
    const before = readAll(folder);
    const { code, out } = await run('importer', folder, ['{}/liste.csv']);
    expect(out).toBe(`liste.csv
  Tiers-lieux recensés par le CGET en 2019
  reconnu à ses colonnes NOM_TL, COMINIT, INSEECOM, TYPO, LAT, LONG et PRECISION

  2 lignes lues, 2 reprises

  1 colonne laissée de côté
    données personnelles : MAIL

data/lieux/lieux.csv : 2 lignes ajoutées, 0 modifiée, 0 inchangée, 1 gardée

data/datapackage.json : une source ajoutée à une fiche

C’est écrit.
  l’ancien est gardé : data/lieux/lieux.csv.avant-import,
    data/datapackage.json.avant-import
  ensuite : npm run verifier, puis npm run comparer
`);
    expect(code).toBe(0);
    const after = readAll(folder);
    expect(after['lieux/lieux.csv']?.split('\r\n')).toEqual([
      `\ufeff${before['lieux/lieux.csv']?.split('\n')[0]}`,
      'a;Un;St Un;99001;;;;;;cercle-1;;;tiers-lieu;;https://exemple.fr;;',
      `lieu-a;Lieu A;Saint-Un;99001;50,1;3,1;exacte;Fab lab;;;;;tiers-lieu;2019;${SOURCE};;`,
      `lieu-b;Lieu B;Deux;99002;50,2;3,2;exacte;Télétravail et coworking;;;;;tiers-lieu;2019;${SOURCE};;`,
      '',
    ]);
    expect(after['lieux/lieux.csv.avant-import']).toBe(before['lieux/lieux.csv']);
    expect(after['datapackage.json.avant-import']).toBe(before['datapackage.json']);
    expect(JSON.stringify(after)).not.toContain('a@example.org');
    expect((await run('verifier', folder, [])).code).toBe(0);
  });

  test('une nouvelle version du fichier ne change que la ligne qui change ; la même version, rien', async () => {
    const folder = makeObservatory({ 'liste.csv': listOf(ONE, TWO) });
    await importHere(folder);
    const before = readAll(folder);
    const again = await importHere(folder);
    expect(
      again.out,
    ).toContain(`data/lieux/lieux.csv reste tel quel : 0 ligne ajoutée, 0 modifiée, 2 inchangées, 1 gardée

Tout y est déjà : rien à écrire.
`);
    expect(readAll(folder)).toEqual(before);

    put(folder, 'liste.csv', listOf(TWO, ONE.replace('50.1', '50.15')));
    const { out } = await importHere(folder);
    expect(out).toContain(`  lieu-a
    latitude : « 50,1 » → « 50,15 »
`);
    const after = readAll(folder)['lieux/lieux.csv']!.split('\r\n');
    const changed = before['lieux/lieux.csv']!.split('\r\n').map((line, at) => [line, after[at]]);
    expect(changed.filter(([one, other]) => one !== other)).toEqual([
      [expect.stringContaining('50,1;'), expect.stringContaining('50,15;')],
    ]);
  });

  test('--essai montre ce qui serait écrit et n’écrit rien', async () => {
    const folder = makeObservatory({ 'liste.csv': listOf(ONE) });
    const before = readAll(folder);
    const { code, out } = await run('importer', folder, ['{}/liste.csv', '--essai']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Essai : rien n’est écrit\.\n/);
    expect(out).toContain('premières lignes ajoutées\n    id;nom;commune;');
    expect(out).toMatch(
      /pour l’écrire :\n {4}npm run importer -- liste\.csv --donnees \S*data --contenu \S*content\n$/,
    );
    expect(readAll(folder)).toEqual(before);
  });

  test('une faute arrête tout : les fautes, et de quoi laisser leurs lignes de côté', async () => {
    const folder = makeObservatory({
      'liste.csv': listOf(ONE, TWO.replace('99002', '99099'), '3,Lieu C,Deux'),
    });
    const before = readAll(folder);
    const { code, out } = await run('importer', folder, ['{}/liste.csv']);
    expect(code).toBe(1);
    expect(out).toContain('liste.csv : 2 erreurs\n');
    expect(out).toContain('Erreur, ligne 4 : ligne incomplète : 3 cellules\n');
    expect(out).toContain('Erreur, cellule D3, colonne « INSEECOM » : commune inconnue du territoire\n');
    expect(out).toMatch(/2 erreurs dans 1 fichier\. Rien n’est écrit\.\n[^:]* :\s+--sans 3-4\n$/);
    expect(readAll(folder)).toEqual(before);

    const without = await importHere(folder, { left: new Map([['', new Set([3, 4])]]) });
    expect(without.out).toContain('3 lignes lues, 1 reprise, 2 laissées de côté à votre demande');
    expect(without.code).toBe(0);
  });

  test('les doublons probables sont dits avec leurs deux lignes, et entrent tous les deux', async () => {
    const first = ONE.replace('Lieu A', 'Atelier Exemple');
    const twin = ONE.replace('1,Lieu A', '7,EXEMPLE').replace('50.1,3.1', '50.1,3.1001');
    const folder = makeObservatory({ 'liste.csv': listOf(first, TWO, twin) });
    const { code, out } = await importHere(folder, { trial: true });
    expect(code).toBe(0);
    expect(out).toContain(`1 doublon probable, que l’import ne fusionne pas

  nom proche, même commune
    ligne 2 : « Atelier Exemple », Saint-Un
      ligne 4 : « EXEMPLE », Saint-Un, à 7 m
    pour laisser de côté la seconde ligne de chaque paire : --sans 4
`);
    expect(out).toContain('3 lignes ajoutées');
  });

  test('un lieu retiré le reste, et ne revient pas sous un autre nom d’identifiant', async () => {
    const gone = 'lieu-a;Lieu A;Saint-Un;99001;;;;;;;;;tiers-lieu;;https://exemple.fr;;2026-01-05';
    const [header = ''] = lieux().split('\n');
    const folder = makeObservatory({
      'data/lieux/lieux.csv': `${header}\n${gone}\n`,
      'liste.csv': listOf(ONE, ONE.replace('1,Lieu A', '2,L’lieu a'), TWO),
    });
    const { code, out } = await importHere(folder);
    expect(code).toBe(0);
    expect(out).toContain('1 lieu retiré, laissé tel quel');
    expect(out).toContain(
      'ligne 3 : probablement « lieu-a », qui a demandé à sortir le 2026-01-05 : ligne laissée de côté',
    );
    const lines = readAll(folder)['lieux/lieux.csv']!.split('\r\n').slice(1, -1);
    expect(lines).toEqual([gone, expect.stringMatching(/^lieu-b;/)]);

    await importHere(folder, { replace: true });
    expect(readAll(folder)['lieux/lieux.csv']!.split('\r\n').slice(1, -1)).toEqual(lines);
  });

  test('--remplacer enlève ce que l’import n’a pas, mais garde ce que l’équipe a écrit', async () => {
    const folder = makeObservatory({ 'liste.csv': listOf(ONE) });
    await importHere(folder);
    const text = readAll(folder)['lieux/lieux.csv']!;
    put(folder, 'data/lieux/lieux.csv', text.replace(/(lieu-a;.*Fab lab;;);(.*);;\r\n/, '$1cercle-1;$2;2026-02;\r\n'));
    const { code, out } = await importHere(folder, { replace: true });
    expect(code).toBe(0);
    expect(out).toContain('0 ligne ajoutée, 0 modifiée, 1 inchangée, 1 enlevée');
    const lines = readAll(folder)['lieux/lieux.csv']!.split('\r\n').slice(1, -1);
    expect(lines).toEqual([
      `lieu-a;Lieu A;Saint-Un;99001;50,1;3,1;exacte;Fab lab;;cercle-1;;;tiers-lieu;2019;${SOURCE};2026-02;`,
    ]);
  });

  test('un en-tête inconnu : ce qui manque au format le plus proche', async () => {
    const folder = makeObservatory({ 'liste.csv': listOf(ONE).replace('TYPO', 'GENRE').replace('PRECISION', 'NOTE') });
    const { code, out } = await importHere(folder);
    expect(code).toBe(1);
    expect(out).toContain('aucun format connu n’a cet en-tête');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'attendu : pour le format le plus proche, « Tiers-lieux recensés par le CGET en 2019 », il manque « TYPO » et « PRECISION »',
    );
  });

  test('des fichiers qui n’en sont pas : une faute chacun', async () => {
    const folder = makeObservatory({
      'classeur.csv': Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]),
      'vide.csv': '',
      'enorme.csv': '',
    });
    truncateSync(join(folder, 'enorme.csv'), 3_000_000_000);
    const { code, out } = await run('importer', folder, ['{}/classeur.csv', '{}/vide.csv', '{}/enorme.csv']);
    expect(code).toBe(1);
    expect(out.match(/Erreur.* : (.*)/g)).toEqual([
      expect.stringContaining('fichier trop gros : 3 000 Mo'),
      expect.stringContaining('c’est un classeur (.xlsx ou .ods)'),
      expect.stringContaining('fichier vide'),
    ]);
  });

  test('un appel incorrect dit pourquoi', async () => {
    const folder = makeObservatory({ 'liste.csv': listOf(ONE) });
    const before = readAll(folder);
    const calls: readonly (readonly [args: readonly string[], message: string])[] = [
      [[], 'aucun fichier.'],
      [['{}/data'], '« data » est un dossier : nommez les fichiers à importer.'],
      [['{}/absent.csv'], '« absent.csv » n’existe pas.'],
      [['{}/liste.csv', '--esai'], 'l’option « --esai » n’existe pas ; la plus proche : « --essai ».'],
      [['{}/liste.csv', '--millesime', '26'], '« --millesime » attend une année, comme 2026.'],
      [['{}/liste.csv', '--sans', 'douze'], '« --sans » attend des numéros de lignes'],
      [['{}/liste.csv', '--sans', '12'], '« --sans » nomme la ligne 12, qui ne porte rien'],
      [['{}/liste.csv', '{}/content/observatoire.yaml', '--sans', '2'], 'avec plusieurs fichiers'],
    ];
    const runs = await Promise.all(calls.map(([args]) => run('importer', folder, args)));
    for (const [at, { code, out, err }] of runs.entries()) {
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(`Appel incorrect : ${calls[at]![1]}`);
    }
    expect(readAll(folder)).toEqual(before);
  });

  test('Ctrl-C laisse tout comme avant', async () => {
    const many = Array.from({ length: 3_000 }, (_, at) => ONE.replace('Lieu A', `Lieu ${at}`));
    const folder = makeObservatory({ 'liste.csv': listOf(...many) });
    const before = readAll(folder);
    const { code, out, err } = await run('importer', folder, ['{}/liste.csv'], { interrupt: true });
    expect(err).toMatch(/^Lecture de liste\.csv…\n(?:.*\n)*Import arrêté : rien n’est écrit\.\n$/);
    expect([code, out]).toEqual([130, '']);
    expect(readAll(folder)).toEqual(before);
  });
});

const SUBSIDY =
  'nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;nature;conditionsVersement;datesPeriodeVersement;pourcentageSubvention';
const grant = (date: string, montant: string) =>
  `Ville A;21060004500392;${date};D1;Association B;52499120500013;Fonctionnement;${montant};"aide en nature;aide en numéraire";unique;${date};1`;

describe('npm run importer, un jeu par année', () => {
  test('des subventions de deux années font deux fichiers, dont il faut dire la licence', async () => {
    const lines = [
      SUBSIDY,
      grant('2018-01-30', '137 825,00'),
      grant('2019-02-01', '100'),
      'Total;;;;;;;137 925,00;;;;',
    ];
    const folder = makeObservatory({ 'liste.csv': lines.join('\r\n') });
    const before = readAll(folder);
    const asked = await importHere(folder);
    expect(asked.code).toBe(1);
    expect(asked.out).toMatch(/à taper :\n {4}npm run importer -- liste\.csv --licence etalab-2\.0\n$/);
    expect(readAll(folder)).toEqual(before);

    const { code, out } = await importHere(folder, { stated: { licence: 'etalab-2.0' } });
    expect(code).toBe(0);
    expect(out).toContain('ligne de total, 1 ligne (4)');
    const after = readAll(folder);
    expect(after['subventions/subventions-2018.csv']).toContain('137825.00;"aide en numéraire;aide en nature"');
    expect(after['subventions/subventions-2019.csv']).toContain('100.00;');
    const { resources } = JSON.parse(after['datapackage.json']!);
    expect(resources.slice(2)).toMatchObject([
      { name: 'subventions-2018', sources: [{ title: 'Ville A' }], date: '2018', univers: null, access: 'public' },
      { name: 'subventions-2019', licenses: [{ name: 'etalab-2.0', title: 'Licence Ouverte 2.0' }] },
    ]);
  });
});

describe('les fichiers réels, dans une copie des données', () => {
  test('CGET 2019 et Somme entrent, et les données restent sans erreur', async (context) => {
    const folder = copyReal();
    const cget = 'cget-2019-hauts-de-france.csv';
    const somme = 'scdl-departement-somme-2018-03-30.csv';
    for (const name of [cget, somme]) put(folder, name, readReal(name, context));
    const { code, out } = await run('importer', folder, [`{}/${cget}`, `{}/${somme}`, '--licence', 'etalab-2.0']);
    const said = out.replace(/\s+/g, ' ');
    expect(said).toContain('lieux.csv : 71 lignes ajoutées, 2 modifiées');
    expect(said).toContain('subventions-2018.csv (nouveau) : 11 lignes');
    expect(code).toBe(0);
    expect(JSON.stringify(readAll(folder))).not.toMatch(/@[\w.]+\.(?:fr|com|org)/);
    const verified = await run('verifier', folder, []);
    expect(verified.out).not.toContain('Erreur');
    expect(verified.code).toBe(0);
  });
});
