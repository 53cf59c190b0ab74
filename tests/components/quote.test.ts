import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { quoteOf, quoteOfValue } from '../../src/components/quote.ts';
import { loadObservatory } from '../../src/datasets/load.ts';
import { viewObservatory } from '../../src/observatory/view.ts';
import { typo } from '../../src/text/typography.ts';

const ROOT = join(import.meta.dirname, '../..');

async function view(folder: '' | 'demonstration') {
  const folders = { data: join(ROOT, 'data', folder), content: join(ROOT, 'content', folder) };
  const { data } = await loadObservatory({ ...folders, demonstration: folder !== '' });
  return viewObservatory(data!, { demonstrationIsBuilt: true });
}

const [real, fictional] = await Promise.all([view(''), view('demonstration')]);
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe.each([
  ['réel', real],
  ['fictif', fictional],
] as const)('les phrases à citer de l’observatoire %s', (_, observatory) => {
  const { figures, figuresOf, settings } = observatory;
  const all = [...figures, ...settings.territoires.flatMap(({ id }) => figuresOf(id))];
  const said = all.map((figure) => ({ figure, text: quoteOf(figure, observatory) }));
  const wrong = (isWrong: (one: (typeof said)[number]) => boolean) =>
    said.filter(isWrong).map(({ figure, text }) => `${figure.territoire ?? ''} ${figure.id} : ${text}`);

  test('il y en a une par figure, de 300 signes au plus', () => {
    expect(said.length).toBeGreaterThan(20);
    expect(wrong(({ text }) => text.length > 300 || text.length < 60)).toEqual([]);
  });

  test('chacune nomme sa source, avec son année quand elle en a une, et l’observatoire', () => {
    expect(
      wrong(({ figure, text }) => {
        const { sources } = figure.quote;
        return (
          sources.length === 0 ||
          !text.includes(settings.nom) ||
          !sources.every(({ label, millesime }) => text.includes(typo(label)) && text.includes(millesime ?? ''))
        );
      }),
    ).toEqual([]);
  });

  test('chacune dit qui est compté, ou de combien c’est la part', () => {
    const parts = (champ: string) => champ.split(/\s;\s/).map((part) => part.toLowerCase());
    expect(
      wrong(({ figure: { quote, territoire }, text }) => {
        const where = settings.territoires.find(({ id }) => id === territoire)?.nom;
        const left = (part: string) => part.replace(/ \([^)]*\)/, '').slice(0, 20);
        return (
          (where !== undefined && !text.includes(where)) ||
          !parts(quote.champ).every((part) => text.toLowerCase().includes(left(part)))
        );
      }),
    ).toEqual([]);
  });

  test('un pourcentage de l’enquête est celui des lieux qui ont répondu, base comprise', () => {
    const shares = said.filter(({ figure, text }) => figure.survey && text.includes('%'));
    expect(shares.length === 0).toBe(observatory === real);
    expect(
      wrong(
        (one) =>
          shares.includes(one) && !/\d des \d+ lieux qui ont répondu|% des \d+|univers de \d+/.test(plain(one.text)),
      ),
    ).toEqual([]);
  });

  test('aucune ne parle de l’image, ni de rien qui soit caché', () => {
    expect(
      wrong(({ text }) =>
        /ruban|carré|[Cc]haque (?:point|marque)|secret|non disponible|effectif insuffisant/.test(text),
      ),
    ).toEqual([]);
  });

  test('chacune est une phrase, en typographie française', () => {
    expect(
      wrong(({ text }) => typo(text) !== text || !/^[\p{Lu}\d«].*\)\.$/u.test(text) || /\.\s*\(/.test(text)),
    ).toEqual([]);
  });
});

test('une part publiée se cite avec sa base exacte', () => {
  expect(plain(quoteOf(real.figure('activites-region-et-france')!, real))).toBe(
    '56 % des 100 lieux répondants des Hauts-de-France accueillent du coworking (source : Recensement 2023, La Compagnie des Tiers-Lieux, données déclaratives ; Observatoire des tiers-lieux en Hauts-de-France).',
  );
  expect(plain(quoteOf(fictional.figure('enquete-publics')!, fictional))).toBe(
    '80 % des 100 lieux qui ont répondu à la question accueillent des associations (champ : lieux répondants, recensement N+2 ; source : Recensement fictif de la région de démonstration, N+2, données déclaratives ; Observatoire de démonstration).',
  );
});

test('un nombre publié se cite avec ce qu’il compte', () => {
  expect(
    plain(quoteOfValue(real.value('reperes/emplois-femmes'), 'des emplois directs sont occupés par des femmes', real)),
  ).toBe(
    '69 % des emplois directs sont occupés par des femmes (champ : emplois directs des 100 lieux répondants ; source : Recensement 2023, La Compagnie des Tiers-Lieux, données déclaratives ; Observatoire des tiers-lieux en Hauts-de-France).',
  );
});
