import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { oembedPath } from '../../src/components/embed-places.ts';
import { checkPermanence } from '../../src/publication/check-permanence.ts';
import { describeFaults } from '../../src/report/terminal.ts';
import { testFrozenEmbeds } from '../browser/frozen-embeds.ts';
import { copyProject, ELSEWHERE } from '../elsewhere.ts';
import { faultsOfFeed } from '../feed/atom-rules.ts';
import { filesOf, otherFiles } from '../files-of.ts';
import { answerFiles, embedPages, faultsOfEmbed } from '../oembed/read-answers.ts';
import { brokenLinks, readLinks } from '../site/read-links.ts';

const ROOT = join(import.meta.dirname, '../..');
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

/** The demonstration as a main observatory, which may be frozen; then the same after some years of work. */
let root: string;
const atFreezing = () => join(root, 'avant');
const yearsLater = () => join(root, 'apres');
const said: Record<string, Said> = {};

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'observatoire-figer-'));
  for (const part of ['data', 'content'])
    cpSync(join(ROOT, part, 'demonstration'), join(atFreezing(), part), {
      recursive: true,
      filter: (file) => !file.includes('/editions'),
    });
  // The demonstration borrows these two of the real observatory; alone, every page leads to its own.
  for (const page of ['accessibilite', 'mentions-legales'])
    cpSync(join(ROOT, `content/pages/${page}.mdx`), join(atFreezing(), `content/pages/${page}.mdx`));
  edit(atFreezing(), 'content/observatoire.yaml', (text) =>
    text
      .replace(/^demonstration: true/m, 'demonstration: false')
      .replace(/^adresse: .*$/m, 'adresse: https://observatoire.example.org')
      .replace(/^base: .*$/m, 'base: /essai/'),
  );
  said.first = await run(atFreezing(), 'figer', '3001', '--date', '3002-01-15');
  said.second = await run(atFreezing(), 'figer', '3003', '--date', '3004-01-15');
  said.again = await run(atFreezing(), 'figer', '3001');
  cpSync(atFreezing(), yearsLater(), { recursive: true });
  // Three places of one territory corrected, a place that leaves, a funder's file that goes, a published number, and what is said of it all.
  correct(yearsLater(), 3);
  withdraw(yearsLater());
  dropSubsidies(yearsLater());
  reviseRepere(yearsLater());
  const found = await faultsIn(yearsLater());
  said.found = { code: 1, text: found };
  const lines = [...found.matchAll(/`(- \{.*?\})`/gs)].map(([, line]) => line!.replace(/\s+/g, ' '));
  write(yearsLater(), 'content/errata.yaml', lines.map(fillIn).join('\n'));
  write(
    yearsLater(),
    'content/journal.yaml',
    '- date: 3004-02-01\n  quoi: [enquete-emplois]\n  explication: un oubli est réparé\n- date: 3004-02-02\n  quoi: [enquete-emplois]\n  rupture: true\n  explication: le questionnaire compte les alternants\n',
  );
  // What nobody shows any more may be deleted: the place that left is named by it.
  for (const ending of ['svg', 'html', 'json', 'csv']) rmSync(frozen(yearsLater(), `3001/carte-des-lieux.${ending}`));
  const copy = join(root, 'Un autre dépôt');
  copyProject(copy);
  cpSync(yearsLater(), join(copy, 'à part'), { recursive: true });
  [said.build, said.elsewhere] = await Promise.all([
    run(yearsLater(), 'build', '--outDir', join(yearsLater(), 'dist')),
    runFrom(copy, ELSEWHERE, join(copy, 'à part'), 'build', '--outDir', join(copy, 'dist')),
  ]);
}, 600_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Runs a command as a person would. */
function run(folder: string, script: string, ...args: readonly string[]): Promise<Said> {
  return runFrom(ROOT, {}, folder, script, ...args);
}

interface Said {
  readonly code: number | null;
  readonly text: string;
}

/** Runs a command in a copy of the project, on a machine of its own. */
function runFrom(
  cwd: string,
  env: Readonly<Record<string, string>>,
  folder: string,
  script: string,
  ...args: readonly string[]
): Promise<Said> {
  const own = ['--donnees', join(folder, 'data'), '--contenu', join(folder, 'content')];
  const child = spawn(process.execPath, ['scripts/run.mjs', `scripts/${script}.ts`, ...args, ...own], {
    cwd,
    env: { ...process.env, CI: '', VITEST: '', ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk;
    });
  return new Promise((resolve) => child.on('exit', (code) => resolve({ code, text: plain(text) })));
}

function write(folder: string, file: string, text: string): void {
  writeFileSync(join(folder, file), text);
}

function edit(folder: string, file: string, change: (text: string) => string): void {
  write(folder, file, change(readFileSync(join(folder, file), 'utf8')));
}

/** As many places of the third territory no longer say that they do culture. */
function correct(folder: string, places: number): void {
  let left = places;
  edit(folder, 'data/enquete/enquete-3001.csv', (text) =>
    text
      .split('\n')
      .map((line) =>
        /;ZC\d{3};/.test(line) && line.includes('"Culture; ') && left-- > 0 ? line.replace('"Culture; ', '"') : line,
      )
      .join('\n'),
  );
  expect(left).toBeLessThanOrEqual(0);
}

/** The first place of the directory asks to leave it. */
function withdraw(folder: string): void {
  edit(folder, 'data/lieux/lieux.csv', (text) => text.replace(/^(lieu-1;.*);\r?$/m, '$1;3004-03-01'));
}

/** A number published elsewhere was copied wrong. */
function reviseRepere(folder: string): void {
  edit(folder, 'data/reperes/reperes.csv', (text) => text.replace(/^(comptage-reseau;.*;3003);120;/m, '$1;121;'));
}

/** The ledger of subsidies is no longer published. */
function dropSubsidies(folder: string): void {
  rmSync(join(folder, 'data/subventions/subventions-3003.csv'));
  edit(folder, 'data/datapackage.json', (text) => {
    const file = JSON.parse(text);
    file.resources = file.resources.filter(({ path }: { path: string }) => !path.startsWith('subventions/'));
    return JSON.stringify(file, null, 2);
  });
}

/** What the team completes in a line that it was given. */
function fillIn(line: string): string {
  return line
    .replace('AAAA-MM-JJ', '3004-03-02')
    .replace('ce qui était faux', 'trois réponses étaient mal lues')
    .replace('pourquoi elle n’est plus publiée', 'la source a cessé')
    .replace('l’autre figure s’il y en a une', 'flux-verses');
}

async function faultsIn(folder: string): Promise<string> {
  const faults = await checkPermanence({
    data: join(folder, 'data'),
    content: join(folder, 'content'),
    demonstration: false,
  });
  return plain(describeFaults(faults)).replaceAll(`${folder}/`, '');
}

/** A copy of the frozen observatory, changed, and what is then told. */
async function afterChange(change: (folder: string) => void): Promise<string> {
  const folder = mkdtempSync(join(root, 'change-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(atFreezing(), folder, { recursive: true });
  change(folder);
  return faultsIn(folder);
}

const frozen = (folder: string, file = '') => join(folder, 'content/publications', file);
const built = (file: string) => readFileSync(join(yearsLater(), 'dist', file));
const shown = (file: string) => plain(built(file).toString());

describe('npm run figer', () => {
  test('deux millésimes, dits en deux phrases ; le verrou nomme chaque fichier, dans l’ordre, et rien d’autre n’est là', () => {
    expect(said.first!.text).toMatch(
      /^Le millésime N est figé : \d+ fichiers \(.* Ko\) dans .*publications\/3001\/, et leurs empreintes dans .*verrou\.txt\.\n/,
    );
    expect([said.first!.code, said.second!.code]).toEqual([0, 0]);
    const lines = readFileSync(frozen(atFreezing(), 'verrou.txt'), 'utf8').trim().split('\n').slice(1);
    const locked = lines.map((line) => /^ *(\d+) ([0-9a-f]{64}) (\S+)$/.exec(line)!.slice(1));
    const paths = locked.map(([, , path]) => path!);
    expect(paths).toEqual(paths.toSorted());
    expect(readdirSync(frozen(atFreezing())).sort()).toEqual(['3001', '3003', 'verrou.txt']);
    expect(
      ['3001', '3003']
        .flatMap((year) => readdirSync(frozen(atFreezing(), year)).map((file) => `${year}/${file}`))
        .sort(),
    ).toEqual(paths);
    for (const [bytes, digest, path] of locked) {
      const file = readFileSync(frozen(atFreezing(), path));
      expect([file.length, createHash('sha256').update(file).digest('hex')]).toEqual([Number(bytes), digest]);
    }
  });

  test('un millésime ne se fige qu’une fois', () => {
    expect(said.again).toEqual({
      code: 1,
      text: expect.stringMatching(
        /^Le millésime 3001 est déjà figé, dans .*publications\/3001\/ : il ne se refait pas\. Un nombre y est faux \? Corrigez les données, et écrivez un erratum\.\n$/,
      ),
    });
  });

  test('ce qui est figé ne dépend ni du chemin du site, ni de ses styles', () => {
    const style = readFileSync(frozen(atFreezing(), '3001/style.css'), 'utf8');
    const fonts = [...style.matchAll(/url\(([^)]+)\)/g)].map(([, name]) => name!);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(existsSync(frozen(atFreezing(), `3001/${font}`))).toBe(true);
    expect(style).not.toMatch(/@import|_astro/);
  });
});

describe('rien de figé ne bouge en silence', () => {
  test('un nombre : la ligne à ajouter est donnée, et aucun nombre n’est dit deux fois', () => {
    expect(said.found!.text).toContain(
      'Erreur : « Culture, N » valait 61 % dans « enquete-activites » ; les données disent 58 %\n    attendu : le nombre publié ; ou, dans errata.yaml, cette ligne complétée : `- { date: AAAA-MM-JJ, millesime: 3001, figure: enquete-activites, cellule: "Culture, N", avant: "61 %", apres: "58 %", raison: ce qui était faux }`',
    );
    expect(said.found!.text.match(/dans « enquete-activites »/g)).toHaveLength(1);
    expect(said.found!.text).toContain('enquete-cent-reponses');
  });

  test('moins de trois lieux ont changé de réponse : la différence en dirait trop, aucun erratum ne l’explique', async () => {
    const told = await afterChange((folder) => correct(folder, 1));
    // The later publication shows the earlier year too, in its figures over all years.
    expect(told).toContain('data/memoire/3003.json : 1 erreur');
    expect(told).not.toContain('errata.yaml');
    expect(told).toContain(
      'data/memoire/3001.json : 1 erreur\n\n  Erreur : depuis que 3001 est figé, moins de 3 lieux ont changé de réponse, dans un territoire ou à une question : le nombre figé et le nouveau, soustraits, diraient ce que l’un d’eux a répondu\n    attendu : les réponses telles qu’elles étaient : aucun erratum n’y peut rien ; une réponse ôtée reste dans les totaux figés, une correction attend celles d’autres lieux',
    );
  });

  test('une figure qui n’est plus publiée : dite une fois, avec sa ligne', () => {
    expect(said.found!.text.match(/« subventions-des-lieux », figée/g)).toHaveLength(1);
    expect(said.found!.text).toContain(
      'Erreur : la figure « subventions-des-lieux », figée, n’est plus publiée : l’adresse /graphiques/subventions-des-lieux/ disparaît\n    attendu : la figure ; ou, dans errata.yaml, cette ligne complétée : `- { date: AAAA-MM-JJ, figure: subventions-des-lieux, raison: pourquoi elle n’est plus publiée, devient: l’autre figure s’il y en a une }`',
    );
  });
});

describe('le site', () => {
  const card = (year: string) =>
    JSON.parse(readFileSync(frozen(yearsLater(), `${year}/publication.json`), 'utf8')).figures;
  const withdrawn = (figure: { lieux: string[] }) => figure.lieux.includes('lieu-1');

  test('se fabrique, une fois tout expliqué', () => {
    expect(said.build!.text).not.toMatch(/\berreur\b/i);
    expect(said.build!.code).toBe(0);
  });

  test('a les mêmes octets fabriqué dans un autre dossier, un autre jour, un autre fuseau, une autre langue', () => {
    expect(said.elsewhere!.text).not.toMatch(/\berreur\b/i);
    expect(said.elsewhere!.code).toBe(0);
    const here = join(yearsLater(), 'dist');
    expect(filesOf(here).filter((file) => /\/300[13]\//.test(file)).length).toBeGreaterThan(300);
    expect(otherFiles(here, join(root, 'Un autre dépôt/dist'))).toEqual([]);
  });

  test('chaque lien, d’une page figée comme d’une autre, reste sous le chemin du site et mène à un fichier', () => {
    const dist = join(yearsLater(), 'dist');
    expect(readLinks(dist).length).toBeGreaterThan(500);
    expect(brokenLinks({ dist, base: '/essai/', address: 'https://observatoire.example.org' })).toEqual([]);
  });

  test('copie ce qui est figé, octet pour octet, et le montre entier', () => {
    let pages = 0;
    for (const year of ['3001', '3003']) {
      for (const figure of card(year).filter((one: never) => !withdrawn(one))) {
        const files = readdirSync(frozen(yearsLater(), year)).filter((name) =>
          new RegExp(`^${figure.id}\\.(svg|json|csv)$`).test(name),
        );
        for (const file of [...files, 'style.css'])
          expect(
            built(`graphiques/${year}/${file}`).equals(readFileSync(frozen(yearsLater(), `${year}/${file}`))),
          ).toBe(true);
        const page = built(`integrer/${year}/${figure.id}/index.html`);
        expect(page.includes(readFileSync(frozen(yearsLater(), `${year}/${figure.id}.html`)))).toBe(true);
        expect(page.toString()).toContain(`href="/essai/graphiques/${year}/style.css"`);
        pages++;
      }
    }
    expect(pages).toBeGreaterThan(60);
  });

  test('une figure figée dit quand elle l’est, et qu’une édition plus récente existe', () => {
    expect(shown('integrer/3001/enquete-vocations/index.html')).toContain(
      'Publication N, figée le 15 janvier 3002 : ces nombres ne changent plus.',
    );
    const newer =
      /<a href="https:\/\/observatoire\.example\.org\/essai\/graphiques\/enquete-formations\/">Une édition plus récente existe : N\+2</;
    expect(shown('integrer/3001/enquete-formations/index.html')).toMatch(newer);
    expect(shown('integrer/3003/enquete-formations/index.html')).not.toContain('plus récente');
  });

  test('chaque page à intégrer, figée ou non, de la région ou d’un territoire, dit en oEmbed comment la montrer', () => {
    const site = { dist: join(yearsLater(), 'dist'), address: 'https://observatoire.example.org/essai' };
    const pages = embedPages(site).filter(
      (page) => !/^\/integrer\/(?:\D[^/]*\/)?subventions-(?:des-lieux|flux)\/$/.test(page),
    );
    expect(answerFiles(site)).toEqual(pages.map(oembedPath).sort());
    expect(pages).toEqual(
      expect.arrayContaining(['/integrer/3001/enquete-formations/', '/integrer/enquete-formations/']),
    );
    expect(pages.flatMap((page) => faultsOfEmbed(page, site))).toEqual([]);
    expect(JSON.parse(shown('oembed/3001/enquete-formations.json')).title).toMatch(/ \(publication N\)$/);
    // It named a place that left: only its subject may be said.
    expect(JSON.parse(shown('oembed/3001/carte-des-lieux.json')).title).toBe(
      'Les lieux de l’annuaire, sur la carte (publication N)',
    );
  });

  test('la page d’une figure mène à ses états figés, et donne le code de chacun', () => {
    const page = shown('graphiques/enquete-formations/index.html');
    for (const year of ['3001', '3003']) {
      expect(page).toContain(`href="/essai/integrer/${year}/enquete-formations/"`);
      expect(page).toContain(
        `src=&quot;https://observatoire.example.org/essai/integrer/${year}/enquete-formations/&quot;`,
      );
    }
  });

  test.each([
    ['enquete-activites', '« Culture, N » : au lieu de 61 %, il faut lire 58 %. Trois réponses étaient mal lues.'],
    [
      'combien-de-lieux',
      '« Annuaire du réseau » : au lieu de 120 lieux, il faut lire 121 lieux. Trois réponses étaient mal lues.',
    ],
  ])(
    'un erratum de %s se lit sur la page, dans la figure figée, dans les nouveautés et dans le flux',
    (figure, erratum) => {
      // Over several years, the later frozen state shows the wrong number too.
      const places = [`graphiques/${figure}`, ...['', '3001/', '3003/'].map((year) => `integrer/${year}${figure}`)];
      for (const place of [...places, 'nouveautes']) expect(shown(`${place}/index.html`)).toContain(erratum);
      expect(shown('flux.xml').split(erratum)).toHaveLength(2);
      expect(shown('integrer/3001/enquete-formations/index.html')).not.toContain('Erratum');
    },
  );

  test('une figure qui n’est plus publiée garde son adresse, et dit où elle est allée', () => {
    const page = shown('graphiques/subventions-flux/index.html');
    expect(page).toContain('Cette figure n’est plus publiée depuis le 2 mars 3004. La source a cessé.');
    expect(page).toContain('href="/essai/graphiques/flux-verses/"');
    expect(page).toContain('href="/essai/integrer/3003/subventions-flux/"');
    // A code of its territories was given too.
    for (const place of ['', 'territoire-1/', 'cercle-a/']) {
      const notice = shown(`integrer/${place}subventions-flux/index.html`);
      expect(notice).toContain('Cette figure n’est plus publiée');
      expect(notice).toContain(`rel="canonical" href="https://observatoire.example.org/essai/integrer/${place}`);
      expect(notice).toContain('href="https://observatoire.example.org/essai/graphiques/subventions-flux/"');
    }
  });

  test('un lieu qui s’est retiré n’est nommé par rien de figé ; un avis neutre tient la place', () => {
    const gone = ['3001', '3003'].flatMap((year) =>
      card(year)
        .filter(withdrawn)
        .map(({ id }: { id: string }) => ({ year, id })),
    );
    expect(gone).toContainEqual({ year: '3001', id: 'carte-des-lieux' });
    for (const { year, id } of gone) {
      const files = [
        `integrer/${year}/${id}/index.html`,
        ...['svg', 'json', 'csv'].map((ending) => `graphiques/${year}/${id}.${ending}`),
      ];
      for (const file of files) expect(shown(file)).toMatch(/qui a demandé à ne plus/);
    }
    const all = ['graphiques', 'integrer'].flatMap((part) =>
      ['3001', '3003'].flatMap((year) =>
        readdirSync(join(yearsLater(), 'dist', part, year), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name)),
      ),
    );
    expect(all.filter((file) => /(?:Lieu 1|lieu-1)(?!\d)/.test(plain(readFileSync(file, 'utf8'))))).toEqual([]);
  });

  test('les nouveautés disent publications, données, nombres revus et figures retirées, les plus récentes d’abord', () => {
    const page = shown('nouveautes/index.html');
    for (const words of [
      'Publication N : des figures figées',
      'Publication N+2 : des figures figées',
      'Données : ',
      'Nombre revu : Les emplois',
      'Un oubli est réparé.',
      'Rupture de série : Les emplois',
      'Le questionnaire compte les alternants.',
      'Figure retirée : ',
    ])
      expect(page).toContain(words);
    const dates = [...page.matchAll(/<time datetime="([^"]+)"/g)].map(([, date]) => date!);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect(shown('flux.xml')).toContain('<title>Rupture de série : Les emplois');
    expect(faultsOfFeed(built('flux.xml').toString())).toEqual([]);
  });
});

testFrozenEmbeds({
  dist: () => join(yearsLater(), 'dist'),
  address: 'https://observatoire.example.org',
  base: '/essai/',
  shown: ['3001/enquete-formations', '3001/enquete-activites', '3003/flux-exercices', '3003/enquete-publics'],
  erratum: { of: '3001/enquete-activites', says: '« Culture, N » : au lieu de 61 %, il faut lire 58 %.' },
  withdrawn: '3001/carte-des-lieux',
});
