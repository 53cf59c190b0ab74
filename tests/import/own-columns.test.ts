import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { datasets } from '../../src/datasets/index.ts';
import { lieux } from '../datasets/folders.ts';
import { copyReal, importHere, makeFolder, makeObservatory, put, readAll, run } from './command.ts';
import { demonstration } from './demonstration-survey.ts';
import { importFile } from './import-file.ts';
import { importPlaces, told } from './import-places.ts';
import { bytesOf } from './real-file.ts';
import { saveByExcel } from './save-by-excel.ts';
import { rowsOf } from './write-cells.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The fictional observatory as if it were real, so that it may be imported into. */
function copyDemonstration(): string {
  const folder = makeFolder();
  cpSync(join(ROOT, 'data/demonstration'), join(folder, 'data'), { recursive: true });
  cpSync(join(ROOT, 'content/demonstration'), join(folder, 'content'), { recursive: true });
  const settings = readFileSync(join(folder, 'content/observatoire.yaml'), 'utf8');
  put(folder, 'content/observatoire.yaml', settings.replace('demonstration: true', 'demonstration: false'));
  return folder;
}

/** The files of our datasets in a folder of data. */
function listOwn(folder: string): readonly string[] {
  return Object.keys(datasets).flatMap((id) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.startsWith(`${id}/`) && path.endsWith('.csv'),
    ),
  );
}

describe('un fichier de l’observatoire, abîmé par Excel, revient sans rien changer', () => {
  test.each([
    ...listOwn('data').map((path) => ['les vraies données', path, copyReal] as const),
    ...listOwn('data/demonstration').map((path) => ['la démonstration', path, copyDemonstration] as const),
  ])('%s : %s', async (_, path, copy) => {
    const folder = copy();
    const before = readAll(folder);
    const name = path.split('/').at(-1)!;
    put(folder, name, saveByExcel(before[path]!));
    const { code, out } = await importHere(folder, { files: [join(folder, name)] });
    expect(out).toMatch(/encodage windows-1252 : lu quand même/);
    expect(out).toMatch(
      new RegExp(`data/${path} reste tel quel : 0 ligne ajoutée, 0 modifiée, \\d+ inchangées, 0 gardée\n`),
    );
    expect(out).toMatch(/\nTout y est déjà : rien à écrire\.\n$/);
    expect([code, readAll(folder)]).toEqual([0, before]);
  });
});

const HEADER = lieux().trim();

describe('npm run importer, un fichier à nos colonnes', () => {
  test('l’annuaire enregistré par Excel est reconnu, réparé et complété', async () => {
    const csv = [
      `${HEADER};Remarques;Téléphone`,
      'a;Un;Saint-Un;;;;;;;cercle-1;;;tiers-lieu;;https://exemple.fr;2026-03-01;;revu;06 00 00 00 00',
      'b;L’été à Deux;Deux;99002;50,1;3,1;exacte;Fab lab;;;;;tiers-lieu;2026-02-03;https://exemple.fr;;;;',
    ];
    const folder = makeObservatory({ 'lieux-excel.csv': saveByExcel(csv.join('\n')) });
    const { code, out } = await run('importer', folder, ['{}/lieux-excel.csv']);
    expect(out).toBe(`lieux-excel.csv
  Fichier aux colonnes de l’observatoire : Annuaire des lieux
  reconnu à ses colonnes id, nom, cite_comme et source

  2 lignes lues, 2 reprises

  Corrigé ou à regarder
    encodage windows-1252 : lu quand même
    verifie_le : date devenue un nombre dans un tableur, 1 cellule (P2) :
      « 46082 » lu comme « 2026-03-01 »
    commune : code INSEE absent, trouvé par le nom seul, 1 cellule (C2) :
      « Saint-Un » lu comme « 99001 »
    cite_le : date écrite autrement, 1 cellule (N3) : « 03/02/2026 » lu comme
      « 2026-02-03 »

  2 colonnes laissées de côté
    données personnelles : Téléphone
    sans place dans notre schéma : Remarques

data/lieux/lieux.csv : 1 ligne ajoutée, 1 modifiée, 0 inchangée, 0 gardée
  a
    commune : « St Un » → « Saint-Un »
    verifie_le : (vide) → « 2026-03-01 »

C’est écrit.
  l’ancien est gardé : data/lieux/lieux.csv.avant-import
  ensuite : npm run verifier, puis npm run comparer
`);
    expect(code).toBe(0);
    expect(readAll(folder)['lieux/lieux.csv']?.split('\r\n').slice(1, -1)).toEqual([
      'a;Un;Saint-Un;99001;;;;;;cercle-1;;;tiers-lieu;;https://exemple.fr;2026-03-01;',
      'b;L’été à Deux;Deux;99002;50,1;3,1;exacte;Fab lab;;;;;tiers-lieu;2026-02-03;https://exemple.fr/;;',
    ]);
    expect((await run('verifier', folder, [])).code).toBe(0);
  });

  test('une liste de lieux d’un tableur entre une fois dite la page qui les cite', async () => {
    const list = 'Nom;Adresse;Commune;Type;Site internet\nLieu A;1 rue A;Saint-Un;Fab lab;\nLieu B;;Deux;Inconnu;\n';
    const folder = makeObservatory({ 'liste.csv': list });
    const asked = await run('importer', folder, ['{}/liste.csv']);
    expect(asked.code).toBe(1);
    expect(asked.out).toMatch(/à taper :\n {4}npm run importer -- liste\.csv .* --source ADRESSE --date DATE\n$/);
    const args = ['{}/liste.csv', '--source', 'https://example.org/liste', '--date', '2026'];
    const { code, out } = await run('importer', folder, args);
    expect(out).toContain(
      '  Liste de lieux d’un tableur\n  reconnu à ses colonnes Nom et Commune\n\n  2 lignes lues, 2 reprises\n',
    );
    expect(out).toContain(
      'Type : type inconnu de l’annuaire : gardé comme activité citée, 1 cellule\n      (D3) : « Inconnu »',
    );
    expect(out).toContain('data/lieux/lieux.csv : 2 lignes ajoutées, 0 modifiée, 0 inchangée, 1 gardée');
    expect(code).toBe(0);
    expect(readAll(folder)['lieux/lieux.csv']?.split('\r\n').slice(2, -1)).toEqual([
      'lieu-a;Lieu A;Saint-Un;99001;;;;Fab lab;;;;;tiers-lieu;2026;https://example.org/liste;;',
      'lieu-b;Lieu B;Deux;99002;;;;;;;;Inconnu;tiers-lieu;2026;https://example.org/liste;;',
    ]);
    expect((await run('verifier', folder, [])).code).toBe(0);
  });

  test('l’équipe corrige ce qu’elle a écrit ; une cellule vidée et un retrait restent', async () => {
    const folder = makeObservatory({
      'data/lieux/lieux.csv': [
        HEADER,
        'a;Un;Saint-Un;99001;;;;;;cercle-1;;;tiers-lieu;;https://exemple.fr;2025;',
        'b;Zinc;Deux;99002;;;;;;;;;tiers-lieu;;https://exemple.fr;;2026-01-05',
        '',
      ].join('\n'),
      'liste.csv': [
        HEADER,
        'a;Un et deux;Deux;99002;;;;;;;;;tiers-lieu;;https://exemple.fr/autre;2026-02;',
        'b;Zinc;Deux;99002;;;;;;;;;tiers-lieu;;https://exemple.fr;2026;',
      ].join('\n'),
    });
    const { out } = await importHere(folder);
    expect(out).toContain('identifiant déjà pris par « Un » (Saint-Un)');
    put(
      folder,
      'liste.csv',
      [HEADER, 'a;Un bis;Saint-Un;99001;;;;;;;;;tiers-lieu;;https://exemple.fr/autre;2026-02;'].join('\n'),
    );
    const { out: again } = await importHere(folder, { trial: true });
    expect(again).toContain(`  a
    nom : « Un » → « Un bis »
    source : « https://exemple.fr » → « https://exemple.fr/autre »
    verifie_le : « 2025 » → « 2026-02 »`);
    expect(again).not.toContain('cercle :');
    expect(readAll(folder)['lieux/lieux.csv']).toMatch(/\r\nb;Zinc;.*;2026-01-05\r\n/);
  });

  test('un repère et un flux se retrouvent à leur identifiant', async () => {
    const folder = copyDemonstration();
    const before = readAll(folder)['flux/flux-3003.csv']!;
    const [header = '', first = ''] = before.replace('\ufeff', '').split('\r\n');
    put(
      folder,
      'comptes.csv',
      `${header}\n${first.replace(';340000;', ';"340 000,00 €";').replace(';A-3003;', ';A-3003 bis;')}\n`,
    );
    const call = { files: [join(folder, 'comptes.csv')], trial: true };
    const asked = await importHere(folder, call);
    expect(asked.code).toBe(1);
    expect(asked.out).toMatch(/à taper :\n {4}npm run importer -- liste\.csv --millesime AAAA\n/);
    const { out } = await importHere(folder, { ...call, millesime: '3003' });
    expect(out).toContain(
      'Montant : unité « € » dans la cellule, 1 cellule (F2) : « 340 000,00 € » lu comme « 340000,00 »',
    );
    expect(out).toMatch(/flux-3003\.csv : 0 ligne ajoutée, 1 modifiée, 0 inchangée, \d+ gardées/);

    const small = makeObservatory();
    const text = readAll(small)['reperes/reperes.csv']!;
    put(small, 'liste.csv', text.replace(';12;lieux;', ';13;lieux;'));
    expect((await importHere(small)).out).toContain('  total\n    valeur : « 12 » → « 13 »');
  });
});

describe('un fichier à nos colonnes, rempli d’après le dictionnaire', () => {
  test('sans identifiant, un lieu en reçoit un', () => {
    const { format, rows, said } = importPlaces([
      'Nom;Commune;Types;Cite comme;Source;Position',
      'Lieu A;Saint-Exemple-sur-Test;fablab;tiers-lieu;https://example.org/;',
    ]);
    expect(format).toBe('colonnes-lieux');
    expect(rows).toMatchObject([
      { id: 'lieu-a', code_insee: '99002', types: ['fablab'], source: 'https://example.org/' },
    ]);
    expect(said).toEqual(
      ['A 2 Commune « Saint-Exemple-sur-Test » : code INSEE absent, trouvé par le nom et le département → 99002'].map(
        (line) => line.replace(' et le département', ' seul'),
      ),
    );
  });

  test('une commune ambiguë se demande ; un code faux est dit', () => {
    const header = 'id;nom;commune;code_insee;cite_comme;source';
    const end = 'tiers-lieu;https://example.org/';
    const { said } = importPlaces([header, `a;Lieu A;Commune A1;;${end}`, `b;Lieu B;Commune B;99999;${end}`]);
    expect(said).toEqual([
      'E 2 commune « Commune A1 » : ambigu : écrivez le code INSEE',
      'E 3 code_insee « 99999 » : commune inconnue du territoire',
    ]);
  });

  test('une réponse à l’enquête, sa commune par son nom, son année par le nom du fichier', () => {
    const lines = [
      'Identifiant du lieu;Accord de publication;Commune;Forme juridique;Activités;Surface bâtie;E-mail;Avis',
      'u001;aucun;Commune A1;Association;Coworking, Fablab;"1 200,5 m²";a@example.org;bien',
    ];
    const { format, imported, faults } = importFile(bytesOf(...lines), 'Enquete_2026.csv', demonstration);
    expect(format?.id).toBe('colonnes-enquete');
    expect(imported?.dropped).toEqual(['E-mail', 'Avis']);
    expect(imported?.lines).toMatchObject([{ millesime: '2026', isOurs: true }]);
    expect(rowsOf(imported)).toMatchObject([
      { id_unite: 'u001', code_insee: 'ZA001', activites: ['coworking', 'fablab'], surface: 1200.5 },
    ]);
    expect(faults.map(({ problem }) => problem)).toContain('le nom du fichier dit 2026 : c’est l’année de ses lignes');
    const named = importFile(bytesOf(...lines), 'Enquete_2026.csv', { ...demonstration, millesime: '2025' });
    expect(named.imported?.lines).toMatchObject([{ millesime: '2025' }]);
    const unsaid = importFile(bytesOf(...lines), 'export-2026.csv', demonstration);
    expect(unsaid.imported?.lines[0]).not.toHaveProperty('millesime');
  });

  test('un outil inconnu, dont --colonnes nomme les questions', () => {
    const columns = new Map([
      ['code', 'id_unite'],
      ['q1', 'consentement'],
      ['q2', 'commune'],
      ['q3', 'forme_juridique'],
      ['q4', 'activites'],
      ['q5', 'travaux'],
    ]);
    const lines = ['Code;Q1;Q2;Q3;Q4;Q5', 'u1;aucun;Commune A1;Association;Fablab;VRAI'];
    const { format, imported } = importFile(bytesOf(...lines), 'export.csv', {
      ...demonstration,
      columns,
      millesime: '2026',
    });
    expect(format?.id).toBe('colonnes-enquete');
    expect(rowsOf(imported)).toMatchObject([
      { id_unite: 'u1', code_insee: 'ZA001', activites: ['fablab'], travaux: true },
    ]);
  });

  test('un mois écrit par Excel dans l’année d’un repère', () => {
    const header = Object.keys(datasets.reperes.columns).join(';');
    const line = 'a;serie;1;;Lieux;région;nov-25;12;lieux;exact;constaté;tous;;;Essai;https://example.org/;;';
    const { imported } = importFile(bytesOf(header, line), 'liste.csv', told);
    expect(rowsOf(imported)).toMatchObject([{ millesime: '2025-11' }]);
  });
});
