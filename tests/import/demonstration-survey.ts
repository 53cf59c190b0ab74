import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { References } from '../../src/csv/column.ts';
import { readCsv } from '../../src/csv/read.ts';
import { enquete } from '../../src/datasets/enquete.ts';
import type { Commune } from '../../src/datasets/geography.ts';
import { readListedCommunes } from '../../src/datasets/listed-communes.ts';
import { type Settings, settingsSchema } from '../../src/datasets/settings.ts';
import type { SurveyAnswers } from '../../src/import/survey/convert-survey.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path));

const { communes } = readListedCommunes(read('data/demonstration/territoires/communes.csv'), 'communes.csv');

/** The fictional region: its communes and settings. */
export const demonstration: { references: References; settings: Settings; communes: ReadonlyMap<string, Commune> } = {
  references: { communes, formerCommunes: new Map() },
  settings: settingsSchema.parse(parse(read('content/demonstration/observatoire.yaml').toString())),
  communes,
};

/** The fictional answers of the second wave, as our own reader reads them. */
export const demonstrationAnswers: readonly SurveyAnswers[] = readCsv(
  read('data/demonstration/enquete/enquete-3003.csv'),
  {
    file: 'enquete-3003.csv',
    columns: enquete.columns,
    references: demonstration.references,
  },
).rows;
