import { expect, test } from 'vitest';
import { amount, latitude, oneOf, severalOf, slug, yesNo } from '../../src/csv/kinds.ts';
import { defineDataset } from '../../src/datasets/define.ts';
import { datasets } from '../../src/datasets/index.ts';
import { tableSchemaOf } from '../../src/datasets/table-schema.ts';

const essai = defineDataset({
  id: 'essai',
  title: 'Essai',
  description: 'Un essai.',
  access: 'public',
  millesimes: false,
  columns: {
    id: slug({ title: 'Identifiant', required: true, unique: true }),
    code: slug({ title: 'Code', unique: true }),
    forme: oneOf({ a: 'Association', s: 'Scic' }, { title: 'Forme', theme: 'Identité' }),
    activites: severalOf({ b: 'Bureau' }, { title: 'Activités', since: 2026 }),
    budget: amount({ title: 'Budget', unit: '€', min: 0 }),
    ouvert: yesNo({ title: 'Ouvert' }),
    lat: latitude({ title: 'Latitude' }),
  },
  key: ['id'],
});

test('a Table Schema says of each column what our schema says', () => {
  const { primaryKey, fields } = tableSchemaOf(essai);
  expect(primaryKey).toEqual(['Identifiant']);
  expect(fields).toMatchObject([
    {
      name: 'Identifiant',
      type: 'string',
      constraints: { required: true, unique: true, pattern: '[a-z0-9]+(-[a-z0-9]+)*' },
    },
    { name: 'Code', constraints: { unique: true } },
    {
      name: 'Forme',
      theme: 'Identité',
      constraints: { enum: ['Association', 'Scic'] },
      options: [
        { code: 'a', label: 'Association' },
        { code: 's', label: 'Scic' },
      ],
    },
    { name: 'Activités', since: 2026, options: [{ code: 'b', label: 'Bureau' }] },
    { name: 'Budget', type: 'number', decimalChar: ',', unit: '€', constraints: { minimum: 0 } },
    { name: 'Ouvert', type: 'boolean', trueValues: ['oui'], falseValues: ['non'] },
    { name: 'Latitude', type: 'number', constraints: { minimum: -90, maximum: 90 } },
  ]);
});

test.each(Object.values(datasets))('$id: every column has a title and says what it expects', (dataset) => {
  for (const field of tableSchemaOf(dataset).fields) {
    expect(field.title).not.toBe('');
    expect(field.description).toMatch(/Attendu\u00a0: .+\.$/);
  }
});

test('a required column cannot be newer than some files', () => {
  const { id, title, description, access, millesimes } = essai;
  const columns = { id: slug({ title: 'id', required: true, since: 2026 }) };
  expect(() => defineDataset({ id, title, description, access, millesimes, columns, key: ['id'] })).toThrow(
    'cannot be required',
  );
});
