import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importHere, makeObservatory, put, readAll } from './command.ts';

const HEADERS = [
  'ID,NOM_TL,COMINIT,INSEECOM,NOMCOM,TYPO,LAT,LONG,PRECISION,MAIL',
  'nomAttribuant,idAttribuant,dateConvention,nomBeneficiaire,idBeneficiaire,objet,montant,nature,conditionsVersement,datesPeriodeVersement,pourcentageSubvention',
  'name,description,Latitude,Longitude',
];
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '99001',
    'Saint-Un',
    'Lieu',
    'Tiers lieux à dominante fablab',
    '50.1',
    '0.9',
    'a@example.org',
    '=cmd|calc!A1',
    '<b>',
    '\u202egnp',
    '__proto__',
    'Total',
    '2018-01-30',
    '21060004500392',
    'aide en nature',
    'unique',
    '1',
    '',
  ),
);
const table = fc
  .tuple(fc.constantFrom(...HEADERS), fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 6 }))
  .map(([header, rows]) => {
    const lines = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
    return new TextEncoder().encode([header, ...lines].join('\n'));
  });
/** Words of our code or of a machine, which no message to the team holds. */
const FOREIGN = /\b(?:undefined|NaN|TypeError|Error:|\[object|at \w+ \(|Cannot|Invalid|expected|required)\b/;

test('quels que soient les octets : rien ne lève d’exception, rien ne se perd, et tout est dit en français', async () => {
  const folder = makeObservatory();
  const before = readAll(folder);
  const data = join(folder, 'data');
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.uint8Array({ maxLength: 300 }), table, table),
      fc.boolean(),
      fc.boolean(),
      async (bytes, trial, replace) => {
        put(folder, 'import.csv', bytes);
        const { code, out } = await importHere(folder, {
          files: [join(folder, 'import.csv')],
          trial,
          replace,
          stated: { source: { title: 'Essai', path: 'https://example.org/' }, licence: 'etalab-2.0', date: '2026' },
          millesime: '2026',
        });
        expect(out.replace(/«[^»]*»/g, '')).not.toMatch(FOREIGN);
        const after = readAll(folder);
        if (code !== 0 || trial) expect(after).toEqual(before);
        else if (!replace) {
          const lines = before['lieux/lieux.csv']!.trim().split('\n').slice(1);
          for (const line of lines) expect(after['lieux/lieux.csv']).toContain(line);
        }
        rmSync(data, { recursive: true });
        for (const [path, content] of Object.entries(before)) put(data, path, content);
      },
    ),
    { numRuns: 80 },
  );
});
