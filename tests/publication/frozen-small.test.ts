import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Busy } from '../../scripts/figer/take-turn.ts';
import { AlreadyFrozen, writeYear } from '../../scripts/figer/write-year.ts';
import { lieux } from '../datasets/folders.ts';
import { complete, freezeIn, freezeSmall, toldIn } from './frozen-small.ts';
import { accounts, nextYear, PAYEES } from './small-accounts.ts';
import { lieu, repere, reperes, SMALL, writeFiles } from './small-observatory.ts';

const freeze = () => freezeSmall(accounts(PAYEES), '2027');
const errata = (...lines: readonly string[]) => ({ 'content/errata.yaml': `${lines.join('\n')}\n` });
const change = (folder: string, file: string, edit: (text: string) => string) =>
  writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), 'utf8')));

const TELLS =
  'Erreur : depuis que 2027 est figé, trop peu de bénéficiaires réunis faute d’accord ont bougé dans les comptes (moins de 3, ou l’un de presque tout), ou l’un d’eux n’est nommé que d’un côté : le nombre figé et le nouveau, soustraits, diraient ce que l’un d’eux reçoit\n    attendu : les comptes tels qu’ils étaient : aucun erratum n’y peut rien, une correction attend celles d’autres bénéficiaires';

/** Runs the command as a person would. */
function run(folder: string, ...args: readonly string[]): { readonly code: number | null; readonly text: string } {
  const own = ['--donnees', join(folder, 'data'), '--contenu', join(folder, 'content')];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/run.mjs', 'scripts/figer.ts', ...args, ...own],
    {
      encoding: 'utf8',
      env: { ...process.env, CI: '', VITEST: '' },
    },
  );
  return { code: status, text: `${stdout}${stderr}`.replace(/[\u00a0\u202f]/g, ' ').replaceAll(`${folder}/`, '') };
}

describe('npm run figer', () => {
  test('--essai montre tout et n’écrit rien', () => {
    const folder = writeFiles({ ...SMALL, ...accounts(PAYEES) });
    const { code, text } = run(folder, '2027', '--essai');
    expect(code).toBe(0);
    expect(text).toMatch(/content\/publications\/2027\/flux-verses\.svg \([\d ]+ octets\)\n/);
    expect(text).toMatch(/\nEssai : rien n’est écrit\. Sans « --essai », \d+ fichiers \(.* Ko\) seraient figés\.\n$/);
    expect([existsSync(join(folder, 'content/publications')), existsSync(join(folder, 'data/memoire'))]).toEqual([
      false,
      false,
    ]);
  });

  test.each([
    [['../x'], 'Appel incorrect : la commande attend une année, comme 2026.\n'],
    [['2027', '--date', '2028-02-30'], 'Appel incorrect : « 2028-02-30 » n’est pas un jour, AAAA-MM-JJ.\n'],
  ])('mal appelée, %s : rien n’est lu', (args, words) => {
    expect(run('/nulle-part', ...args)).toEqual({ code: 2, text: words });
  });
});

describe('les comptes d’un millésime figé', () => {
  test('rien n’a bougé : rien n’est dit', async () => {
    expect(await toldIn(await freeze())).toBe('');
  });

  test.each([
    ['un bénéficiaire sans accord reçoit plus', accounts({ ...PAYEES, A: 1737 })],
    ['un bénéficiaire sans accord arrive', accounts({ ...PAYEES, H: 637 })],
  ])('%s : sa somme se déduirait, aucun erratum ne l’explique', async (_name, files) => {
    const told = await toldIn(await freeze(), files);
    expect(told.startsWith(`data/memoire/2027.json : 1 erreur\n\n  ${TELLS}`)).toBe(true);
    expect(told).not.toMatch(/1 ?737|637|valait/);
  });

  test('assez de bénéficiaires ont bougé : chaque nombre a sa ligne, et s’explique', async () => {
    const folder = await freeze();
    const moved = { ...PAYEES, A: 1220, B: 1310, C: 1430, D: 1540 };
    const told = await toldIn(folder, accounts(moved));
    expect(told).toContain('valait 9 800 € dans « flux-verse » ; les données disent 10 300 €');
    expect(told).not.toContain('data/memoire');
    const lines = [...told.matchAll(/`(- \{.*?\})`/g)].map(([, line]) => complete(line!));
    const explained = errata(...lines.filter((line) => !line.includes('retrait')));
    expect(await toldIn(folder, explained)).toBe('');
    const again = await toldIn(folder, accounts({ ...PAYEES, A: 1320, B: 1410, C: 1530, D: 1640 }));
    expect(again).toContain('valait 9 800 € dans « flux-verse » ; les données disent 10 700 €');
    // What was explained stays so once another exercice follows.
    expect(told).toContain('« flux-verses »');
    expect(await toldIn(folder, nextYear(moved))).toBe('');
  });

  test('la figure du dernier exercice reste jugée quand un autre le suit : elle est refaite de ses années, sans dire ses nombres', async () => {
    const folder = await freeze();
    expect(await toldIn(folder, nextYear(PAYEES))).toBe('');
    // The totals stay the same.
    const shared = { ...PAYEES, A: 1000, B: 1100, C: 1200, E: 1600, F: 1700, G: 1800 };
    const told = await toldIn(folder, nextYear(shared));
    expect(told).toMatch(
      /^content\/publications\/2027\/flux-verses\.json : 1 erreur\n\n {2}Erreur : 4 nombres figés de « flux-verses » ne sont plus ceux des données\n {4}attendu : le nombre publié ; ou, dans errata\.yaml, cette ligne complétée : `- \{ date: AAAA-MM-JJ, millesime: 2027, figure: flux-verses, cellule: toutes, etat: "\w{12}", raison: ce qui était faux \}`$/,
    );
    const [, line] = /`(.*)`/.exec(told)!;
    expect(await toldIn(folder, errata(complete(line!)))).toBe('');
  });

  test('un accord est retiré : la ligne de retrait est donnée, et le laisse passer', async () => {
    const folder = await freeze();
    const told = await toldIn(folder, accounts(PAYEES, { agreed: [] }));
    expect(told).toContain(TELLS);
    const lines = [...told.matchAll(/`(- \{[^`]*retrait[^`]*)`/g)].map(([, line]) => line!);
    expect(lines).toContain('- { date: AAAA-MM-JJ, millesime: 2027, figure: flux-verses, retrait: true }');
    expect(await toldIn(folder, errata(...lines.map((line) => complete(line))))).toBe('');
  });
});

describe('les nombres publiés ailleurs, d’un millésime figé', () => {
  const counts = (un: string, ...others: readonly string[]) => ({
    'data/reperes/reperes.csv': reperes(un, repere('deux', 300), ...others),
  });
  const hors = repere('hors', 12).replace('nombre-de-lieux', 'sans-figure');
  const freezeCounts = () => freezeSmall(counts(repere('un', 100), hors), '2027');
  /** What is told when the number that no figure shows is another. */
  const toldFirst = async (changed: string) => toldIn(await freezeCounts(), counts(repere('un', 100), changed));
  const told = async (folder: string, un: string, ...others: readonly string[]) =>
    toldIn(folder, counts(un, ...others));
  const said = (cellule: string, avant: string, apres: string, figure = 'combien-de-lieux', file = figure) =>
    [
      `content/publications/2027/${file}.json : 1 erreur\n\n  Erreur : « ${cellule} » valait ${avant} dans « ${figure} » ; les données disent ${apres}\n`,
      `    attendu : le nombre publié ; ou, dans errata.yaml, cette ligne complétée : \`- { date: AAAA-MM-JJ, millesime: 2027, figure: ${figure}, cellule: "${cellule}", avant: "${avant}", apres: "${apres}", raison: ce qui était faux }\``,
    ].join('');

  test.each([
    ['sa valeur', repere('un', 101), said('Comptage un', '100 lieux', '101 lieux')],
    [
      'sa précision',
      repere('un', 100).replace('exact', 'environ'),
      said('Comptage un', '100 lieux', 'environ 100 lieux'),
    ],
    ['son année', repere('un', 100).replace('2023', '2024'), said('Comptage un, Année', '2023', '2024')],
    [
      'son statut',
      repere('un', 100).replace('constaté', 'annoncé'),
      said('Comptage un, Statut', 'constaté', 'annoncé'),
    ],
  ])(
    '%s change : dit une fois, de la figure qui le montre, quelle que soit son année',
    async (_what, changed, words) => {
      expect(await told(await freezeCounts(), changed, hors)).toBe(words);
    },
  );

  test('un nombre que seuls les textes citent : la ligne dit son identifiant', async () => {
    const folder = await freezeCounts();
    const words = await told(folder, repere('un', 100), hors.replace(';12;', ';13;'));
    expect(words).toBe(said('Comptage hors', '12 lieux', '13 lieux', 'reperes/hors', 'valeurs'));
    const [, line] = /`(.*)`/.exec(words)!;
    expect(await toldIn(folder, errata(complete(line!)))).toBe('');
  });

  test('un nombre change d’unité : ce qu’il était et ce qu’il est', async () => {
    const told = await toldFirst(hors.replace(';lieux;', ';emplois;'));
    expect(told).toContain(
      '« Comptage hors, Lieux » valait 12 lieux dans « reperes/hors » ; les données disent 12 emplois',
    );
  });

  test('deux nombres échangent leur nom : les lecteurs en liraient un autre', async () => {
    const [un, deux] = [
      repere('un', 100, { libelle: 'Comptage deux' }),
      repere('deux', 300, { libelle: 'Comptage un' }),
    ];
    const told = await toldIn(await freezeCounts(), { 'data/reperes/reperes.csv': reperes(un, deux, hors) });
    expect(told).toContain(
      '« Comptage un, Nom » valait Comptage un dans « combien-de-lieux » ; les données disent Comptage deux',
    );
  });

  test('un nombre dit d’un autre territoire', async () => {
    const told = await toldFirst(hors.replace(';région;', ';France;'));
    expect(told).toContain(
      '« Comptage hors, Périmètre » valait région dans « reperes/hors » ; les données disent France',
    );
  });

  test('un nombre ôté se dit ; un nouveau, un autre nom ou une autre source, non', async () => {
    expect(await told(await freezeCounts(), hors)).toContain(
      '« Comptage un » valait 100 lieux dans « combien-de-lieux » ; les données disent rien',
    );
    const reworded = repere('un', 100, { libelle: 'Premier comptage', champ: 'lieux de la région' });
    const other = reworded.replace('Source A', 'Source B');
    expect(await told(await freezeCounts(), other, hors, repere('trois', 500))).toBe('');
  });

  test('deux millésimes le montrent : une ligne suffit, et n’explique pas un changement plus tardif', async () => {
    const folder = await freezeCounts();
    await freezeIn(folder, '2029');
    const words = await told(folder, repere('un', 101), hors);
    expect(words).toBe(said('Comptage un', '100 lieux', '101 lieux'));
    const [, line] = /`(.*)`/.exec(words)!;
    for (const millesime of ['2027', '2029']) {
      const own = complete(line!, '2030-03-02').replace('2027', millesime);
      expect(await toldIn(folder, errata(own))).toBe('');
    }
    expect(await told(folder, repere('un', 102), hors)).toContain('« Comptage un » valait 100 lieux');
  });

  test('une comparaison qui manquait n’est pas un nombre changé ; le nombre qui était là, si', async () => {
    const share = (id: string, territoire: string, valeur: number) =>
      repere(id, valeur, { libelle: 'Culture', unite: '%' }).replace(
        ';nombre-de-lieux;1;;Culture;région;',
        `;activites;1;culture;Culture;${territoire};`,
      );
    const folder = await freezeSmall(counts(repere('un', 100), share('culture', 'région', 34)), '2027');
    expect(await told(folder, repere('un', 100), share('culture', 'région', 34), share('france', 'France', 40))).toBe(
      '',
    );
    expect(
      await told(folder, repere('un', 100), share('culture', 'région', 35), share('france', 'France', 40)),
    ).toContain('valait 34 % dans « activites-region-et-france » ; les données disent 35 %');
  });

  describe('un erratum n’explique que ce que ses lecteurs lisent', () => {
    const line = (date: string, avant: string, apres: string, millesime = '2027') =>
      `- { date: ${date}, millesime: ${millesime}, figure: combien-de-lieux, cellule: Comptage un, avant: ${avant} lieux, apres: ${apres} lieux, raison: mal lu }`;
    const toldWith = async (value: number, ...lines: readonly string[]) =>
      toldIn(await freezeCounts(), { ...counts(repere('un', value), hors), ...errata(...lines) });

    test('le nombre qui fut publié, et non un autre', async () => {
      expect(await toldWith(101, line('2028-03-02', '100', '101'))).toBe('');
      expect(await toldWith(101, line('2028-03-02', '7', '101'))).toContain('« Comptage un » valait 100 lieux');
    });

    test('le dernier paru, et non un plus ancien', async () => {
      const both = [line('2028-03-02', '100', '101'), line('2028-04-02', '100', '102')];
      expect(await toldWith(102, ...both)).toBe('');
      expect(await toldWith(101, ...both)).toContain('« Comptage un » valait 100 lieux');
    });

    test('paru avant la publication : refusé', async () => {
      expect(await toldWith(101, line('1999-01-01', '100', '101'))).toContain(
        'Erreur : cet erratum est daté d’avant la publication 2027, du 2028-01-15\n    lu : « 1999-01-01, combien-de-lieux, Comptage un »\n    attendu : le jour où l’erratum est paru',
      );
    });

    test('d’une autre année, paru avant que celle-ci soit figée : ses lecteurs ne le voient pas', async () => {
      const folder = await freezeCounts();
      await freezeIn(folder, '2029', '2030-01-15');
      const told = await toldIn(folder, {
        ...counts(repere('un', 101), hors),
        ...errata(line('2028-03-02', '100', '101')),
      });
      expect(told).toContain('content/publications/2029/combien-de-lieux.json : 1 erreur');
      expect(told).not.toContain('2027/combien');
    });
  });

  test('l’annuaire, lui, vit : un lieu de plus n’est pas un nombre changé', async () => {
    const places = { 'data/lieux/lieux.csv': lieux(lieu('lieu-a', 'Lieu A'), lieu('lieu-c', 'Lieu C')) };
    expect(await toldIn(await freezeCounts(), places)).toBe('');
  });
});

describe('une écriture qui échoue', () => {
  const year = (folder: string) => ({
    root: join(folder, 'publications'),
    millesime: '2027',
    files: new Map([['a.csv', new Uint8Array([1])]]),
    memory: { path: join(folder, 'memoire/2027.json'), bytes: new Uint8Array([2]) },
  });
  const left = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort();

  test('avant tout : rien n’est là', () => {
    const folder = writeFiles({ memoire: '' });
    expect(() => writeYear(year(folder))).toThrow('ENOTDIR');
    expect(left(folder)).toEqual(['memoire']);
  });

  test('au moment de prendre place : ce qui l’avait prise s’en va', () => {
    const folder = writeFiles({ 'publications/verrou.txt/reste.txt': '', 'memoire/reste.txt': '' });
    expect(() => writeYear(year(folder))).toThrow('EISDIR');
    expect(left(folder)).toEqual([
      ...['memoire', 'memoire/reste.txt'],
      ...['publications', 'publications/verrou.txt', 'publications/verrou.txt/reste.txt'],
    ]);
  });

  test('le millésime vient d’être figé par une autre commande : rien n’en bouge, sa mémoire moins que tout', () => {
    const folder = writeFiles({ 'publications/2027/a.csv': 'a', 'memoire/2027.json': 'la sienne' });
    expect(() => writeYear(year(folder))).toThrow(AlreadyFrozen);
    expect(readFileSync(join(folder, 'memoire/2027.json'), 'utf8')).toBe('la sienne');
    expect(left(folder)).toEqual([
      'memoire',
      'memoire/2027.json',
      'publications',
      'publications/2027',
      'publications/2027/a.csv',
    ]);
  });

  test('une autre commande écrit : la suivante attend son tour ; tuée, ce qu’elle laisse s’en va', () => {
    const folder = writeFiles({
      'publications.en-cours-figer': String(process.pid),
      'publications/2027.en-cours-1/publication.json': '{',
      'memoire/2027.json.en-cours-1': '',
    });
    expect(() => writeYear(year(folder))).toThrow(Busy);
    writeFileSync(join(folder, 'publications.en-cours-figer'), '4194305');
    writeYear(year(folder));
    expect(left(folder)).toEqual([
      ...['memoire', 'memoire/2027.json', 'publications', 'publications/2027', 'publications/2027/a.csv'],
      'publications/verrou.txt',
    ]);
  });
});

describe('ce qui est retenu pour juger', () => {
  test('vit avec les données : rien de ce que gardent les textes ne dit qui a reçu quoi', async () => {
    const folder = await freeze();
    const published = readdirSync(join(folder, 'content/publications'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    const memory = readFileSync(join(folder, 'data/memoire/2027.json'), 'utf8');
    const { cle, comptes } = JSON.parse(memory);
    const pseudonyms = comptes.flatMap(({ contributions }: { contributions: [string, number][] }) => contributions);
    expect(pseudonyms.length).toBeGreaterThanOrEqual(6);
    for (const text of published)
      for (const secret of [cle, ...pseudonyms.map(([name]: [string]) => name), 'Association A', '1 100', '110000'])
        expect(text).not.toContain(secret);
    expect(memory).not.toContain('Association A');
  });

  test.each([
    ['absente', (folder: string) => rmSync(join(folder, 'data/memoire/2027.json'))],
    ['modifiée', (folder: string) => change(folder, 'data/memoire/2027.json', (text) => ` ${text}`)],
  ])('%s : dit', async (state, damage) => {
    const folder = await freeze();
    damage(folder);
    expect(await toldIn(folder)).toBe(
      `data/memoire/2027.json : 1 erreur\n\n  Erreur : mémoire d’un millésime figé ${state}\n    attendu : ce fichier tel que « npm run figer » l’a écrit avec le millésime 2027 : sans lui, rien ne dit si une correction trahirait une réponse`,
    );
  });
});

describe('ce qui est figé, abîmé', () => {
  test('un fichier de moins, un de plus', async () => {
    const folder = await freeze();
    rmSync(join(folder, 'content/publications/2027/flux-verses.svg'));
    const told = await toldIn(folder, { 'content/publications/2027/autre.csv': 'x' });
    expect(told).toContain(
      '2027/flux-verses.svg : 1 erreur\n\n  Erreur : fichier figé absent\n    attendu : ce fichier tel que git le garde : ce qui est figé ne change plus',
    );
    expect(told).toContain('2027/autre.csv : 1 erreur\n\n  Erreur : fichier que le verrou ne connaît pas');
  });

  test('le dossier d’un millésime : une faute, pas cent', async () => {
    const folder = await freeze();
    rmSync(join(folder, 'content/publications/2027'), { recursive: true });
    expect(await toldIn(folder)).toMatch(
      /^content\/publications\/2027 : 1 erreur\n\n {2}Erreur : millésime figé absent, \d+ fichiers\n {4}attendu : ce dossier tel que git le garde : ce qui est figé ne change plus$/,
    );
  });

  test('le dossier et son verrou : la mémoire s’en souvient', async () => {
    const folder = await freeze();
    rmSync(join(folder, 'content/publications'), { recursive: true });
    expect(await toldIn(folder)).toBe(
      'content/publications/2027 : 1 erreur\n\n  Erreur : le millésime 2027 a été figé, et n’est plus là\n    attendu : ce dossier et son verrou tels que git les garde ; ou, s’il n’a jamais été publié, supprimez aussi data/memoire/2027.json',
    );
  });

  test.each([
    ['un tableau coupé', 'flux-verses.json', (text: string) => text.slice(0, 40), 'fichier figé modifié\n'],
    ['une carte coupée', 'publication.json', (text: string) => text.slice(0, 40), 'fichier figé modifié\n'],
    [
      'des fins de ligne',
      'flux-verses.html',
      (text: string) => text.replaceAll('\n', '\r\n'),
      'fichier figé modifié : ses fins de ligne seulement\n',
    ],
  ])('%s', async (_name, file, edit, problem) => {
    const folder = await freeze();
    change(folder, `content/publications/2027/${file}`, edit);
    expect(await toldIn(folder)).toContain(`content/publications/2027/${file} : 1 erreur\n\n  Erreur : ${problem}`);
  });

  test('le verrou : une faute pour tout le millésime, et une seule', async () => {
    const folder = await freeze();
    rmSync(join(folder, 'content/publications/verrou.txt'));
    expect(await toldIn(folder)).toMatch(
      /^content\/publications\/2027 : 1 erreur\n\n {2}Erreur : dossier que le verrou ne connaît pas, \d+ fichiers\n {4}attendu : le verrou tel que git le garde ; ou rien, si « npm run figer » a été interrompu : supprimez alors ce dossier$/,
    );
  });

  test('ce qu’une commande tuée a laissé n’est pas un millésime', async () => {
    const folder = await freeze();
    cpSync(join(folder, 'content/publications/2027'), join(folder, 'content/publications/2028.en-cours-1'), {
      recursive: true,
    });
    expect(await toldIn(folder)).toBe('');
  });

  test.each(['valeurs.json', 'combien-de-lieux.json', 'style.css'])('%s, avec sa ligne du verrou', async (file) => {
    const folder = await freeze();
    rmSync(join(folder, 'content/publications/2027', file));
    change(folder, 'content/publications/verrou.txt', (text) =>
      text
        .split('\n')
        .filter((line) => !line.endsWith(`2027/${file}`))
        .join('\n'),
    );
    expect(await toldIn(folder)).toBe(
      `content/publications/verrou.txt : 1 erreur\n\n  Erreur : le verrou ne tient plus 2027/${file}, que ce millésime figé contient\n    attendu : ce fichier et sa ligne du verrou tels que git les garde`,
    );
  });

  test.each(['content/publications/verrou.txt', 'data/memoire/2027.json'])('%s est un dossier', async (file) => {
    const folder = await freeze();
    rmSync(join(folder, file));
    mkdirSync(join(folder, file));
    expect(await toldIn(folder)).toMatch(new RegExp(`^${file} : 1 erreur`));
  });

  test('le verrou, en partie', async () => {
    const folder = await freeze();
    change(folder, 'content/publications/verrou.txt', (text) =>
      text.replace(/^ *\d+ [0-9a-f]+ (2027\/flux-verses\.csv)$/m, '$1'),
    );
    expect(await toldIn(folder)).toContain(`Erreur, ligne ${lineOf(folder, '2027/flux-verses.csv')} : ligne illisible`);
  });
});

describe('errata.yaml, mal écrit', () => {
  const about = 'date: 2028-03-02, millesime: 2027, figure: flux-verse';
  test.each([
    ['une clé', '- { date: 2028-03-02, figurre: flux-verses, raison: x }', 'clé « entrée 1, figurre » : clé inconnue'],
    [
      'une figure',
      '- { date: 2028-03-02, millesime: 2027, figure: flux-verse-s, cellule: toutes, etat: x, raison: x }',
      'Avertissement : rien de tel n’est figé\n    lu : « 2027, flux-verse-s »\n    attendu : un millésime figé, et l’identifiant d’une figure ou d’un nombre cité\n    le plus proche : « flux-verses »',
    ],
    [
      'un millésime',
      '- { date: 2028-03-02, millesime: 2026, figure: flux-verses, cellule: toutes, etat: x, raison: x }',
      'Avertissement : rien de tel n’est figé\n    lu : « 2026, flux-verses »',
    ],
    [
      'un nombre qui n’a pas bougé',
      `- { ${about}, cellule: Total, avant: "1 €", apres: "2 €", raison: x }`,
      'Avertissement : cet erratum, que les lecteurs lisent, dit faux un nombre qui n’a pas bougé\n    lu : « 2027, flux-verse, Total »\n    attendu : la cellule comme la commande la nomme ; ou pas d’erratum',
    ],
    [
      'un retrait qui ne retire rien',
      `- { ${about}, retrait: true }`,
      'Erreur : rien de tel n’est figé\n    lu : « 2027, flux-verse »',
    ],
    [
      'une figure encore publiée',
      '- { date: 2028-03-02, figure: flux-verses, raison: x, devient: flux-vers }',
      'Avertissement : cette figure est encore publiée, et les nouveautés la disent retirée\n    lu : « flux-verses »',
    ],
    [
      'une suite inconnue',
      '- { date: 2028-03-02, figure: flux-verses, raison: x, devient: flux-vers }',
      'Avertissement : aucune figure publiée ne s’appelle ainsi : la page n’y mène pas\n    lu : « flux-vers »\n    attendu : dans « devient », l’identifiant d’une figure publiée\n    le plus proche : « flux-verses »',
    ],
    ['des tabulations', '-\tdate: 2028-03-02\n\tfigure: x', 'Erreur, ligne 2 : syntaxe incorrecte'],
  ])('%s', async (_name, line, words) => {
    expect(await toldIn(await freeze(), errata(line))).toContain(words);
  });

  test('vide, ou un commentaire seul : rien', async () => {
    const folder = await freeze();
    expect(await toldIn(folder, errata(''))).toBe('');
    expect(await toldIn(folder, errata('# rien encore'))).toBe('');
  });
});

function lineOf(folder: string, words: string): number {
  const lines = readFileSync(join(folder, 'content/publications/verrou.txt'), 'utf8').split('\n');
  expect(existsSync(join(folder, 'content/publications', words))).toBe(true);
  return lines.findIndex((line) => line.includes(words)) + 1;
}
