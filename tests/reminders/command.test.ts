import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { refusePrivateFolder } from '../../scripts/private-folder.ts';
import { describeFile, lieux, SOUND } from '../datasets/folders.ts';
import { runCommand } from '../run-command.ts';

const ROOT = join(import.meta.dirname, '../..');
let folder: string;

const read = (path: string) => readFileSync(join(folder, path), 'utf8');

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Runs the command on the folder's observatory, as a person would. */
function run(args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}) {
  const observatory = ['--donnees', join(folder, 'data'), '--contenu', join(folder, 'content')];
  const own = args.includes('--prive') ? [] : ['--prive', join(folder, 'prive')];
  return runCommand('relances', [...observatory, ...own, ...args], { env: environment, folder });
}

/** One survey's file: a pseudonym and a commune a line. */
const survey = (...records: string[]) =>
  `id_unite;consentement;code_insee\n${records.map((record) => record.replace(';', ';aucun;')).join('\n')}\n`;

function addSurveys(): void {
  write('data/enquete/enquete-2023.csv', survey('u-1;99001', 'u-2;99002'));
  write('data/enquete/enquete-2026.csv', survey('u-1;99001', 'u-3;99002', 'u-9;99001'));
  const resources = ['lieux', 'reperes', 'enquete-2023', 'enquete-2026'].map((name) =>
    describeFile(name, `${name.replace(/-.*/, '')}/${name}.csv`),
  );
  write('data/datapackage.json', JSON.stringify({ name: 'essai', title: 'Essai', resources }));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'observatoire-relances-'));
  for (const [path, text] of Object.entries(SOUND)) write(path, text);
  write(
    'data/lieux/lieux.csv',
    lieux(
      'a;Lieu A;Saint-Un;99001;;;;;;cercle-1;https://exemple.org/;;tiers-lieu;;https://exemple.fr;',
      'b;Lieu B;Deux;99002;;;;;;;;;tiers-lieu;;https://exemple.fr;',
      'c;Lieu C;Deux;99002;;;;;;;;;tiers-lieu;;https://exemple.fr;',
    ),
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('avec deux enquêtes et une liste d’identifiants', () => {
  beforeEach(() => {
    addSurveys();
    write(
      'prive/identifiants.csv',
      'id_unite;lieu;nom;commune;lien\nu-1;a;;;vérifié\nu-2;b;;;vérifié\nu-3;;Ailleurs;;hors annuaire\n',
    );
  });

  test('une liste pour le tableur, une page, et la liste des identifiants complétée', () => {
    const { code, said, complained } = run();
    expect(complained).toBe('');
    expect(code).toBe(0);
    expect(said.split('\n')).toEqual([
      'prive/identifiants.csv est complété : 1 répondant à relier, 0 lien proposé à vérifier. L’ancienne liste reste dans prive/identifiants.csv.precedent.',
      'Recensement 2026 : 3 réponses, dont 2 sans lieu connu de l’annuaire.',
      'Sur 3 lieux de l’annuaire : 1 a répondu, 1 à relancer d’abord (déjà répondu à un autre recensement), 1 sans aucune réponse connue, 0 à vérifier (lien inconnu).',
      'Écrits : prive/relances.csv et prive/relances.html. Ils disent qui n’a pas répondu : gardez-les dans l’équipe.',
      '',
    ]);
    expect(read('prive/relances.csv')).toBe(
      [
        '\uFEFFnom;commune;département;cercle;site_web;recensement 2023;recensement 2026;dernière réponse;id',
        'Lieu B;Deux;P1;;;a répondu;n’a pas répondu;2023;b',
        'Lieu C;Deux;P1;;;n’a pas répondu;n’a pas répondu;;c',
        'Lieu A;Saint-Un;P1;Cercle 1;https://exemple.org/;a répondu;a répondu;2026;a',
        '',
      ].join('\r\n'),
    );
    expect(read('prive/relances.html')).toContain('ne pas publier');
    expect(read('prive/identifiants.csv').split('\r\n').slice(1)).toEqual([
      'u-1;a;;Saint-Un;vérifié;',
      'u-2;b;;Deux;vérifié;',
      'u-3;;Ailleurs;Deux;hors annuaire;',
      'u-9;;;Saint-Un;à compléter;a (Lieu A, Saint-Un)',
      '',
    ]);
  });

  test('une seconde fois, rien ne change, et l’ancienne liste n’est pas perdue', () => {
    run();
    const [list, links] = [read('prive/relances.csv'), read('prive/identifiants.csv')];
    const { said } = run();
    expect(said).not.toContain('complété');
    expect([read('prive/relances.csv'), read('prive/identifiants.csv')]).toEqual([list, links]);
    expect(read('prive/identifiants.csv.precedent')).toContain('u-3;;Ailleurs;;hors annuaire\n');
  });

  test('pour un recensement qui commence, tous les lieux sont à relancer', () => {
    const { code, said } = run(['--millesime', '2029']);
    expect(code).toBe(0);
    expect(said).toContain('Recensement 2029 : aucune réponse n’est encore déposée.');
    expect(read('prive/relances.csv')).toContain(
      'Lieu A;Saint-Un;P1;Cercle 1;https://exemple.org/;a répondu;a répondu;n’a pas répondu;2026;a',
    );
  });

  test('un lien vers un lieu inconnu : la faute et sa place, rien n’est écrit', () => {
    write('prive/identifiants.csv', 'id_unite;lieu;nom;commune;lien\nu-1;zzz;;;vérifié\n');
    const { code, complained } = run();
    expect(code).toBe(1);
    expect(complained).toContain('prive/identifiants.csv');
    expect(complained).toContain('l’annuaire n’a pas ce lieu');
    expect(complained).toContain('Rien n’est écrit.');
    expect(readdirSync(join(folder, 'prive'))).toEqual(['identifiants.csv']);
  });

  test('un doute est dit, la liste est faite quand même', () => {
    write(
      'prive/identifiants.csv',
      'id_unite;lieu;nom;commune;lien\nu-1;a;;;vérifié\nu-9;a;;;vérifié\nu-44;b;;;vérifié\n',
    );
    const { code, complained } = run();
    expect(code).toBe(0);
    expect(complained).toMatch(/deux répondants du recensement\s+2026 pour ce lieu/);
    expect(complained).toMatch(/aucune enquête n’a ce\s+répondant/);
    expect(existsSync(join(folder, 'prive/relances.html'))).toBe(true);
  });

  test('des données fautives : rien n’est écrit', () => {
    write('data/enquete/enquete-2026.csv', survey('u-1;9900'));
    const { code, complained } = run();
    expect(code).toBe(1);
    expect(complained).toContain('Rien n’est écrit.');
    expect(existsSync(join(folder, 'prive/relances.csv'))).toBe(false);
  });
});

test('sans enquête, tous les lieux sont à interroger, et aucune liste d’identifiants n’est faite', () => {
  const { code, said } = run();
  expect(code).toBe(0);
  expect(said).toContain('Aucune enquête n’est déposée : les 3 lieux de l’annuaire sont tous à interroger.');
  expect(read('prive/relances.csv').split('\r\n')[0]).toBe(
    '\uFEFFnom;commune;département;cercle;site_web;dernière réponse;id',
  );
  expect(readdirSync(join(folder, 'prive')).sort()).toEqual(['relances.csv', 'relances.html']);
});

test('la démonstration montre ce que donne la commande, dans un dossier à elle', () => {
  const { code, said } = runCommand('relances', ['--demonstration', '--prive', join(folder, 'prive')]);
  expect(code).toBe(0);
  expect(said).toMatch(/^Recensement N\+2 : 106 réponses, dont 17 sans lieu connu de l’annuaire\.$/m);
  expect(readdirSync(join(folder, 'prive/demonstration')).sort()).toEqual([
    'identifiants.csv',
    'relances.csv',
    'relances.html',
  ]);
  const groups = [...read('prive/demonstration/relances.html').matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
  expect(groups).toEqual(['avant', 'jamais', 'verifier', 'repondu', 'inconnus', 'comptes', 'sans-cercle']);
});

describe('rien n’est écrit là où tout se publie', () => {
  const GIT = 'git garderait ces fichiers : ajoutez le dossier à .gitignore';
  const refuse = (prive: string) =>
    refusePrivateFolder(prive, ['relances.csv', 'relances.html'], {
      project: ROOT,
      data: join(folder, 'data'),
      content: join(folder, 'content'),
    });

  test('la commande dit pourquoi, et n’écrit rien', () => {
    const { code, complained } = run(['--prive', join(folder, 'data/prive')]);
    expect(code).toBe(2);
    expect(complained).toBe(
      'Appel incorrect : rien n’est écrit dans « data/prive » : ce dossier est celui des données, publiées ou conservées avec le projet.\n',
    );
    expect(existsSync(join(folder, 'data/prive'))).toBe(false);
  });

  test('le site, d’ici ou d’ailleurs, et les textes', () => {
    expect(refuse(join(ROOT, 'dist'))).toBe('ce dossier est le site publié');
    expect(refuse(join(ROOT, 'dist/prive'))).toBe('ce dossier est le site publié');
    expect(refuse(join(folder, 'content'))).toBe('ce dossier est celui des textes du site');
    write('ailleurs/index.html', 'un site construit ailleurs');
    expect(refuse(join(folder, 'ailleurs/prive'))).toBe('ce dossier est dans un site');
  });

  test('un raccourci vers l’un d’eux', () => {
    symlinkSync(join(folder, 'data'), join(folder, 'raccourci'));
    expect(refuse(join(folder, 'raccourci/prive'))).toMatch(/^ce dossier est celui des données/);
  });

  test('ce que git garderait, dans ce projet ou dans un autre ; ce qu’il laisse de côté est permis', () => {
    expect(refuse(join(ROOT, 'docs'))).toBe(GIT);
    expect(refuse(ROOT)).toBe(GIT);
    expect(refuse(join(ROOT, 'prive/demonstration'))).toBeUndefined();
    const team = join(folder, 'equipe');
    spawnSync('git', ['init', '--quiet', team]);
    expect(refuse(join(team, 'listes'))).toBe(GIT);
    write('equipe/.gitignore', 'listes/\n');
    expect(refuse(join(team, 'listes'))).toBeUndefined();
    expect(refuse(join(folder, 'hors-de-git'))).toBeUndefined();
  });

  test('un fichier que git garde déjà, même dans un dossier laissé de côté', () => {
    const team = join(folder, 'equipe');
    write('equipe/.gitignore', 'listes/\n');
    write('equipe/listes/relances.csv', '');
    spawnSync('git', ['init', '--quiet', team]);
    spawnSync('git', ['add', '--force', 'listes/relances.csv'], { cwd: team });
    expect(refuse(join(team, 'listes'))).toBe(GIT);
  });

  test('sans git sur la machine, .gitignore décide', () => {
    vi.stubEnv('PATH', '');
    expect(refuse(join(ROOT, 'prive'))).toBeUndefined();
    expect(refuse(join(ROOT, 'docs'))).toBe(GIT);
    vi.unstubAllEnvs();
  });
});

describe('npm run verifier', () => {
  const verify = (...args: string[]) => {
    const observatory = ['--donnees', join(folder, 'data'), '--contenu', join(folder, 'content')];
    return runCommand('verifier', [...observatory, '--prive', join(folder, 'prive'), ...args], { folder });
  };

  test('lit aussi la liste privée, et ne la dit qu’à l’écran', () => {
    addSurveys();
    write('prive/identifiants.csv', 'id_unite;lieu;nom;commune;lien\nu-1;zzz;;;vérifié\n');
    const screen = verify();
    expect(screen.code).toBe(1);
    expect(screen.said).toContain('prive/identifiants.csv');
    expect(screen.said).toContain('l’annuaire n’a pas ce lieu');
    expect(verify('--format', 'html').said).not.toContain('zzz');
  });
});

describe('un appel incorrect', () => {
  test.each([
    ['une année qui n’en est pas une', ['--millesime', 'N+2'], '« --millesime » attend une année, comme 2026.'],
    ['une option inconnue', ['--publier'], 'l’option « --publier » n’existe pas'],
    ['une démonstration qui n’est pas là', ['--demonstration'], 'il n’y a pas de démonstration dans ces dossiers.'],
  ])('%s : une phrase, code 2', (_, args, sentence) => {
    const { code, complained } = run(args);
    expect(code).toBe(2);
    expect(complained).toContain(sentence);
  });

  test('un fichier à la place du dossier : une phrase, code 1', () => {
    write('prive', 'je suis un fichier');
    const { code, complained } = run();
    expect(code).toBe(1);
    expect(complained).toContain('Un fichier n’a pas pu être écrit dans « prive »');
    expect(read('prive')).toBe('je suis un fichier');
  });
});
