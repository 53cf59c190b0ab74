import { describe, expect, test } from 'vitest';
import { contactsIn, findSecrets, inspectArtefact, type Rules } from '../../src/secrecy/inspect-artefact.ts';
import type { Format } from '../../src/secrecy/read-artefact.ts';
import { readNumbers } from '../../src/secrecy/read-numbers.ts';
import { disguisesOf } from './disguises.ts';

const keys = (text: string) => readNumbers(text).map(({ key }) => key);

const NOTHING: Rules = { numbers: new Set(), exceptions: [] };

function found(text: string, format: Format, rules: Partial<Rules> = {}) {
  return inspectArtefact(text, format, { ...NOTHING, ...rules }).map(
    (leak) => `${leak.place} : ${leak.kind} ${leak.found}`,
  );
}

describe('un nombre se lit comme il s’écrit', () => {
  test.each([
    ['1\u202f663\u202f790\u00a0€', ['1663790€']],
    ['1 663 790 €', ['1663790€']],
    ['8\u202f765\u202f432,10\u00a0€', ['8765432.1€']],
    ['5,4 M€, 511 k€, 1,2 Md€', ['5.4M€', '511k€', '1.2Md€']],
    ['13\u00a0millions d’euros', ['13million']],
    ['56 % (57 sur 102)', ['56%', '57', '102']],
    ['7\u202f654 m²', ['7654m²']],
    ['0,5 · 0.5 · .5', ['0.5', '0.5', '5']],
    ['−12,0 et -3', ['12', '3']],
    ['16.666666666666664', ['16.666666666666664']],
    ['en 2023 128 lieux', ['2023', '128']],
    ['1e-7', ['1e-7']],
    ['d’543 emplois, l’11, (12)', ['543', '11', '12']],
    ['u012, D12, ZA004, lieu-25, H2O', []],
    ['rien', []],
  ])('%s', (text, expected) => expect(keys(text)).toEqual(expected));
});

describe('chaque sorte de fichier est lue en entier', () => {
  test('un HTML : textes, attributs, titres des repères, commentaires, entités', () => {
    const html = `<!-- 11 --><p data-n="12" title='13'>14<svg><g><title>15&nbsp;%</title></g></svg><img alt=16> &#49;7</p>`;
    expect(found(html, 'html')).toEqual([
      'comment : nombre 11',
      'p@data-n : nombre 12',
      'p@title : nombre 13',
      'text : nombre 14',
      'text : nombre 15\u00a0%',
      'img@alt : nombre 16',
      'text : nombre 17',
    ]);
  });

  test('un JSON : valeurs, textes et clés', () => {
    expect(found('{"a":{"b":[1,"2 lieux",null,true]},"3":4}', 'json').sort()).toEqual([
      '/3 : nombre 4',
      '/a/b : nombre 1',
      '/a/b : nombre 2',
      '/clé : nombre 3',
    ]);
  });

  test('un CSV : titres et cellules, guillemets compris', () => {
    expect(found('\ufeffNom;Part 1\r\n"Lieu; ""2""";3,5\r\n;4\r\n', 'csv')).toEqual([
      'titre : nombre 1',
      'Nom : nombre 2',
      'Part 1 : nombre 3,5',
      'Part 1 : nombre 4',
    ]);
  });

  test('un texte seul, celui d’un PDF ou d’un index de recherche', () => {
    expect(found('Les lieux\nemploient 543 personnes', 'texte')).toEqual(['text : nombre 543']);
  });
});

describe('ce qui est permis, et ce qui ne l’est jamais', () => {
  test('un nombre publié passe avec son unité, non avec une autre', () => {
    const rules = { numbers: new Set(['56%']) };
    expect(found('56\u00a0%', 'texte', rules)).toEqual([]);
    expect(found('56\u00a0€', 'texte', rules)).toEqual(['text : nombre 56\u00a0€']);
    expect(found('56', 'texte', rules)).toEqual(['text : nombre 56']);
  });

  test('une exception vaut pour un endroit ou pour des mots', () => {
    const exceptions = [
      { reason: 'dessin', places: /@d$/ },
      { reason: 'dates', texts: /\d{1,2} mai \d{4}/g },
    ];
    expect(found('<path d="M1 2"/> le 12 mai 3003, 9', 'svg', { exceptions })).toEqual(['text : nombre 9']);
  });

  test('des mots exceptés à un endroit ne le sont pas ailleurs', () => {
    const exceptions = [{ reason: 'dates', places: /@datetime$/, texts: /\d{4}-\d{2}/g }];
    expect(found('<time datetime="3003-05">3003-05, 9</time>', 'html', { exceptions })).toEqual([
      'text : nombre 3003',
      'text : nombre 05',
      'text : nombre 9',
    ]);
  });

  test('les adresses et les téléphones d’un texte, tels qu’écrits', () => {
    expect(contactsIn('Écrire à a.b@example.org, appeler le 03 20 00 00 00 ou le +33 6 12 34 56 78.')).toEqual([
      'a.b@example.org',
      '03 20 00 00 00',
      '+33 6 12 34 56 78',
    ]);
    expect(contactsIn('Rien.')).toEqual([]);
  });

  test('une adresse électronique et un téléphone, sauf ceux de l’équipe', () => {
    const text = 'Écrire à jeanne.o@lieu.example.fr ou appeler le 06 12 34 56 78, +33 3 20 00 00 00';
    const rules = { exceptions: [{ reason: 'nombres', texts: /\d+/g }] };
    expect(found(text, 'texte', rules)).toEqual([
      'text : adresse électronique jeanne.o@lieu.example.fr',
      'text : téléphone 06 12 34 56 78',
      'text : téléphone +33 3 20 00 00 00',
    ]);
    expect(
      found(text, 'texte', { ...rules, contacts: ['jeanne.o@lieu.example.fr', '06 12 34 56 78', '+33 3 20 00 00 00'] }),
    ).toEqual([]);
    expect(found('<a href="mailto:a@b.fr">', 'html')).toEqual(['a@href : adresse électronique a@b.fr']);
  });

  test('un texte ou un nombre secret, même où les nombres sont permis', () => {
    const rules = {
      numbers: new Set(['543']),
      secretNumbers: new Set(['543']),
      secretTexts: new Set(['u012', 'une phrase écrite']),
      exceptions: [{ reason: 'années', texts: /\d+/g }],
    };
    expect(found('<p data-u="u012">543, une phrase écrite, u0123</p>', 'html', rules)).toEqual([
      'p@data-u : texte secret u012',
      'text : texte secret une phrase écrite',
      'text : nombre secret 543',
    ]);
  });

  test('où l’on ne cherche que des secrets, aucun autre nombre n’est jugé', () => {
    const secrets = { secretNumbers: new Set(['543']), secretTexts: new Set(['u012']), contacts: [] };
    const said = findSecrets('543 sur 1 000, u012, 03 20 00 00 00', secrets).map(
      ({ kind, found }) => `${kind} ${found}`,
    );
    expect(said.toSorted()).toEqual(['nombre secret 543', 'texte secret u012', 'téléphone 03 20 00 00 00']);
    expect(findSecrets('12 sur 1 000', secrets)).toEqual([]);
  });
});

test('une valeur se reconnaît sous tous ses déguisements', () => {
  const disguises = disguisesOf(8_765_432.1, '€');
  const printed =
    '8765432,1 · 876543210 · 8 765 432 € · 8,77 M€ · 8,8 M€ · 9 M€ · 8 765 k€ · 8,8 millions · 8 800 000 €';
  expect(keys(printed).filter((key) => !disguises.has(key))).toEqual([]);
  expect([...disguisesOf(543, '')]).toEqual(expect.arrayContaining(['543', '540']));
  expect(disguises.has('8.8')).toBe(false);
});
