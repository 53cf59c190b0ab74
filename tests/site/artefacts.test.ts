import { describe, expect, test } from 'vitest';
import { inspectArtefact, type Leak } from '../../src/secrecy/inspect-artefact.ts';
import { EXCEPTIONS } from './artefact-exceptions.ts';
import { formatOf, rulesOf } from './artefact-rules.ts';
import { files, read } from './dist.ts';

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
  expect([...unread].sort()).toEqual(['css', 'js', ...ofIndex, 'png', 'webp', 'woff2']);
  expect(new Set(artefacts.map(formatOf)).size).toBe(6);
});

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
