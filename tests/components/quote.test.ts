import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { joinQuote, quoteOf, quoteValue } from '../../src/components/quote.ts';
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

  test('chacune nomme toutes ses sources, avec chaque année qu’elles ont, et finit par l’observatoire', () => {
    expect(
      wrong(({ figure, text }) => {
        const { sources } = figure.quote;
        return (
          sources.length === 0 ||
          !text.includes(`; ${typo(settings.nom)}`) ||
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

  test('chacune est en typographie française, majuscule au début, point après la parenthèse', () => {
    expect(
      wrong(({ text }) => typo(text) !== text || !/^[\p{Lu}\d«].*\)\.$/u.test(text) || /\.\s*\(| [:;!?%»]/.test(text)),
    ).toEqual([]);
  });

  test('chacune est une phrase, pas une étiquette : un verbe, et rien de rangé derrière deux-points', () => {
    expect(wrong(({ text }) => isLabel(text))).toEqual([]);
  });
});

/** Verbs of the sentences to quote; a new one is added here, once somebody has read its sentence aloud. */
const VERBS =
  /\s(?:a|ont|est|sont|était|sera|compte|comptent|donnent?|dit|disent|annonce|cite|connaît|déclarent?|prévoit|prend|apporte|apportent|reçoit|verse|versent|arrivent|viennent|accueillent|louent|ouvrent|partagent|forment|tiennent|trient|travaillent|peinent|attendent|veulent|offrent|répondent|accompagnent|font)\s/;

function isLabel(text: string): boolean {
  const [said] = plain(text).split(/ \((?:champ|sources?) : /);
  return said!.includes(' : ') || !VERBS.test(said!);
}

test.each([
  'Coworking : 56 % des 100 lieux répondants (source : Recensement A, 2023 ; Observatoire A).',
  '30 000 adhérents dans les lieux répondants (champ : adhérents ; source : Recensement A, 2023 ; Observatoire A).',
])('une étiquette se voit : %s', (text) => expect(isLabel(text)).toBe(true));

describe('une phrase, mot pour mot', () => {
  const publisher = {
    demonstration: false,
    settings: {
      ...real.settings,
      nom: 'Observatoire A',
      region: { id: 'region-a', nom: 'Région A', en: 'en Région A', de: 'de la Région A' },
      partition: 'departement',
      territoires: [
        { id: 'd', nom: 'D', en: 'dans le D', type: 'departement' },
        { id: 'c', nom: 'Côte', type: 'cercle' },
      ],
    },
  } as unknown as Parameters<typeof quoteOf>[1];
  const census = { label: 'Recensement A', millesime: '2023', note: 'Données déclaratives.' };
  const press = { label: 'Presse A', millesime: '2021' };
  const say = (quote: Parameters<typeof quoteOf>[0]['quote'], territoire?: string) =>
    plain(quoteOf({ quote, ...(territoire ? { territoire } : {}) }, publisher));

  test.each([
    [
      'le champ est dit quand la phrase ne le dit pas',
      say({ text: 'la région compte 153 tiers-lieux', champ: 'Lieux de la Région A', sources: [press] }),
      'La région compte 153 tiers-lieux (champ : lieux de la Région A ; source : Presse A, 2021 ; Observatoire A en Région A).',
    ],
    [
      'il n’est pas répété quand elle le dit',
      say({ text: '56 % des 100 lieux répondants ont un fablab', champ: '100 lieux répondants', sources: [press] }),
      '56 % des 100 lieux répondants ont un fablab (source : Presse A, 2021 ; Observatoire A en Région A).',
    ],
    [
      'des réponses sont dites déclaratives',
      say({ text: '3 emplois sont comptés', champ: 'lieux', sources: [census] }),
      '3 emplois sont comptés (champ : lieux ; source : Recensement A, 2023, données déclaratives ; Observatoire A en Région A).',
    ],
    [
      'deux sources sont au pluriel, chacune avec son année',
      say({ text: 'on en compte deux', champ: 'lieux', sources: [press, { label: 'Presse B', millesime: '2022' }] }),
      'On en compte deux (champ : lieux ; sources : Presse A, 2021, et Presse B, 2022 ; Observatoire A en Région A).',
    ],
    [
      'une source de deux années est nommée une fois',
      say({ text: 'on en compte deux', champ: 'lieux', sources: [press, { label: 'Presse A', millesime: '2022' }] }),
      'On en compte deux (champ : lieux ; source : Presse A, 2021 et 2022 ; Observatoire A en Région A).',
    ],
    [
      'une année déjà dans le nom de la source ne se redit pas',
      say({ text: 'on en compte deux', champ: 'lieux', sources: [{ label: 'Bilan 2021', millesime: '2021' }] }),
      'On en compte deux (champ : lieux ; source : Bilan 2021 ; Observatoire A en Région A).',
    ],
    [
      'un territoire est dit comme on le lit, et son nom quitte le champ',
      say({ text: 'Plus du tiers des lieux ont un fablab', champ: 'lieux de l’annuaire (D)', sources: [press] }, 'd'),
      'Dans le D, plus du tiers des lieux ont un fablab (champ : lieux de l’annuaire ; source : Presse A, 2021 ; Observatoire A en Région A).',
    ],
    [
      'un territoire dont on ne connaît pas la préposition est nommé entre guillemets',
      say({ text: 'Plus du tiers des lieux ont un fablab', champ: 'lieux', sources: [press] }, 'c'),
      'Dans le territoire « cercle Côte », plus du tiers des lieux ont un fablab (source : Presse A, 2021 ; Observatoire A en Région A).',
    ],
  ])('%s', (_, said, expected) => expect(said).toBe(expected));
});

test.each([
  ['combien-de-lieux', 'Selon la source et l’année, toute la région compte de 153 à environ 300 tiers-lieux'],
  ['cent-reponses', '56 % des 100 lieux répondants des Hauts-de-France accueillent du coworking'],
  ['croissance-en-france', 'La France compte 1 800 tiers-lieux en 2018, 2 500 en 2021 et 3 500 en 2023'],
  ['adherents-et-contributeurs', 'Les lieux répondants comptent 30 000 adhérents et 5 000 contributeurs'],
  ['formes-juridiques-en-france', '51 % d’environ 1 700 lieux répondants de France sont des associations'],
  ['credits-de-l-etat', 'Dans le budget 2024, voté, l’État prévoit 13 millions d’euros pour les tiers-lieux'],
  ['dispositifs-nationaux', 'Le dispositif « Fabriques de territoire » apporte à un lieu de 75 000 € à 150 000 €'],
])('la figure « %s » se cite en une phrase', (id, said) => {
  expect(plain(quoteOf(real.figure(id)!, real)).split(/ \((?:champ|source)/)[0]).toBe(said);
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
    plain(
      joinQuote(
        quoteValue(real.value('reperes/emplois-femmes'), 'des emplois directs sont occupés par des femmes', real),
      ),
    ),
  ).toBe(
    '69 % des emplois directs sont occupés par des femmes (champ : emplois directs des 100 lieux répondants ; source : Recensement 2023, La Compagnie des Tiers-Lieux, données déclaratives ; Observatoire des tiers-lieux en Hauts-de-France).',
  );
});
