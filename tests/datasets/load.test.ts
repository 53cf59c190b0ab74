import { describe, expect, test } from 'vitest';
import { describeFile, lieux, loadWith, SOUND } from './folders.ts';

const settings = SOUND['content/observatoire.yaml']!;
const datapackage = (...resources: unknown[]) => JSON.stringify({ name: 'essai', title: 'Essai', resources }, null, 2);

test('a sound observatory has data and no fault', async () => {
  const { data, told } = await loadWith({});
  expect(told).toBe('');
  expect(data?.lieux).toMatchObject([{ id: 'a', nom: 'Un', code_insee: '99001', cercle: 'cercle-1' }]);
  expect(data?.geography.communes.get('99001')).toMatchObject({ nom: 'Saint-Un', departement: 'P1' });
  expect(data?.resources.map(({ dataset, millesime, source }) => [dataset, millesime, source.label])).toEqual([
    ['lieux', null, 'Essai'],
    ['reperes', null, 'Essai'],
  ]);
  expect(data?.settings).toMatchObject({ base: '/', adresse: null, millesimes: {} });
});

test('every file tells its faults at once', async () => {
  const { data, told } = await loadWith({
    'content/observatoire.yaml': settings.replace('reseau:', 'resau:').replace('unitesMinimum: 3', 'unitesMinimum: 2'),
    'data/lieux/lieux.csv': lieux('A;Un;;;;;;;;;;;tiers-lieu;;exemple.fr;'),
    'data/reperes/reperes.csv': new Uint8Array([0x50, 0x4b, 3, 4]),
  });
  expect(data).toBeNull();
  expect(told).toMatchInlineSnapshot(`
    "content/observatoire.yaml : 3 erreurs

      Erreur, ligne 1, clé « reseau » : clé absente
        attendu : une suite de lignes « clé : valeur »
        pour corriger : ajoutez cette clé et sa valeur

      Erreur, ligne 3, clé « resau » : clé inconnue
        attendu : « nom », « region », « reseau », « metropole », « demonstration », « adresse », « base », « mentions », « secret », « effectifMinimum », « partition », « communes », « contours », « fondDeCarte », « projection », « territoires », « villes », « mers », « loupe », « millesimes », « comparaison », « contribuer »
        le plus proche : « reseau »
        pour corriger : corrigez le nom de la clé, ou supprimez la ligne

      Erreur, ligne 5, clé « secret.unitesMinimum »
        lu : « 2 »
        attendu : un nombre d’au moins 3

    data/lieux/lieux.csv : 2 erreurs

      Erreur, cellule A2, colonne « id »
        lu : « A »
        attendu : un identifiant en minuscules sans accent, chiffres et traits d’union, d’au plus 80 caractères
        le plus proche : « a »

      Erreur, cellule O2, colonne « source » : début de l’adresse absent
        lu : « exemple.fr »
        attendu : une adresse web complète, https://…
        le plus proche : « https://exemple.fr »
        pour corriger : ajoutez « https:// » devant l’adresse

    data/reperes/reperes.csv : 1 erreur

      Erreur : c’est un classeur (.xlsx ou .ods)
        attendu : un fichier CSV (texte) : dans le tableur, « Enregistrer sous », CSV UTF-8
        pour corriger : ouvrez-le dans le tableur, puis « Enregistrer sous », « CSV UTF-8 »"
  `);
});

describe('the settings', () => {
  const tell = async (from: string, to: string) =>
    (await loadWith({ 'content/observatoire.yaml': settings.replace(from, to) })).told;

  test.each([
    [
      'a key that nobody knows',
      'effectifMinimum',
      'effectifMinimun',
      'Erreur, ligne 6, clé « effectifMinimun » : clé inconnue',
    ],
    [
      'a key that is missing',
      'contribuer: { texte: Écrivez-nous. }',
      '',
      'Erreur, ligne 1, clé « contribuer » : clé absente',
    ],
    ['a number for a text', 'code: P1', 'code: 02', 'attendu : un texte (entre guillemets s’il ressemble à un nombre)'],
    ['broken YAML', 'nom: Obs', 'nom: [', 'syntaxe incorrecte'],
    ['a key given twice', 'reseau:', 'nom: x\nreseau:', 'Erreur, ligne 3 : clé en double'],
    ['an id given twice', 'id: cercle-1', 'id: pays-1', 'Erreur, ligne 11, clé « territoires.1.id »'],
    [
      'a partition that no territory has',
      'partition: pays',
      'partition: departement',
      'attendu : le type d’un des territoires : pays, cercle',
    ],
    [
      'a folder elsewhere',
      'territoires/communes.csv',
      '../communes.csv',
      'un chemin dans le dossier des données, sans « .. »',
    ],
    [
      'an address that runs a program',
      'nom: Réseau d’essai',
      'nom: R, url: "javascript:x"',
      'attendu : une adresse web complète, https://…',
    ],
    ['a share that would let everything through', '0.85', '1', 'attendu : un nombre d’au plus 0,85'],
    [
      'the demonstration’s mark in the real folder',
      'mentions:',
      'demonstration: true\nmentions:',
      'attendu : « false » dans ce dossier',
    ],
  ])('%s', async (_, from, to, expected) => expect(await tell(from, to)).toContain(expected));

  test('missing altogether', async () => {
    const { data, told } = await loadWith({ 'content/observatoire.yaml': null });
    expect(data).toBeNull();
    expect(told).toContain('content/observatoire.yaml : 1 erreur\n\n  Erreur : fichier absent');
  });
});

describe('datapackage.json and the folder', () => {
  const lieuxOnly = describeFile('lieux', 'lieux/lieux.csv');

  test('a file that nothing describes', async () => {
    const { told } = await loadWith({ 'data/enquete/enquete-2026.csv': 'x' });
    expect(told).toContain('data/enquete/enquete-2026.csv : 1 erreur\n\n  Erreur : fichier que rien ne décrit');
  });

  test('a described file that is absent', async () => {
    const { told } = await loadWith({ 'data/lieux/lieux.csv': null });
    expect(told).toContain('« resources.lieux » : fichier absent, alors qu’il est décrit ici');
  });

  test.each([
    ['an unknown dataset', describeFile('lieu', 'lieu/lieu.csv'), 'le plus proche : « lieux »'],
    [
      'a millésime that is missing',
      describeFile('enquete', 'enquete/enquete.csv'),
      'attendu : un nom avec le millésime : enquete-AAAA',
    ],
    [
      'a millésime too many',
      describeFile('reperes-2023', 'reperes/reperes-2023.csv'),
      'attendu : le nom « reperes », sans millésime',
    ],
    ['another path', describeFile('reperes', 'reperes/autre.csv'), 'attendu : « reperes/reperes.csv »'],
    [
      'answers said to be public',
      { ...describeFile('enquete-2026', 'enquete/enquete-2026.csv'), access: 'public' },
      'attendu : « aggregates »',
    ],
    [
      'a path upwards',
      describeFile('reperes', '../reperes.csv'),
      'attendu : un chemin vers un fichier .csv, relatif au dossier des données',
    ],
    ['the same twice', lieuxOnly, 'entrée en double'],
  ])('%s', async (_, entry, expected) => {
    const { told } = await loadWith({ 'data/datapackage.json': datapackage(lieuxOnly, entry) });
    expect(told).toContain(expected);
  });

  test('JSON that does not close, with its line', async () => {
    const { told } = await loadWith({ 'data/datapackage.json': '{\n  "name": "essai",\n  "resources": [\n' });
    expect(told).toMatch(/datapackage\.json : \d+ erreurs?\n\n {2}Erreur, ligne \d+ : syntaxe incorrecte/);
  });

  test('the demonstration’s files belong to another observatory', async () => {
    const { told } = await loadWith({ 'data/demonstration/lieux/lieux.csv': 'x' });
    expect(told).toBe('');
  });
});

describe('rules across files', () => {
  test('a cercle that the settings do not name', async () => {
    const { told } = await loadWith({
      'data/lieux/lieux.csv': lieux('a;Un;Saint-Un;99001;;;;;;cercle-2;;;tiers-lieu;;https://exemple.fr;'),
    });
    expect(told).toContain('Erreur, cellule J2, colonne « cercle »');
    expect(told).toContain('le plus proche : « cercle-1 »');
  });

  test('a commune under another’s code is a warning', async () => {
    const { data, told } = await loadWith({
      'data/lieux/lieux.csv': lieux('a;Un;Deux;99001;;;;;;;;;tiers-lieu;;https://exemple.fr;'),
    });
    expect(data).not.toBeNull();
    expect(told).toContain(
      'Avertissement, cellule C2, colonne « commune » : le code INSEE 99001 est celui d’une autre commune',
    );
  });

  test('a commune that the list does not know', async () => {
    const { told } = await loadWith({
      'data/lieux/lieux.csv': lieux('a;Un;Un;75056;;;;;;;;;tiers-lieu;;https://exemple.fr;'),
    });
    expect(told).toContain('commune inconnue du territoire');
  });
});

test('un lieu retiré n’est plus dans les données : il en reste l’identifiant et la date', async () => {
  const { data } = await loadWith({
    'data/lieux/lieux.csv': lieux(
      'a;Un;;;;;;;;;;;tiers-lieu;;https://exemple.fr;;',
      'b;Nom retiré;;;;;;;;;;;tiers-lieu;;https://exemple.fr;;2026-05-04',
    ),
  });
  expect(data?.lieux.map(({ id }) => id)).toEqual(['a']);
  expect(data?.retraits).toEqual([{ id: 'b', retire_le: '2026-05-04' }]);
  expect(JSON.stringify(data)).not.toContain('Nom retiré');
});

describe('the geography', () => {
  test('the official list asks for départements', async () => {
    const { told } = await loadWith({
      'content/observatoire.yaml': settings.replace('territoires/communes.csv', 'officiel'),
      'data/territoires/communes.csv': null,
    });
    expect(told).toContain('des territoires de type « departement » avec leur code');
  });

  test('the official list gives today’s communes, their intercommunalité and the codes they replaced', async () => {
    const { data } = await loadWith({
      'content/observatoire.yaml': settings
        .replace('territoires/communes.csv', 'officiel')
        .replace('type: pays, code: P1', 'type: departement, code: "01"')
        .replace('partition: pays', 'partition: departement'),
      'data/territoires/communes.csv': null,
      'data/lieux/lieux.csv': lieux('a;Un;;01015;;;;;;;;;tiers-lieu;;https://exemple.fr;'),
    });
    const { communes, epci, formerCommunes } = data!.geography;
    expect(communes.size).toBeGreaterThan(300);
    expect([...communes.values()].every(({ departement }) => departement === '01')).toBe(true);
    expect(formerCommunes.get('01340')).toBe('01015');
    expect(epci.get(communes.get('01015')?.epci ?? '')?.communes).toContain('01015');
  });

  test('contours must hold every territory of the partition', async () => {
    const topology = {
      type: 'Topology',
      arcs: [],
      objects: {
        territoires: { type: 'GeometryCollection', geometries: [{ type: null, properties: { code: 'P2' } }] },
      },
    };
    const { told } = await loadWith({
      'content/observatoire.yaml': `${settings}contours: territoires/contours.topojson\n`,
      'data/territoires/contours.topojson': JSON.stringify(topology),
    });
    expect(told).toContain('pas de contour pour « Pays 1 »');
  });
});
