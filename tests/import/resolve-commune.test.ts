import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { References } from '../../src/csv/column.ts';
import { readOfficialCommunes } from '../../src/datasets/official-communes.ts';
import { makeCommuneResolver, type WrittenCommune } from '../../src/import/resolve-commune.ts';

const references: References = {
  communes: new Map([
    [
      '99001',
      { nom: 'Grandville', departement: '99', codesPostaux: ['99000', '99100'], anciensNoms: ['Petiville-Grandville'] },
    ],
    ['99002', { nom: 'Saint-Exemple-sur-Test', departement: '99', codesPostaux: ['99200'] }],
    ['99003', { nom: 'Bourg-sous-Test', departement: '99', codesPostaux: ['99200'] }],
    ['99004', { nom: 'Bourg-sur-Test', departement: '99', codesPostaux: ['99300'] }],
    ['99005', { nom: 'Le Hameau-lès-Test', departement: '99', codesPostaux: ['99200'] }],
    ['01001', { nom: 'Grandville', departement: '01', codesPostaux: ['01100'] }],
  ]),
  formerCommunes: new Map([['99009', '99001']]),
};
const territoires = [
  { id: 'nord-est', nom: 'Nord-Est', type: 'departement', code: '99' },
  { id: 'ouest', nom: 'Ouest', type: 'departement', code: '01' },
  { id: 'cercle-a', nom: 'Cercle A', type: 'cercle' },
];
const resolve = makeCommuneResolver(references, territoires);

/** What is found, and what is said, as short as they can be compared. */
function find(written: WrittenCommune, resolver = resolve): string {
  const { code, nom, isOutside, remarks } = resolver(written);
  const said = remarks.map(({ level, about, problem, mended, nearest }) =>
    [level === 'erreur' ? 'E' : 'A', `${about} :`, problem, mended && `→ ${mended}`, nearest && `(${nearest} ?)`]
      .filter(Boolean)
      .join(' '),
  );
  return [`${code} ${nom}`.trim(), ...(isOutside ? ['hors du territoire'] : []), ...said].join(' | ');
}

describe('un code', () => {
  test.each<[string, WrittenCommune, string]>([
    ['juste', { code: '99001', nom: 'Grandville' }, '99001 Grandville'],
    ['seul', { code: '99001' }, '99001 Grandville'],
    [
      'l’emporte sur le nom',
      { code: '99001', nom: 'Bourg-sur-Test' },
      '99001 Grandville | A nom : le nom n’est pas celui de la commune du code : le code l’emporte → Grandville',
    ],
    [
      'admet un nom écrit autrement',
      { code: '99002', nom: 'ST EXEMPLE SUR TEST' },
      '99002 Saint-Exemple-sur-Test | A nom : commune écrite autrement → Saint-Exemple-sur-Test',
    ],
    [
      'admet le nom d’une partie de la commune',
      { code: '99001', nom: 'Petiville' },
      '99001 Grandville | A nom : commune écrite autrement → Grandville',
    ],
    [
      'd’une commune fusionnée',
      { code: '99009' },
      '99001 Grandville | A code : ancienne commune, fusionnée : le code est celui de la nouvelle → 99001',
    ],
    ['sans son zéro', { code: '1001' }, '01001 Grandville | A code : zéro initial perdu → 01001'],
    [
      'contredit par le code postal',
      { code: '99001', codePostal: '99300' },
      '99001 Grandville | A codePostal : code postal d’une autre commune',
    ],
    [
      'postal',
      { code: '99300', nom: 'Bourg-sur-Test' },
      '99004 Bourg-sur-Test | A code : code postal à la place du code INSEE | A nom : code INSEE absent, trouvé par le nom et le code postal → 99004',
    ],
    ['d’un autre département', { code: '75056', nom: 'Ailleurs' }, '75056 Ailleurs | hors du territoire'],
    ['inconnu du territoire : notre lecteur le dira', { code: '99999', nom: 'Grandville' }, '99999 Grandville'],
    ['écrit à la place du nom', { nom: '99001' }, '99001 Grandville'],
  ])('%s', (_, written, expected) => {
    expect(find(written)).toBe(expected);
  });
});

describe('un nom', () => {
  const BY_POSTAL = 'code INSEE absent, trouvé par le nom et le code postal';
  const BY_DEPARTEMENT = 'code INSEE absent, trouvé par le nom et le département';
  const ALONE = 'code INSEE absent, trouvé par le nom seul';
  const OTHERWISE = 'A nom : commune écrite autrement →';
  test.each<[WrittenCommune, string]>([
    [{ nom: 'Grandville', codePostal: '99000' }, `99001 Grandville | A nom : ${BY_POSTAL} → 99001`],
    [{ nom: 'Grandville', codePostal: '1100' }, `01001 Grandville | A nom : ${BY_POSTAL} → 01001`],
    [{ nom: 'Grandville', departement: 'nord est' }, `99001 Grandville | A nom : ${BY_DEPARTEMENT} → 99001`],
    [{ nom: 'Grandville', departement: 'Ouest (01)' }, `01001 Grandville | A nom : ${BY_DEPARTEMENT} → 01001`],
    [{ nom: 'Grandville', departement: '1' }, `01001 Grandville | A nom : ${BY_DEPARTEMENT} → 01001`],
    [{ nom: 'Grandville (99)' }, `99001 Grandville | A nom : ${BY_DEPARTEMENT} → 99001 | ${OTHERWISE} Grandville`],
    [{ nom: '99100 GRANDVILLE' }, `99001 Grandville | A nom : ${BY_POSTAL} → 99001 | ${OTHERWISE} Grandville`],
    [
      { nom: 'Grandville Cedex 9', codePostal: '99044' },
      `99001 Grandville | A nom : ${BY_DEPARTEMENT} → 99001 | ${OTHERWISE} Grandville`,
    ],
    [
      { nom: 'Grandville 2e arrondissement', codePostal: '99000' },
      `99001 Grandville | A nom : ${BY_POSTAL} → 99001 | ${OTHERWISE} Grandville`,
    ],
    [
      { nom: 'Grandville (Petiville)', codePostal: '99100' },
      `99001 Grandville | A nom : ${BY_POSTAL} → 99001 | ${OTHERWISE} Grandville`,
    ],
    [{ nom: 'Petiville' }, `99001 Grandville | A nom : ${ALONE} → 99001 | ${OTHERWISE} Grandville`],
    [
      { nom: 'St-Exemple s/ Test' },
      `99002 Saint-Exemple-sur-Test | A nom : ${ALONE} → 99002 | ${OTHERWISE} Saint-Exemple-sur-Test`,
    ],
    [
      { nom: 'Hameau lez Test' },
      `99005 Le Hameau-lès-Test | A nom : ${ALONE} → 99005 | ${OTHERWISE} Le Hameau-lès-Test`,
    ],
    [
      { nom: 'Hameau-lès-Test (Le)' },
      `99005 Le Hameau-lès-Test | A nom : ${ALONE} → 99005 | ${OTHERWISE} Le Hameau-lès-Test`,
    ],
    [
      { nom: 'Bourg s/ Test', codePostal: '99300' },
      `99004 Bourg-sur-Test | A nom : ${BY_POSTAL} → 99004 | ${OTHERWISE} Bourg-sur-Test`,
    ],
    [
      { nom: 'Bourg-sur-Test', codePostal: '99200' },
      `99004 Bourg-sur-Test | A nom : ${BY_DEPARTEMENT} → 99004 | A codePostal : code postal d’une autre commune`,
    ],
    [{ nom: 'Ailleurs', codePostal: '75011' }, 'Ailleurs | hors du territoire'],
    [{ nom: 'Grandville', departement: 'Manche' }, 'Grandville | hors du territoire'],
    [{ nom: 'Grandville', departement: 'Nord-Ets' }, 'Grandville | E departement : département inconnu (Nord-Est ?)'],
    [
      { nom: 'Granville', codePostal: '99000' },
      'Granville | E nom : commune inconnue du territoire (99001 Grandville (99) ?)',
    ],
    [
      { nom: 'Bourg-sur-Test', departement: '01' },
      'Bourg-sur-Test | E nom : aucune commune de ce nom dans le département ou le code postal écrit',
    ],
    [
      { codePostal: '99300' },
      '99004 Bourg-sur-Test | A codePostal : code INSEE absent, trouvé par le code postal → 99004',
    ],
    [{ codePostal: '99999' }, '| E codePostal : code postal inconnu du territoire'.trim()],
    [{}, ''],
  ])('%o', (written, expected) => {
    expect(find(written).trim()).toBe(expected);
  });

  test.each<[WrittenCommune, string]>([
    [{ nom: 'Grandville' }, 'l’une de ces communes : 99001 Grandville (99), 01001 Grandville (01)'],
    [{ nom: 'Bourg s/ Test' }, 'l’une de ces communes : 99004 Bourg-sur-Test (99), 99003 Bourg-sous-Test (99)'],
    [
      { codePostal: '99200' },
      'l’une de ces communes : 99002 Saint-Exemple-sur-Test (99), 99003 Bourg-sous-Test (99), 99005 Le Hameau-lès-Test (99)',
    ],
  ])('ambigu n’est jamais choisi : %o', (written, expected) => {
    const { code, remarks } = resolve(written);
    expect(code).toBe('');
    expect(remarks).toMatchObject([{ level: 'erreur', problem: 'ambigu : écrivez le code INSEE', expected }]);
  });
});

describe('une liste plus pauvre', () => {
  test('sans codes postaux, le code postal ne dit rien ; sans départements, rien n’est dit hors du territoire', () => {
    const poor = makeCommuneResolver({
      communes: new Map([['ZA001', { nom: 'Commune A1' }]]),
      formerCommunes: new Map(),
    });
    expect(find({ nom: 'commune a1', codePostal: '75011', departement: 'Ailleurs' }, poor)).toBe(
      'ZA001 Commune A1 | A nom : code INSEE absent, trouvé par le nom seul → ZA001 | A nom : commune écrite autrement → Commune A1',
    );
    expect(find({ code: '75056' }, poor)).toBe('75056');
  });

  test('sans liste, seule la forme du code est regardée', () => {
    const none = makeCommuneResolver(undefined);
    expect(find({ code: '2408', nom: 'Ville' }, none)).toBe('02408 Ville | A code : zéro initial perdu → 02408');
    expect(find({ nom: 'Ville' }, none)).toBe('Ville');
  });
});

describe('la liste officielle', () => {
  let official: References;
  let resolveOfficial: ReturnType<typeof makeCommuneResolver>;
  beforeAll(async () => {
    official = await readOfficialCommunes(new Set(['02', '59', '60', '62', '80']));
    resolveOfficial = makeCommuneResolver(official);
  });

  test.each([
    ['son nom et son département', (nom: string) => nom],
    ['son nom en capitales sans accent et son département', (nom: string) => unaccent(nom).toUpperCase()],
    [
      'son nom sans trait d’union, « St » pour « Saint », et son département',
      (nom: string) =>
        unaccent(nom)
          .replace(/-/g, ' ')
          .replace(/\bSaint(e?)\b/g, 'St$1'),
    ],
  ])('chaque commune se trouve par %s', (_, write) => {
    const lost = [...official.communes].filter(
      ([code, { nom, departement }]) => resolveOfficial({ nom: write(nom), departement }).code !== code,
    );
    expect(lost).toEqual([]);
  });

  test('chaque commune se trouve par son nom et chacun de ses codes postaux', () => {
    const lost = [...official.communes].filter(([code, { nom, codesPostaux = [] }]) =>
      codesPostaux.some((codePostal) => resolveOfficial({ nom, codePostal }).code !== code),
    );
    expect(official.communes.size).toBeGreaterThan(3000);
    expect(lost).toEqual([]);
  });

  test('par son seul nom, une commune se trouve ou se demande, sans jamais être prise pour une autre', () => {
    const answers = [...official.communes].map(([code, { nom }]) => {
      const { code: answer, remarks } = resolveOfficial({ nom });
      return { code, answer, expected: remarks.at(-1)?.expected };
    });
    const found = answers.filter(({ answer }) => answer !== '');
    expect(found.length).toBeGreaterThan(3500);
    expect(found.filter(({ code, answer }) => answer !== code)).toEqual([]);
    const asked = answers.filter(({ answer }) => answer === '');
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter(({ code, expected }) => !expected?.includes(code))).toEqual([]);
  });

  test('chaque ancien code donne une commune d’aujourd’hui', () => {
    for (const [former, current] of official.formerCommunes)
      expect(resolveOfficial({ code: former }).code).toBe(current);
  });
});

test('quels que soient les textes, rien n’est levé et un code trouvé est de la liste', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('Grandville', '(', '((Le)', '99001', '75', '(99)', 's/', 'Cedex', '2e'),
  );
  fc.assert(
    fc.property(
      fc.record({ code: words, nom: words, codePostal: words, departement: words }, { requiredKeys: [] }),
      (written) => {
        const { code, remarks } = resolve(written);
        expect(remarks.every(({ expected }) => expected !== '')).toBe(true);
        if (!written.code && code !== '') expect(references.communes.has(code)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

function unaccent(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
