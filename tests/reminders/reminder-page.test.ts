import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import type { Data } from '../../src/datasets/data.ts';
import { followUp } from '../../src/reminders/follow-up.ts';
import type { Link } from '../../src/reminders/links.ts';
import { reminderPage } from '../../src/reminders/reminder-page.ts';
import { link, observe, place, wave } from './observatory.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    // U+00A0 and U+202F are the French typography itself.
    'no-raw-characters': 'off',
    'tel-non-breaking': 'off',
  },
});

function pageOf(data: Data, links: readonly Link[]): string {
  return reminderPage(followUp(data, links), { settings: data.settings, today: '3003-11-06' });
}

/** The text of a page or of a part of it, spaces plain. */
function textOf(html: string): string {
  return html
    .replace(/<style>.*<\/style>/s, '')
    .replace(/<\/?span class="insecable">/g, '')
    .replace(/<[^>]+>/g, '\n')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

const section = (html: string, id: string) =>
  textOf(new RegExp(`<section id="${id}".*?</section>`, 's').exec(html)?.[0] ?? '');

const DATA = observe(
  [
    place('a', { cercle: 'cercle-1' }),
    place('b', { commune: 'Commune B1', code_insee: 'ZB001', site_web: 'https://www.exemple.org/b/' }),
    place('c', { nom: 'Lieu <C> & "fils"' }),
  ],
  [...wave('3001', [2]), ...wave('3003', [1, 7], {})],
);
const LINKS = [
  link('u1', { lieu: 'a' }),
  link('u2', { lieu: 'b' }),
  link('u7', { lien: 'hors-annuaire', nom: 'Ailleurs & co' }),
];

test('les listes, dans l’ordre des appels', () => {
  const html = pageOf(DATA, LINKS);
  expect([...html.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
    'avant',
    'jamais',
    'repondu',
    'inconnus',
    'comptes',
    'sans-cercle',
  ]);
  expect(section(html, 'avant')).toBe(
    [
      'À relancer d’abord : ont répondu à un autre recensement, pas à celui-ci',
      '1 lieu',
      'Ces lieux connaissent l’enquête : ce sont les appels les plus utiles.',
      'Territoire 2',
      '1',
      'Lieu B',
      'Commune B1 · dernière réponse : N ·',
      'exemple.org/b',
    ].join('\n'),
  );
  expect(section(html, 'jamais')).toContain('Lieu &lt;C&gt; &amp; &quot;fils&quot;');
  expect(section(html, 'repondu')).toContain('Lieu A\nCommune A1 · cercle Cercle 1 · dernière réponse : N+2');
  expect(section(html, 'inconnus')).toContain('Ailleurs &amp; co\nu7\n· Commune A1 · a répondu : N+2 · hors annuaire');
});

test('les comptes par vague, par département et par cercle', () => {
  const counts = section(pageOf(DATA, LINKS), 'comptes');
  expect(counts).toContain('Recensement N+2 : 2 réponses, dont 1 de lieux de l’annuaire et 1 sans lieu connu.');
  expect(counts).toContain('Territoire 1\n2\n0\n1\nTerritoire 2\n1\n1\n0\nEnsemble\n3\n1\n1');
  expect(counts).toContain('Cercle 1\n1\n0\n1\nSans cercle connu\n2\n1\n0\nEnsemble');
});

test('sans enquête, tous les lieux sont à interroger', () => {
  const html = pageOf(observe([place('a')]), []);
  expect(textOf(html)).toContain('Aucune enquête n’est encore déposée : tous les lieux sont à interroger.');
  expect(section(html, 'jamais')).toContain('Lieu A');
});

test('la page se tient seule, sans programme, et demande à n’être ni publiée ni indexée', () => {
  const html = pageOf(DATA, LINKS);
  expect(html).toContain('<meta name="robots" content="noindex, nofollow, noarchive">');
  expect(textOf(html)).toContain('Document interne : ne pas publier');
  expect(html).not.toMatch(/<script|<link|\bsrc=|url\(|@import|\son\w+=/);
});

test.each([
  ['avec une enquête', DATA, LINKS],
  ['sans lien', DATA, []],
  ['sans enquête', observe([place('a')]), []],
  ['sans lieu', observe([]), []],
] as const)('%s, c’est du HTML correct', async (_, data, links) => {
  const { results } = await validator.validateString(pageOf(data, links));
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} : ${message}`))).toEqual(
    [],
  );
});
