import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHostile } from '../../src/csv/hostile.ts';
import { datasets } from '../../src/datasets/index.ts';
import { describeFaults } from '../../src/report/terminal.ts';
import { importFile } from './import-file.ts';
import { told } from './import-places.ts';

const HEADERS = {
  'scdl-subventions':
    'nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,rnaBeneficiaire,objet,montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,notificationUE,pourcentageSubvention,dispositifAide',
  'cget-2019': 'ID,NOM_TL,CP,COMINIT,INSEECOM,NOMCOM,INSEEMETRO,NOMCOMMETRO,WEB,TYPO,LAT,LONG,GEOCOD,PRECISION,MAIL',
  'mediation-numerique':
    'id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,telephone,courriels,site_web,date_maj',
  'opendatasoft-tiers-lieux':
    'geo_point_2d,geo_shape,nom,commune,code_insee,code_postal,departement,type,url,date_maj,contact',
  umap: 'name,description,commune,type,url,Latitude,Longitude',
  bdftl: 'ID_UNIQUE,NOM,VILLE,DEPARTEMENT_TL,EMAIL,statut_lieu,Activités,Coworking,Formation,surface,Milieu,Rural',
  limesurvey: 'id,submitdate,lastpage,token,code_insee,activites[coworking],activites[other],forme_juridique,ouverture',
  'colonnes-lieux': Object.keys(datasets.lieux.columns).join(),
  'colonnes-reperes': Object.keys(datasets.reperes.columns).join(),
  'colonnes-enquete': Object.keys(datasets.enquete.columns).join(),
  'colonnes-flux': Object.keys(datasets.flux.columns).join(),
  'place-list': 'Nom,Commune,Code postal,Type,Activités,Site internet,lat,x,Courriel,date_maj',
  'google-forms': 'Horodateur,id_unite,Commune,Code postal,consentement,Activités,travaux,loyer_annuel,cercle',
} as const;

/** Cells that have broken importers before, among any text. */
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '=cmd|calc!A1',
    'javascript:alert(1)',
    '<img src=x onerror=alert(1)>',
    '../../etc/passwd',
    '\u202egnp.exe',
    '1e999',
    '-0',
    '0.0000000001 %',
    '9999999999999999999999',
    '2018/99/99_0000/00/00',
    '__proto__',
    'constructor',
    '21060004500392',
    '59350',
    '99001',
    'Commune A1',
    '50.6, 3.05',
    '{"type":"Point","coordinates":[3.05,50.6]}',
    '{"geometry":{"geometry":null}}',
    'Fab lab',
    'TIERS_LIEUX',
    '50.6',
    'aide en nature;aide en nature',
    '"',
    '',
  ),
);
const encoder = new TextEncoder();
const line = (cells: readonly string[]) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');

/** Rows are plain, faults can be told and point into the file. */
function judge(bytes: Uint8Array, lines: number): void {
  const { imported, faults } = importFile(bytes, 'hostile.csv', told);
  expect(describeFaults(faults)).toEqual(expect.any(String));
  for (const fault of faults) expect(fault.line ?? 1).toBeLessThanOrEqual(lines);
  if (!imported) {
    expect(faults.some(({ level }) => level === 'erreur')).toBe(true);
    return;
  }
  const texts = imported.lines
    .flatMap(({ row, cells }) => [...Object.values(row), ...Object.values(cells)])
    .filter((value) => typeof value === 'string');
  expect(texts.filter(findHostile)).toEqual([]);
}

describe('un import ne lève jamais d’exception', () => {
  test('quels que soient les octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(() => importFile(bytes, 'octets.csv', told)).not.toThrow();
      }),
      { numRuns: 400 },
    );
  });

  test.each(Object.entries(HEADERS))('%s : quelles que soient les cellules', (id, header) => {
    const width = header.split(',').length;
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: width + 1 }), { maxLength: 6 }), (rows) => {
        const text = [header, ...rows.map(line)].join('\n');
        const bytes = encoder.encode(text);
        if (!bytes.includes(0)) expect(importFile(bytes, 'hostile.csv').format?.id).toBe(id);
        judge(bytes, text.split(/\r\n|\r|\n/).length);
      }),
      { numRuns: 150 },
    );
  });

  test.each(Object.entries(HEADERS))('%s : un en-tête suivi de n’importe quels octets', (_, header) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => {
        const bytes = Uint8Array.from([...encoder.encode(`${header}\n`), ...tail]);
        expect(() => importFile(bytes, 'octets.csv', told)).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });

  test.each(Object.entries(HEADERS))(
    '%s : n’importe quelles colonnes parmi les siennes, dans n’importe quel ordre',
    (_, header) => {
      const names = fc.shuffledSubarray(header.split(','));
      fc.assert(
        fc.property(names, fc.array(cell, { maxLength: 16 }), (columns, cells) => {
          expect(() =>
            importFile(encoder.encode([line(columns), line(cells)].join('\n')), 'colonnes.csv', told),
          ).not.toThrow();
        }),
        { numRuns: 150 },
      );
    },
  );

  test('une cellule de 10 000 caractères est racontée en une ligne', () => {
    const header = HEADERS['cget-2019'];
    const cells = header.split(',').map(() => 'x'.repeat(10_000));
    const told = describeFaults(importFile(encoder.encode([header, line(cells)].join('\n')), 'long.csv').faults);
    expect(Math.max(...told.split('\n').map(({ length }) => length))).toBeLessThan(400);
  });

  test.each(Object.entries(HEADERS))('%s : des cellules démesurées sont lues sans attendre', (_, header) => {
    for (const piece of ['(', '{{', ' \n', '1 ', '[[', '<img ', '-', 's/ ']) {
      const names = header.split(',');
      const cells = names.map(() => `a${piece.repeat(400_000 / names.length / piece.length)}b`);
      const bytes = encoder.encode([header, line(cells)].join('\n'));
      expect(importFile(bytes, 'long.csv', told).imported?.lines).toEqual([]);
    }
  });
});
