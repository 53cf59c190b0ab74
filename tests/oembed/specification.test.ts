import { describe, expect, test } from 'vitest';
import { filterLikeWordpress } from '../browser/hosts/wordpress-filter.ts';
import { discover } from './read-answers.ts';
import { oembedAnswer } from './specification.ts';

const GOOD = {
  version: '1.0',
  type: 'rich',
  title: 'Un titre',
  author_name: 'Observatoire A',
  author_url: 'https://a.example.org/',
  provider_name: 'Observatoire A',
  provider_url: 'https://a.example.org/',
  cache_age: 86_400,
  thumbnail_url: 'https://a.example.org/x.png',
  thumbnail_width: 1200,
  thumbnail_height: 630,
  width: 800,
  height: 640,
  html: '<iframe src="https://a.example.org/integrer/x/"></iframe>',
};
const without = (...names: readonly string[]) =>
  Object.fromEntries(Object.entries(GOOD).filter(([name]) => !names.includes(name)));

describe('les règles d’oEmbed 1.0', () => {
  test.each([
    ['une réponse entière', GOOD],
    ['sans image', without('thumbnail_url', 'thumbnail_width', 'thumbnail_height')],
    ['sans rien de facultatif', { version: '1.0', type: 'rich', html: '<p></p>', width: 1, height: 1 }],
    ['un lien', { version: '1.0', type: 'link' }],
  ])('laissent passer %s', (_, answer) => expect(oembedAnswer.safeParse(answer).success).toBe(true));

  test.each([
    ['une version qui est un nombre', { ...GOOD, version: 1 }],
    ['une version sans décimale', { ...GOOD, version: '1' }],
    ['aucune version', without('version')],
    ['un type inconnu', { ...GOOD, type: 'iframe' }],
    ['aucun type', without('type')],
    ['rien à montrer', without('html')],
    ['un HTML vide', { ...GOOD, html: ' ' }],
    ['aucune largeur', without('width')],
    ['aucune hauteur', without('height')],
    ['une largeur en pour cent', { ...GOOD, width: '100%' }],
    ['une hauteur à virgule', { ...GOOD, height: 640.5 }],
    ['une hauteur nulle', { ...GOOD, height: 0 }],
    ['une image sans largeur', without('thumbnail_width')],
    ['une image sans hauteur', without('thumbnail_height')],
    ['des tailles sans image', without('thumbnail_url')],
    ['une image sans adresse entière', { ...GOOD, thumbnail_url: '/x.png' }],
    ['une adresse qui n’est pas du web', { ...GOOD, provider_url: 'javascript:alert(1)' }],
    ['un titre qui n’est pas un texte', { ...GOOD, title: null }],
    ['une durée négative', { ...GOOD, cache_age: -1 }],
    ['un paramètre inventé', { ...GOOD, hauteur: 640 }],
  ])('refusent %s', (_, answer) => expect(oembedAnswer.safeParse(answer).success).toBe(false));
});

describe('la réplique de WordPress fait ce que dit wp-includes/embed.php', () => {
  const html = (attributes: string) => `<p>a</p><iframe ${attributes}></iframe><script src="x.js"></script>`;

  test('le cadre seul reste, avec bac à sable et secret ; ce qui n’est pas permis part', () => {
    expect(
      filterLikeWordpress(
        {
          type: 'rich',
          html: html('id="a" src="https://a.example.org/b/" height="640" style="border:none" onload="x()"'),
        },
        'S',
      ),
    ).toBe(
      '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="https://a.example.org/b/#?secret=S" data-secret="S" height="640"></iframe>',
    );
  });

  test.each([
    ['le titre du cadre d’abord', 'title="Cadre" src="https://a.example.org/"', 'title="Cadre"'],
    ['celui de la réponse sinon', 'src="https://a.example.org/"', 'title="Réponse &amp; &quot;suite&quot;"'],
    ['sans le doubler', 'title="A &amp; B" src="https://a.example.org/"', 'title="A &amp; B"'],
  ])('le titre : %s', (_, attributes, title) => {
    const kept = filterLikeWordpress({ type: 'rich', html: html(attributes), title: 'Réponse & "suite"' }, 'S');
    expect(kept).toContain(`security="restricted" ${title} src=`);
    expect(String(kept).match(/title=/g)).toHaveLength(1);
  });

  test('une balise s’arrête à son premier « > » : un titre qui en contient un se perd', () => {
    expect(
      filterLikeWordpress({ type: 'rich', html: html('title="a > b" src="https://a.example.org/"') }, 'S'),
    ).toContain(' title="">');
  });

  test('rien sans cadre ; une citation reste, et cache le cadre jusqu’à ce qu’il parle', () => {
    expect(filterLikeWordpress({ type: 'rich', html: '<p>a</p>' }, 'S')).toBe(false);
    expect(
      filterLikeWordpress(
        {
          type: 'rich',
          html: `<blockquote class="x"><a href="https://a.example.org/">A</a></blockquote>${html('src="https://a.example.org/b/"')}`,
        },
        'S',
      ),
    ).toBe(
      '<blockquote class="wp-embedded-content" data-secret="S"><a href="https://a.example.org/">A</a></blockquote><iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" style="position: absolute; visibility: hidden;" src="https://a.example.org/b/#?secret=S" data-secret="S"></iframe>',
    );
  });

  test('il cherche l’annonce dans l’en-tête, et n’en lit pas une dont le titre porte un chevron', () => {
    const link = (title: string) =>
      `<link rel="alternate" type="application/json+oembed" href="/a.json" title="${title}">`;
    expect(discover(`<head>${link('A')}</head>${link('B')}`)).toEqual([{ href: '/a.json', title: 'A' }]);
    expect(discover(`<head>${link('A &gt; B')}</head>`)).toHaveLength(1);
    expect(discover(`<head>${link('A > B')}</head>`)[0]?.title).not.toBe('A > B');
  });
});
