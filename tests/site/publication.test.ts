import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsonld from 'jsonld';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oembedPath } from '../../src/components/embed-places.ts';
import { inspectArtefact } from '../../src/secrecy/inspect-artefact.ts';
import { findCollisions, hasRsvg, measureInk, widthOf } from '../charts/measure-ink.ts';
import { readPngTexts } from '../components/read-png-texts.ts';
import { readWorkbook } from '../components/read-workbook.ts';
import { faultsOfFeed } from '../feed/atom-rules.ts';
import { answerFiles, discover, embedPages, faultsOfEmbed } from '../oembed/read-answers.ts';
import { EXCEPTIONS } from './artefact-exceptions.ts';
import { rulesOf } from './artefact-rules.ts';
import { bareText, drawnText } from './drawn-text.ts';
import { brokenLinks, readLinks } from './read-links.ts';

const ROOT = join(import.meta.dirname, '../..');
const CONTACT = 'contact@exemple.org';
const MENTIONS = `mentions:
  editeur: Association d’essai
  directeurPublication: Prénom Nom
  hebergeur: Hébergeur d’essai
  contact: ${CONTACT}`;

/** Where the copy that has an address is served. */
const SITE = 'https://exemple.org/depot';

let folder: string;

/** Runs « npm run build -- --publication » as a person would, on the copies, and gathers what it says, without wrapped lines. */
function publish(...args: readonly string[]): Promise<{ code: number | null; said: string }> {
  const where = [
    '--donnees',
    join(folder, 'data'),
    '--contenu',
    join(folder, 'content'),
    '--outDir',
    join(folder, 'dist'),
  ];
  const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/build.ts', '--publication', ...where, ...args], {
    cwd: ROOT,
    env: { ...process.env, CI: '', VITEST: '' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk;
    });
  }
  return new Promise((resolve) =>
    child.on('exit', (code) => resolve({ code, said: said.replaceAll('\u00a0', ' ').replaceAll(`${folder}/`, '') })),
  );
}

const settingsFile = () => join(folder, 'content/observatoire.yaml');

/** Changes the copy's settings, whatever they were. */
function set({ mentions, adresse, base }: { mentions: boolean; adresse: string | null; base: string }) {
  const original = readFileSync(join(ROOT, 'content/observatoire.yaml'), 'utf8');
  writeFileSync(
    settingsFile(),
    original
      .replace(/^mentions:\n(?: {2}.*\n)+/m, (empty) => (mentions ? `${MENTIONS}\n` : empty))
      .replace(/^adresse: .*$/m, `adresse: ${adresse}`)
      .replace(/^base: .*$/m, `base: ${base}`),
  );
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pub-'));
  for (const part of ['data', 'content']) {
    cpSync(join(ROOT, part), join(folder, part), {
      recursive: true,
      filter: (file) => !file.includes('/demonstration'),
    });
  }
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist/index.html'), 'le dernier bon site');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const built = (file: string) => readFileSync(join(folder, 'dist', file), 'utf8');
const isUntouched = () => built('index.html') === 'le dernier bon site';

/** Faults as told, on one line each: a screen folds them. */
const unfold = (said: string) => said.replace(/\n {4,}(?=\S)/g, ' ');

describe('ce qui ne doit pas être mis en ligne arrête la fabrication', () => {
  test('des mentions légales vides, et elles seules : l’adresse vide est seulement dite', async () => {
    set({ mentions: false, adresse: null, base: '/' });
    const { code, said } = await publish();
    expect(code).toBe(1);
    expect(said).toContain('Ce que ce site n’a pas encore\n');
    expect(unfold(said)).toContain('« adresse » : ni code à coller, ni plan du site, ni catalogue pour data.gouv.fr');
    expect(said).toMatch(/Annuaire\n {4}\d+ lieux? sur \d+ sans date de vérification \(verifie_le\)\n/);
    expect(said).toContain('en attente de « Recensement des tiers-lieux » :');
    expect(said).toContain('Rien de cette liste n’empêche la mise en ligne.');
    for (const slot of ['editeur', 'directeurPublication', 'hebergeur', 'contact']) {
      expect(unfold(said)).toContain(
        `« mentions.${slot} » : mention légale vide : le site ne peut pas être mis en ligne attendu : une valeur, donnée par la structure qui publie`,
      );
    }
    expect(said).toContain('4 erreurs dans 1 fichier.');
    expect(said).toContain('Le site n’est pas construit ; le dernier reste en place.');
    expect(isUntouched()).toBe(true);
  });

  test('une figure sans données dans un chapitre d’une édition publiée, avec sa ligne ; pas dans un brouillon', async () => {
    set({ mentions: true, adresse: null, base: '/' });
    const chapter = join(folder, 'content/editions/2025/01-fives-cail.mdx');
    const good = readFileSync(chapter, 'utf8');
    writeFileSync(chapter, `${good}\n<Figure id="enquete-ressources" />\n`);
    const draft = join(folder, 'content/editions/2026');
    mkdirSync(draft);
    writeFileSync(join(draft, 'edition.yaml'), 'title: Un titre\ndescription: Une phrase.\n');
    writeFileSync(join(draft, '01-essai.mdx'), '---\ntitle: Essai\n---\n\n<Figure id="enquete-ressources" />\n');
    const { code, said } = await publish();
    writeFileSync(chapter, good);
    expect(code).toBe(1);
    expect(said).toContain(
      'Éditions en brouillon, laissées de côté\n    2026 : il manque « theme », « dates » et « lieu »\n',
    );
    expect(said).toMatch(/content\/editions\/2025\/01-fives-cail\.mdx : 1 erreur/);
    expect(unfold(said)).toContain(`ligne ${good.split('\n').length + 1}`);
    expect(unfold(said)).toContain('figure sans données, dans une édition publiée');
    expect(said).toContain('enquete-ressources');
    expect(said).toContain('1 erreur dans 1 fichier.');
    expect(isUntouched()).toBe(true);
  });

  test('un nombre cité qui n’a pas de données, dans une page : sa ligne est dite, sans anglais', async () => {
    const page = join(folder, 'content/pages/methode.mdx');
    const good = readFileSync(page, 'utf8');
    writeFileSync(page, `${good}\nIl y a <Value id="enquete-emplois" /> emplois.\n`);
    const { code, said } = await publish();
    writeFileSync(page, good);
    expect(code).toBe(1);
    expect(unfold(said)).toContain(`ligne ${good.split('\n').length + 1}`);
    expect(unfold(said)).toContain('ce nombre n’a pas encore de données');
    expect(unfold(said)).toContain(
      'attendu : des données (« Recensement des tiers-lieux »), ou une phrase qui s’en passe',
    );
    expect(said).not.toMatch(/Error|\bat \S+:\d+/);
    expect(isUntouched()).toBe(true);
  });

  test('un site construit pour un autre chemin que celui de l’hébergeur', async () => {
    set({ mentions: true, adresse: 'https://ailleurs.exemple.org', base: '/' });
    const { code, said } = await publish('--adresse', 'https://exemple.org/depot');
    expect(code).toBe(1);
    expect(unfold(said)).toContain('ce n’est pas le chemin où l’hébergeur servira le site');
    expect(unfold(said)).toContain('attendu : « /depot/ »');
    expect(unfold(said)).toContain('ce n’est pas l’adresse que donne l’hébergeur');
    expect(said).toContain('1 erreur et 1 avertissement dans 1 fichier.');
    expect(isUntouched()).toBe(true);
  });

  test('une adresse mal écrite est un appel incorrect', async () => {
    const { code, said } = await publish('--adresse', 'exemple.org/depot');
    expect(code).toBe(2);
    expect(said).toContain('« exemple.org/depot » n’est pas une adresse web complète, https://…');
  });
});

describe('sans adresse, ce qui se lit d’ailleurs est laissé de côté', () => {
  test('ni code à coller qui ne mènerait à rien, ni oEmbed, ni plan du site, ni catalogue ; le reste est là', async () => {
    set({ mentions: true, adresse: null, base: '/' });
    const { code, said } = await publish();
    expect(said).toContain('« adresse » : ni code à coller');
    expect(code).toBe(0);
    const figure = built('graphiques/combien-de-lieux/index.html');
    expect(figure).not.toContain('<textarea');
    expect(figure).toContain('Le code à coller viendra avec l’adresse définitive du site.');
    expect(figure).not.toContain(', /graphiques/');
    for (const file of ['sitemap.xml', 'catalogue.jsonld', 'oembed', 'demonstration', 'editions/2026'])
      expect(existsSync(join(folder, 'dist', file)), file).toBe(false);
    for (const file of ['datapackage.json', 'flux.xml', 'editions/2025/index.html'])
      expect(existsSync(join(folder, 'dist', file)), file).toBe(true);
    expect(faultsOfFeed(built('flux.xml'))).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['content', 'data', 'dist']);
  });
});

describe('avec une adresse, le catalogue pour data.gouv.fr', () => {
  type Node = Readonly<Record<string, readonly { '@id'?: string; '@value'?: string; '@type'?: unknown }[]>> & {
    readonly '@id'?: string;
    readonly '@type'?: readonly string[];
  };
  const DCAT = 'http://www.w3.org/ns/dcat#';
  const DCT = 'http://purl.org/dc/terms/';
  let nodes: readonly Node[];
  const ofType = (type: string) => nodes.filter((node) => node['@type']?.includes(type));

  beforeAll(async () => {
    set({ mentions: true, adresse: 'https://exemple.org', base: '/depot/' });
    const { code, said } = await publish('--adresse', SITE);
    if (code !== 0) throw new Error(said);
    const refuse = (address: string) => Promise.reject(new Error(`asked of another site: ${address}`));
    const flat = await jsonld.flatten(JSON.parse(built('catalogue.jsonld')), undefined, { documentLoader: refuse });
    nodes = flat as unknown as readonly Node[];
  });

  test('il porte ce que DCAT-AP exige et recommande, en adresses entières', () => {
    const required: Readonly<Record<string, readonly string[]>> = {
      [`${DCAT}Catalog`]: [`${DCT}title`, `${DCT}description`, `${DCT}publisher`, `${DCAT}dataset`, `${DCT}modified`],
      [`${DCAT}Dataset`]: [
        ...[`${DCT}title`, `${DCT}description`, `${DCT}publisher`, `${DCT}identifier`, `${DCT}spatial`],
        ...[`${DCT}modified`, `${DCAT}theme`, `${DCAT}keyword`, `${DCAT}contactPoint`, `${DCAT}distribution`],
      ],
      [`${DCAT}Distribution`]: [
        ...[`${DCAT}accessURL`, `${DCAT}downloadURL`, `${DCT}license`, `${DCT}format`, `${DCAT}mediaType`],
      ],
      'http://xmlns.com/foaf/0.1/Agent': ['http://xmlns.com/foaf/0.1/name'],
    };
    for (const [type, properties] of Object.entries(required)) {
      expect(ofType(type).length, type).toBeGreaterThan(0);
      for (const node of ofType(type)) {
        for (const property of properties)
          expect(node[property]?.length, `${node['@id']} ${property}`).toBeGreaterThan(0);
      }
    }
    const ids = nodes.flatMap((node) => node['@id'] ?? []).filter((id) => !id.startsWith('_:'));
    expect(ids.filter((id) => !/^(?:https?:\/\/|mailto:)/.test(id))).toEqual([]);
    const pages = ofType(`${DCAT}Dataset`).map((node) => node['@id']?.slice(SITE.length));
    expect(pages).toEqual(expect.arrayContaining(['/donnees/#lieux', '/donnees/#reperes', '/graphiques/']));
  });

  test('chaque fichier annoncé existe, et suit le schéma annoncé', () => {
    const addresses = ofType(`${DCAT}Distribution`).flatMap((node) =>
      [`${DCAT}downloadURL`, `${DCT}conformsTo`].flatMap(
        (property) => node[property]?.map((value) => value['@id']) ?? [],
      ),
    );
    expect(addresses.length).toBeGreaterThan(20);
    for (const address of addresses) {
      expect(address?.startsWith(`${SITE}/`), address).toBe(true);
      expect(existsSync(join(folder, 'dist', address!.slice(SITE.length))), address).toBe(true);
    }
  });

  test('le classeur de tous les tableaux et chaque carte y sont, chacun sous son format', () => {
    const formats = Object.groupBy(
      ofType(`${DCAT}Distribution`),
      (node) => node[`${DCT}format`]?.[0]?.['@id']?.split('/').at(-1) ?? '',
    );
    const filesOf = (name: string) => formats[name]?.map((node) => node[`${DCAT}downloadURL`]?.[0]?.['@id']).sort();
    const maps = readdirSync(join(folder, 'dist/graphiques')).filter((file) => file.endsWith('.geojson'));
    expect(Object.keys(formats).sort()).toEqual(['CSV', 'GEOJSON', 'XLSX']);
    expect(filesOf('XLSX')).toEqual([`${SITE}/donnees/tableaux.xlsx`]);
    expect(filesOf('GEOJSON')).toEqual(maps.map((file) => `${SITE}/graphiques/${file}`).sort());
  });

  test('ses dates sont celles des données, chacune dans son type', () => {
    const [catalogue] = ofType(`${DCAT}Catalog`);
    expect(catalogue?.[`${DCT}modified`]?.[0]).toEqual({
      '@type': 'http://www.w3.org/2001/XMLSchema#date',
      '@value': JSON.parse(built('datapackage.json')).version,
    });
    const [period] = ofType(`${DCT}PeriodOfTime`);
    expect(period?.[`${DCAT}startDate`]?.[0]?.['@type']).toBe('http://www.w3.org/2001/XMLSchema#gYear');
  });

  test('il ne dit que des nombres publiés, et la seule adresse électronique de l’éditeur', async () => {
    const { numbersAround } = await rulesOf('');
    const leaks = inspectArtefact(built('catalogue.jsonld'), 'json', {
      numbers: numbersAround,
      exceptions: EXCEPTIONS,
      contacts: [CONTACT],
    });
    expect(leaks).toEqual([]);
  });

  test('sous un autre chemin que la racine, chaque lien de chaque page y reste et mène à un fichier, aucun à la démonstration', () => {
    const home = built('index.html');
    expect(home).toContain('href="/depot/portrait/"');
    expect(readLinks(join(folder, 'dist')).length).toBeGreaterThan(500);
    expect(brokenLinks({ dist: join(folder, 'dist'), base: '/depot/', address: new URL(SITE).origin })).toEqual([]);
    expect(home).not.toContain('/demonstration/');
    expect(built('_headers')).toContain('\n/depot/integrer/*\n');
  });

  test('la page Données y mène ; le plan du site et le code à coller donnent des adresses entières', () => {
    expect(built('donnees/index.html')).toContain('href="/depot/catalogue.jsonld"');
    expect(faultsOfFeed(built('flux.xml'))).toEqual([]);
    expect(built('sitemap.xml')).toContain(`<loc>${SITE}/donnees/</loc>`);
    expect(built('graphiques/combien-de-lieux/index.html')).toContain(`${SITE}/integrer/combien-de-lieux/`);
  });
});

/** The figures that have a page in the copy. */
const ids = () =>
  readdirSync(join(folder, 'dist/graphiques'), { withFileTypes: true })
    .filter((file) => file.isDirectory())
    .map(({ name }) => name);

describe('chaque fichier d’une figure dit l’adresse de sa page', () => {
  const addressOf = (id: string) => `${SITE}/graphiques/${id}/`;
  const bytesOf = (file: string) => readFileSync(join(folder, 'dist/graphiques', file));

  test.each<readonly [string, (id: string) => readonly unknown[]]>([
    ['l’image vectorielle, pour les programmes', (id) => [identifierOf(built(`graphiques/${id}.svg`))]],
    [
      'les trois images en points',
      (id) =>
        [`${id}.png`, `${id}-800.png`, `${id}/carte-sociale.png`].map((file) => readPngTexts(bytesOf(file)).get('URL')),
    ],
    ['le classeur, ligne « Page »', (id) => [pageIn(bytesOf(`${id}.xlsx`))]],
    ['la description du tableau', (id) => [JSON.parse(built(`graphiques/${id}.metadata.json`)).homepage]],
    [
      'la carte, s’il y en a une',
      (id) => {
        const map = `graphiques/${id}.geojson`;
        return existsSync(join(folder, 'dist', map)) ? [JSON.parse(built(map)).homepage] : [];
      },
    ],
  ])('%s', (_, told) => {
    expect(ids().length).toBeGreaterThan(20);
    expect(ids().flatMap(told).length).toBeGreaterThan(0);
    for (const id of ids()) for (const address of told(id)) expect(address, id).toBe(addressOf(id));
  });

  test('l’image vectorielle, dessinée', () => {
    const silent = ids().filter((id) => !bareText(drawnText(built(`graphiques/${id}.svg`))).includes(addressOf(id)));
    expect(silent).toEqual([]);
  });

  test.skipIf(!hasRsvg)(
    'cette ligne de plus n’en recouvre aucune et ne sort pas de l’image (ce test demande rsvg-convert)',
    async () => {
      const svgs = ids().map((id) => built(`graphiques/${id}.svg`));
      const inks = await measureInk(svgs);
      expect(inks.flat().filter(({ text }) => text.includes(`${SITE}/graphiques/`)).length).toBe(svgs.length);
      const found = inks.flatMap((ink, index) => findCollisions(ink, { width: widthOf(svgs[index]!) }));
      expect(found).toEqual([]);
    },
  );

  const identifierOf = (svg: string) => /<dc:identifier>(.*?)<\/dc:identifier>/.exec(svg)?.[1];
  const pageIn = (book: Uint8Array) =>
    readWorkbook(book)
      .get('À lire')
      ?.find(([label]) => label?.text === 'Page')?.[1]?.text;
});

describe('ce que chaque figure dit à qui veut l’intégrer', () => {
  const site = () => ({ dist: join(folder, 'dist'), address: SITE });
  const oembed = (id: string) => JSON.parse(built(`oembed/${id}.json`));

  test('un fichier oEmbed par page à intégrer, de la région comme des territoires', () => {
    const pages = embedPages(site());
    expect(pages).toContain('/integrer/combien-de-lieux/');
    expect(pages.filter((page) => page.split('/').length === 5).length).toBeGreaterThan(2);
    expect(answerFiles(site())).toEqual(pages.map(oembedPath).sort());
  });

  test('chaque réponse suit oEmbed 1.0, et WordPress, qui ne connaît pas ce site, en garde le cadre, la hauteur et le titre', () => {
    expect(embedPages(site()).flatMap((page) => faultsOfEmbed(page, site()))).toEqual([]);
  });

  test('la page d’une figure annonce la même réponse que sa page à intégrer', () => {
    for (const id of ids())
      expect(discover(built(`graphiques/${id}/index.html`)), id).toEqual(discover(built(`integrer/${id}/index.html`)));
  });

  test('une réponse nomme l’observatoire, et le territoire s’il y en a un', () => {
    expect(oembed('combien-de-lieux')).toMatchObject({
      author_name: 'Observatoire des tiers-lieux',
      provider_name: 'Observatoire des tiers-lieux en Hauts-de-France',
      cache_age: 86_400,
      thumbnail_url: `${SITE}/graphiques/combien-de-lieux/carte-sociale.png`,
      width: 800,
    });
    const local = answerFiles(site()).find((file) => file.startsWith('/oembed/nord/'))!;
    const { title, thumbnail_url } = JSON.parse(built(local));
    expect(title).toMatch(/ \(Nord\)$/);
    expect(thumbnail_url).toBeUndefined();
  });

  test('les réseaux sociaux montrent une image de la figure, à leur taille', () => {
    for (const id of ids()) {
      const [, image] = /<meta property="og:image" content="([^"]*)">/.exec(built(`graphiques/${id}/index.html`))!;
      expect(image).toBe(oembed(id).thumbnail_url);
      const png = readFileSync(join(folder, 'dist', image!.slice(SITE.length)));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], id).toEqual([1200, 630]);
    }
  });

  test('le code à copier a ses adresses entières, sa source et sa licence là où les cadres sont refusés', () => {
    const page = built('graphiques/combien-de-lieux/index.html');
    const code = /<textarea id="combien-de-lieux-code"[^>]*>([^<]*)</.exec(page)![1]!;
    expect(code).toContain(
      `src=&quot;${SITE}/integrer/v1.js&quot;`.replaceAll('&quot;', code.includes('&quot;') ? '&quot;' : '"'),
    );
    expect(code).toMatch(/CC BY-SA 4\.0/);
    expect(existsSync(join(folder, 'dist/integrer/v1.js'))).toBe(true);
  });
});
