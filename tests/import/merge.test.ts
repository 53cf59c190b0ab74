import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amount, date, decimal, integer, oneOf, severalOf, slug, text, yesNo } from '../../src/csv/kinds.ts';
import { readCsv } from '../../src/csv/read.ts';
import { writeCsv } from '../../src/csv/write.ts';
import { defineDataset } from '../../src/datasets/define.ts';
import { datasets } from '../../src/datasets/index.ts';
import type { ImportedLine } from '../../src/import/format.ts';
import { mergeLines } from '../../src/import/merge.ts';
import { openInPlace } from '../../src/import/open-in-place.ts';

const essai = defineDataset({
  id: 'essai',
  title: 'Essai',
  description: '',
  access: 'public',
  millesimes: false,
  columns: {
    id: slug({ title: 'id', required: true, unique: true }),
    nom: text({ title: 'Nom' }),
    forme: oneOf({ a: 'Association', s: 'Société' }, { title: 'Forme' }),
    publics: severalOf({ j: 'Jeunes', e: 'Enfants; petits', v: 'Voisins' }, { title: 'Publics' }),
    surface: decimal({ title: 'Surface' }),
    places: integer({ title: 'Places' }),
    budget: amount({ title: 'Budget' }),
    ouvert: yesNo({ title: 'Ouvert' }),
    depuis: date({ title: 'Depuis' }),
    note: text({ title: 'Note' }),
    parti: date({ title: 'Parti le' }),
  },
  key: ['id'],
  team: ['note', 'parti'],
  withdrawal: 'parti',
});
const EMPTY = {
  ...Object.fromEntries(Object.keys(essai.columns).map((id) => [id, null])),
  publics: [],
};
const ALL = new Set(Object.keys(essai.columns));

function lineOf(row: object, at = 0): ImportedLine {
  return { cells: {}, row: { ...EMPTY, ...row }, file: 'import.csv', line: at + 2, record: at + 2 };
}

/** What a file becomes, as text and as our reader reads it. */
function merge(rows: readonly object[], inPlace?: string, replace = false, dataset = essai) {
  const known = inPlace === undefined ? undefined : openInPlace(new TextEncoder().encode(inPlace), dataset.columns);
  const merged = mergeLines(rows.map(lineOf), known, { dataset, asked: ALL, replace });
  const file = writeCsv(merged.records);
  const read = readCsv(new TextEncoder().encode(file), { file: 'data.csv', columns: dataset.columns });
  return { ...merged, file, lines: file.slice(1).split('\r\n').slice(0, -1), read };
}

const IN_PLACE = 'id;Nom;Surface;Note;Parti le\r\na;Lieu A;50,70;vu en mars;\r\nb;Lieu B;;;2026-01\r\nc;Lieu C;3;;\r\n';

describe('compléter un fichier en place', () => {
  test('ce qui dit la même chose garde son écriture, ce qui change est dit, le reste est gardé', () => {
    const { lines, added, changed, unchanged, kept, withdrawn } = merge(
      [
        { id: 'a', nom: 'Lieu A', surface: 50.7 },
        { id: 'c', nom: 'Lieu C', surface: 4 },
        { id: 'd', nom: 'Lieu D' },
      ],
      IN_PLACE,
    );
    expect(lines).toEqual([
      'id;Nom;Surface;Note;Parti le',
      'a;Lieu A;50,70;vu en mars;',
      'b;Lieu B;;;2026-01',
      'c;Lieu C;4;;',
      'd;Lieu D;;;',
    ]);
    expect([added.length, unchanged, kept, withdrawn]).toEqual([1, 1, 0, 1]);
    expect(changed.map(({ cells }) => cells)).toEqual([[{ title: 'Surface', before: '3', after: '4' }]]);
  });

  test('une cellule vide de l’import n’efface rien, et l’import n’écrit pas sur ce que l’équipe a écrit', () => {
    const { lines, spared, changed } = merge(
      [
        { id: 'a', nom: 'Lieu A', note: 'autre' },
        { id: 'c', surface: 9 },
      ],
      IN_PLACE,
    );
    expect(lines[1]).toBe('a;Lieu A;50,70;vu en mars;');
    expect(lines[3]).toBe('c;Lieu C;9;;');
    expect([spared, changed.length]).toEqual([2, 1]);
  });

  test('un lieu parti n’est ni changé ni enlevé', () => {
    for (const replace of [false, true]) {
      const { lines, withdrawn } = merge([{ id: 'b', nom: 'Autre', surface: 1 }], IN_PLACE, replace);
      expect(lines).toContain('b;Lieu B;;;2026-01');
      expect(withdrawn).toBe(1);
    }
  });

  test('remplacer : ce que l’import n’a pas s’en va, sauf les départs et les notes de l’équipe', () => {
    const { lines, removed, changed } = merge([{ id: 'a', nom: 'Lieu A' }], IN_PLACE, true);
    expect(lines.slice(1)).toEqual(['a;Lieu A;;vu en mars;', 'b;Lieu B;;;2026-01']);
    expect(removed).toBe(1);
    expect(changed[0]?.cells).toEqual([{ title: 'Surface', before: '50,70', after: '' }]);
  });

  test('les colonnes en place gardent leur ordre ; une colonne de plus vient à sa place, une colonne inconnue reste', () => {
    const { lines } = merge([{ id: 'a', forme: 'a' }], 'Nom;id;Vue par\nLieu A;a;Équipe\n');
    expect(lines).toEqual(['Nom;Forme;id;Vue par', 'Lieu A;Association;a;Équipe']);
  });

  test('deux lignes sous un même identifiant : une erreur, à la seconde', () => {
    const { faults } = merge([{ id: 'a' }, { id: 'b' }, { id: 'a', nom: 'Lieu A' }]);
    expect(faults).toMatchObject([{ level: 'erreur', record: 4, value: 'a', problem: 'déjà à la ligne 2' }]);
  });
});

describe('des lignes que rien ne numérote', () => {
  const { subventions } = datasets;
  const grant = (objet: string, montant: number) => ({
    nomAttribuant: 'Ville A',
    idAttribuant: '21060004500392',
    dateConvention: '2018-01-30',
    referenceDecision: null,
    nomBeneficiaire: 'Association B',
    idBeneficiaire: '52499120500013',
    rnaBeneficiaire: null,
    objet,
    montant,
    nature: ['nature'],
    conditionsVersement: 'unique',
    datesPeriodeVersement: '2018-01-30',
    idRAE: null,
    notificationUE: null,
    pourcentageSubvention: 1,
    dispositifAide: null,
  });
  const put = (rows: readonly object[], inPlace?: string) => {
    const known =
      inPlace === undefined ? undefined : openInPlace(new TextEncoder().encode(inPlace), subventions.columns);
    const asked = new Set(Object.keys(subventions.columns));
    const lines = rows.map((row, at) => ({ cells: {}, row, file: 'import.csv', line: at + 2, record: at + 2 }));
    return mergeLines(lines, known, { dataset: subventions, asked, replace: false });
  };

  test('deux subventions d’une même clé restent deux, et se retrouvent', () => {
    const rows = [grant('Fonctionnement', 100), grant('Fonctionnement', 200), grant('Festival', 300)];
    const file = writeCsv(put(rows).records);
    expect(put(rows, file)).toMatchObject({ unchanged: 3, added: [], changed: [] });
    const again = put([grant('Fonctionnement', 250), grant('Fonctionnement', 100)], file);
    expect(again).toMatchObject({ unchanged: 1, kept: 1, added: [] });
    expect(again.changed.map(({ cells }) => cells)).toEqual([[{ title: 'montant', before: '2.00', after: '2.50' }]]);
  });

  test('deux lignes tout à fait pareilles comptent deux fois : c’est dit', () => {
    const { records, faults } = put([grant('Festival', 300), grant('Festival', 300)]);
    expect(records).toHaveLength(3);
    expect(faults).toMatchObject([{ level: 'avertissement', record: 3 }]);
  });
});

const words = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((word) => word.trim())
  .filter((word) => word === '' || essai.columns.nom.schema.safeParse(word).data === word)
  .filter((word) => essai.columns.nom.suspect?.(word) === undefined)
  .map((word) => word || null);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary);
const row = fc.record({
  nom: fc.oneof(words, fc.constantFrom('- Lieu', '+33 0', "'- Lieu", 'a;b', 'dit "A"', 'deux\nlignes', '0012', "'")),
  forme: maybe(fc.constantFrom('a', 's')),
  publics: fc.subarray(['j', 'e', 'v']),
  surface: maybe(fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Number(value.toFixed(6)) + 0)),
  places: maybe(fc.integer()),
  budget: maybe(fc.integer()),
  ouvert: maybe(fc.boolean()),
  depuis: maybe(fc.constantFrom('2023', '2023-10', '2023-10-15')),
});
const file = fc
  .array(row, { minLength: 1, maxLength: 8 })
  .map((rows) => rows.map((cells, at) => ({ ...EMPTY, ...cells, id: `l${at}` })));

describe('quoi que disent les lignes', () => {
  test('ce qui est écrit se relit à l’identique, et se réimporte sans rien changer', () => {
    fc.assert(
      fc.property(file, (rows) => {
        const first = merge(rows);
        expect(first.read.faults).toEqual([]);
        expect(first.read.rows).toEqual(rows);
        const again = merge(rows, first.file);
        expect(again).toMatchObject({ unchanged: rows.length, added: [], changed: [] });
        expect(again.file).toBe(first.file);
      }),
    );
  });

  test('une cellule changée ne change que sa ligne', () => {
    fc.assert(
      fc.property(file, fc.nat(), (rows, pick) => {
        const first = merge(rows);
        const at = pick % rows.length;
        const changed = rows.map((cells, index) =>
          index === at ? { ...cells, places: (cells.places ?? 0) + 1 } : cells,
        );
        const { records } = merge(changed, first.file);
        const differing = records.flatMap((cells, index) =>
          JSON.stringify(cells) === JSON.stringify(first.records[index]) ? [] : index,
        );
        expect(differing).toEqual([at + 1]);
      }),
    );
  });
});
