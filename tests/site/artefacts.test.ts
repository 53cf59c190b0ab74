import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ROOF } from '../../src/components/roof.ts';
import { inspectArtefact, type Leak } from '../../src/secrecy/inspect-artefact.ts';
import { readPngTexts } from '../components/read-png-texts.ts';
import { EXCEPTIONS } from './artefact-exceptions.ts';
import { formatOf, rulesOf } from './artefact-rules.ts';
import { dist, files, read } from './dist.ts';

const demonstration = await rulesOf('demonstration');
const real = await rulesOf('');
const secretTexts = new Set([...demonstration.units, ...real.units]);

const artefacts = files.filter((file) => formatOf(file));
const isDemonstration = (file: string) => file.startsWith('demonstration/');

const say = (file: string) => (leak: Leak) =>
  `${file}, ${leak.place} : ${leak.kind} « ${leak.found} » dans « ${leak.context} »`;

/** A mark whose sentence says that its value is secret, and in it the hatched shape of a picture. */
const HIDDEN_MARK = /<g data-mark="[^"]*"><title>[^<]*secret statistique[^<]*<\/title>.*?<\/g>/gs;
const HATCHED = /<path fill="url\(#([\w-]+)-h\)"[^>]* d="([^"]*)"/g;

test('chaque sorte de fichier est lue, ou ne porte pas de mots', () => {
  const unread = new Set(files.filter((file) => !formatOf(file)).map((file) => file.split('.').at(-1)));
  // The index of words is made from the very texts that the engine shows, which are read.
  const ofIndex = ['pagefind', 'pf_filter', 'pf_index', 'pf_meta'];
  expect([...unread].sort()).toEqual(['_headers', 'css', 'js', ...ofIndex, 'webp', 'woff2']);
  expect(new Set(artefacts.map(formatOf)).size).toBe(6);
});

test.each(['', 'demonstration/'])(
  'le dossier d’images de « /%s » ne contient que des images du site, son signe et leurs légendes',
  (root) => {
    const pack = unzipSync(readFileSync(join(dist, root, 'presse/images.zip')));
    const { 'legendes.txt': legends, 'logo.svg': logo, 'logo.png': logoPicture, ...pictures } = pack;
    expect(strFromU8(logo!)).toContain(ROOF);
    expect(readPngTexts(logoPicture!).get('Copyright')).toContain('CC BY-SA 4.0');
    expect(strFromU8(legends!)).toContain('logo.png, logo.svg');
    expect(Object.keys(pictures).length).toBeGreaterThanOrEqual(16);
    for (const [name, bytes] of Object.entries(pictures)) {
      expect(readFileSync(join(dist, root, 'graphiques', name)).equals(bytes), name).toBe(true);
      expect(strFromU8(legends!)).toContain(name);
    }
  },
);

describe.each([
  ['la démonstration', demonstration, artefacts.filter(isDemonstration)],
  ['l’observatoire réel', real, artefacts.filter((file) => !isDemonstration(file))],
] as const)('dans %s', (_, { partsOf, exceptions }, built) => {
  test('chaque fichier ne dit que des nombres publiés, ou de la liste des exceptions', () => {
    expect(built.length).toBeGreaterThan(100);
    const leaks = built.flatMap((file) =>
      partsOf(file).flatMap(([text, numbers]) =>
        inspectArtefact(text, formatOf(file)!, { numbers, exceptions }).map(say(file)),
      ),
    );
    expect(leaks).toEqual([]);
  });
});

test('un seul nombre de trop se voit, où qu’il soit', () => {
  const [[section, numbers] = ['', new Set<string>()]] = demonstration.partsOf(
    'demonstration/graphiques/enquete-ressources/index.html',
  );
  const found = (text: string) =>
    inspectArtefact(text, 'html', { numbers, exceptions: demonstration.exceptions }).map((leak) => leak.found);
  expect(found(section)).toEqual([]);
  expect(found(section.replace('<title>', '<title>640\u202f000\u00a0€ '))).toEqual(['640\u202f000\u00a0€']);
  expect(found(section.replace('data-mark="', 'data-secret="64000000" data-mark="'))).toEqual(['64000000']);
  expect(found(section.replace('aria-label="', 'aria-label="640 k€, '))).toEqual(['640 k€']);
});

describe('une exception ne vaut que pour ses mots, à leur place', () => {
  const MAP = 'demonstration/graphiques/carte-des-lieux/index.html';
  const SURVEY = 'demonstration/graphiques/enquete-ressources/index.html';
  const LIST = 'demonstration/lieux/index.html';
  const TERRITORY = 'demonstration/portrait/territoire-4/index.html';
  test.each([
    ['une graduation', SURVEY, '<b>850</b>', '850'],
    ['une limite de classe', SURVEY, '<b>de 850 à moins de 1\u202f350</b>', '850'],
    ['la loupe', MAP, '<b>× 853,1 et 7</b>', '853,1'],
    ['les points écartés', MAP, '<b>853 points écartés, 854 lieux</b>', '853'],
    ['un code postal', LIST, '<b>85347</b>', '85347'],
    ['les mots d’un lieu', LIST, '<ul><li data-mots="853"></li></ul>', '853'],
    ['un constat', TERRITORY, '<b>Plus de 90\u00a0% de subventions</b>', '90\u00a0%'],
    ['un constat sur une part trop précise', SURVEY, '<b>Plus de 85,3\u00a0% des lieux répondants</b>', '85,3\u00a0%'],
    ['un nom fictif, collé à un montant', SURVEY, '<b>Territoire853</b>', undefined],
    ['un nom fictif, suivi d’un montant', SURVEY, '<b>Territoires 853\u00a0€</b>', '853\u00a0€'],
    ['ce qui manque à un territoire', TERRITORY, '<b>encore 53 réponses</b>', '53'],
    ['la part d’un territoire', TERRITORY, '<b>53\u00a0% des lieux</b>', '53\u00a0%'],
    ['un attribut', TERRITORY, '<b data-n="853"></b>', '853'],
    ['des données pour les programmes', TERRITORY, '<script type="application/json">{"n":853}</script>', '853'],
  ])('%s', (_, file, words, number) => {
    const parts = demonstration.partsOf(file);
    for (const [section, numbers] of parts) {
      const found = inspectArtefact(`${section}${words}`, 'html', { numbers, exceptions: demonstration.exceptions });
      expect(found.map((leak) => leak.found)[0]).toBe(number);
    }
  });

  test('ni dans un fichier à emporter, ni dans ce que montre la recherche, ni dans la liste des communes', () => {
    const json = (file: string, add: (read: never) => void) => {
      const [[text, numbers] = ['', new Set<string>()]] = demonstration.partsOf(file);
      const read = JSON.parse(text);
      add(read as never);
      const rules = { numbers, exceptions: demonstration.exceptions };
      return inspectArtefact(JSON.stringify(read), 'json', rules).map(({ found }) => found);
    };
    const fragment = files.find(
      (file) => file.endsWith('.pf_fragment') && read(file).includes('/demonstration/portrait/territoire-4/'),
    )!;
    expect(json(fragment, (one: { content: string }) => (one.content += ' 53 lieux'))).toEqual(['53']);
    expect(
      json('demonstration/graphiques/enquete-ressources.json', (one: { secret: number }) => (one.secret = 64000000)),
    ).toEqual(['64000000']);
    const communes = 'demonstration/pres-de-chez-moi/communes.json';
    expect(json(communes, ({ communes: [first] }: { communes: unknown[][] }) => first!.push(5347))).toEqual(['5347']);
  });
});

test('rien ne porte une adresse électronique, un téléphone, ni l’identifiant d’un répondant', () => {
  expect(secretTexts.size).toBeGreaterThan(90);
  const rules = { numbers: new Set<string>(), exceptions: EXCEPTIONS, secretTexts };
  const leaks = artefacts.flatMap((file) =>
    inspectArtefact(read(file), formatOf(file)!, rules)
      .filter(({ kind }) => kind !== 'nombre')
      .map(say(file)),
  );
  expect(leaks).toEqual([]);
});

test('une case masquée se dessine toujours à la même taille dans une image', () => {
  const hidden = artefacts
    .filter((file) => /\.(?:html|svg)$/.test(file))
    .flatMap((file) => [...read(file).matchAll(HIDDEN_MARK)].map(([mark]) => ({ file, mark })))
    .flatMap(({ file, mark }) =>
      [...mark.matchAll(HATCHED)].map(([, picture = '', path = '']) => ({
        picture: `${file} ${picture}`,
        size: path.replace(/^M[-\d.]+ [-\d.]+/, ''),
      })),
    );
  const byPicture = Map.groupBy(hidden, ({ picture }) => picture);
  expect(byPicture.size).toBeGreaterThan(10);
  for (const [picture, shapes] of byPicture) expect(new Set(shapes.map(({ size }) => size)).size, picture).toBe(1);
});
