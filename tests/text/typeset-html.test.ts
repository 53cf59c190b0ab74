import { describe, expect, test } from 'vitest';
import { typesetHtml } from '../../src/text/typeset-html.ts';

describe('la typographie d’une page', () => {
  test('les espaces insécables entrent dans le texte, pas dans les balises', () => {
    expect(typesetHtml('<p title="Combien ?">Combien ? 56 %</p>')).toBe(
      '<p title="Combien ?">Combien\u202f? 56\u00a0%</p>',
    );
  });

  test('un attribut qui contient « > » ne coupe pas la balise', () => {
    expect(typesetHtml('<img alt="a > b ?"><b>Oui !</b>')).toBe('<img alt="a > b ?"><b>Oui\u202f!</b>');
  });

  test('le code, les images et les titres de page restent tels quels', () => {
    for (const verbatim of [
      '<code>a ? b : c</code>',
      '<svg><text>a ?</text></svg>',
      '<script>a ? b : c</script>',
      '<title>Oui !</title>',
      '<!-- non ! -->',
    ]) {
      expect(typesetHtml(verbatim)).toBe(verbatim);
    }
  });

  test('« tiers-lieux » ne se coupe pas à son trait d’union', () => {
    expect(typesetHtml('<p>Les tiers-lieux, un tiers-lieu</p>')).toBe(
      '<p>Les <span class="insecable">tiers-lieux</span>, un <span class="insecable">tiers-lieu</span></p>',
    );
  });

  test('une période ne se coupe pas non plus', () => {
    expect(typesetHtml('<p>le projet 2024-2026</p>')).toBe('<p>le projet <span class="insecable">2024-2026</span></p>');
  });

  test('une adresse n’est pas touchée, un mot déjà gardé entier non plus', () => {
    for (const text of [
      '<a>https://compagnie.tiers-lieux.org/des-tiers-lieux-ici</a>',
      '<span class="insecable">tiers-lieux</span>',
    ]) {
      expect(typesetHtml(text)).toBe(text);
    }
  });

  test('ce qui suit un élément verbatim est de nouveau composé', () => {
    expect(typesetHtml('<code>x ?</code> Oui ?')).toBe('<code>x ?</code> Oui\u202f?');
  });
});
