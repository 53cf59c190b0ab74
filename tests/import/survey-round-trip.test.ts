import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasErrors } from '../../src/csv/fault.ts';
import { readCsv } from '../../src/csv/read.ts';
import { enquete } from '../../src/datasets/enquete.ts';
import { importTables, openTable } from '../../src/import/index.ts';
import { demonstration, demonstrationAnswers } from './demonstration-survey.ts';
import { importFile } from './import-file.ts';
import { rowsOf, writeCells } from './write-cells.ts';
import { writeBdftl2026, writeGoogleForms, writeLimeSurvey } from './write-survey.ts';

const problems = (faults: readonly { problem?: string }[]) => faults.map(({ problem }) => problem);

/** The census of 2026 knows no place that opens in 2988. */
const dateBack = (date: string | null) => date?.replace(/^\d{4}/, (year) => String(Number(year) - 977)) ?? null;

describe('les réponses de la démonstration, réécrites par un outil, reviennent les mêmes', () => {
  test.each(['questions', 'codes', 'both'] as const)('LimeSurvey, en-têtes : %s', (headings) => {
    const { format, imported, faults } = importFile(
      writeLimeSurvey(demonstrationAnswers, headings),
      'export.csv',
      demonstration,
    );
    expect(format?.id).toBe('limesurvey');
    expect(hasErrors(faults)).toBe(false);
    expect(rowsOf(imported)).toEqual(demonstrationAnswers);
    expect(new Set(imported!.lines.map(({ millesime }) => millesime))).toEqual(new Set(['3003']));
  });

  test('Google Forms', () => {
    const { format, imported, faults } = importFile(
      writeGoogleForms(demonstrationAnswers),
      'export.csv',
      demonstration,
    );
    expect(format?.id).toBe('google-forms');
    expect(problems(faults)).toEqual([
      'données personnelles : colonne laissée de côté',
      'données personnelles : colonne laissée de côté',
      'toutes les réponses datent de 3003 : c’est l’année de l’enquête',
    ]);
    expect(rowsOf(imported)).toEqual(demonstrationAnswers);
  });

  test('recensement national de 2026, seize fichiers', () => {
    const answers = demonstrationAnswers.map((answer) => ({ ...answer, ouverture: dateBack(answer.ouverture) }));
    const tables = writeBdftl2026(answers).map(({ file, bytes }) => openTable(bytes, file));
    const imports = importTables(tables, demonstration);
    expect(imports).toHaveLength(1);
    const { format, imported, faults } = imports[0]!;
    expect(format?.id).toBe('bdftl');
    expect(hasErrors(faults)).toBe(false);
    expect(rowsOf(imported)).toEqual(answers);
    expect(imported!.lines[0]).toMatchObject({ millesime: '2026', place: { nom: 'Lieu u001', commune: 'Commune B2' } });
  });

  test('et les textes écrits se relisent comme ces réponses', () => {
    const { imported } = importFile(writeLimeSurvey(demonstrationAnswers, 'questions'), 'export.csv', demonstration);
    const { rows, faults } = readCsv(writeCells(imported!.lines), {
      file: 'enquete.csv',
      columns: enquete.columns,
      references: demonstration.references,
    });
    expect(faults).toEqual([]);
    expect(rows).toEqual(demonstrationAnswers);
  });
});

describe('n’importe quelles réponses à choix reviennent les mêmes', () => {
  /** Not « aucun », which our rules refuse beside another answer. */
  const codesOf = (options: object) => Object.keys(options).filter((code) => !/^aucune?$/.test(code));
  const chosen = Object.fromEntries(
    Object.entries(enquete.columns).map(([id, { kind, options = {} }]): [string, fc.Arbitrary<unknown>] => {
      if (kind === 'severalOf') return [id, fc.subarray(codesOf(options))];
      if (kind === 'oneOf')
        return [id, fc.constantFrom(...Object.keys(options), ...(id === 'consentement' ? [] : [null]))];
      return [id, kind === 'yesNo' ? fc.constantFrom(true, false, null) : fc.constant(null)];
    }),
  );
  const place = fc.record({ ...chosen, code_insee: fc.constantFrom(...demonstration.communes.keys()) });
  const answers = fc
    .array(place, { minLength: 1, maxLength: 4 })
    .map((rows) => rows.map((row, at) => ({ ...row, id_unite: `u${at}` })) as never as typeof demonstrationAnswers);

  test.each([
    ['LimeSurvey, codes', (rows: typeof demonstrationAnswers) => [writeLimeSurvey(rows, 'codes')]],
    ['LimeSurvey, questions', (rows: typeof demonstrationAnswers) => [writeLimeSurvey(rows, 'both')]],
    ['Google Forms', (rows: typeof demonstrationAnswers) => [writeGoogleForms(rows)]],
    ['bdftl 2026', (rows: typeof demonstrationAnswers) => writeBdftl2026(rows).map(({ bytes }) => bytes)],
  ])('%s', (_, write) => {
    fc.assert(
      fc.property(answers, (rows) => {
        const tables = write(rows).map((bytes, at) => openTable(bytes, `${at}.csv`));
        expect(rowsOf(importTables(tables, demonstration)[0]!.imported)).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });
});
