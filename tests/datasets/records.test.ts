import { expect, test } from 'vitest';
import { oneOf, severalOf, text, yesNo } from '../../src/csv/kinds.ts';
import { readCsv } from '../../src/csv/read.ts';
import { writeCsv } from '../../src/csv/write.ts';
import { defineDataset } from '../../src/datasets/define.ts';
import { publicRecords } from '../../src/datasets/records.ts';
import { subventions } from '../../src/datasets/subventions.ts';

const columns = {
  nom: text({ title: 'nom' }),
  type: oneOf({ a: 'Atelier', b: 'Bureau' }, { title: 'type' }),
  publics: severalOf({ j: 'Jeunes', e: 'Entreprises' }, { title: 'publics' }),
  ouvert: yesNo({ title: 'ouvert' }),
  telephone: text({ title: 'téléphone', sensible: true }),
};
const row = { nom: 'Lieu A', type: 'a', publics: ['j', 'e'], ouvert: true, telephone: '0' };

test('un jeu public sort en mots, sans ses colonnes sensibles', () => {
  const dataset = defineDataset({
    id: 'essai',
    title: 'Essai',
    description: '',
    access: 'public',
    millesimes: false,
    columns,
    key: ['nom'],
  });
  expect(publicRecords(dataset, [row])).toEqual([
    ['nom', 'type', 'publics', 'ouvert'],
    ['Lieu A', 'Atelier', 'Jeunes; Entreprises', 'oui'],
  ]);
});

test('un jeu d’agrégats ne sort pas', () => {
  const dataset = defineDataset({
    id: 'essai',
    title: 'Essai',
    description: '',
    access: 'aggregates',
    millesimes: false,
    columns,
    key: ['nom'],
  });
  expect(() => publicRecords(dataset, [row])).toThrow('never leave');
});

test('une subvention publiée se relit comme elle a été lue : montants, parts et natures du format national', () => {
  const cells = {
    nomAttribuant: 'Collectivité A',
    idAttribuant: '12345678900015',
    dateConvention: '3001-02-03',
    nomBeneficiaire: 'Association B',
    rnaBeneficiaire: 'W123456789',
    objet: 'Aide',
    montant: '137825.50',
    nature: 'aide en numéraire;aide en nature',
    conditionsVersement: 'unique',
    datesPeriodeVersement: '3001-02-03/3001-03-04',
    notificationUE: 'non',
    pourcentageSubvention: '0.45',
  };
  const { columns } = subventions;
  const read = (text: string) => readCsv(new TextEncoder().encode(text), { file: 'essai.csv', columns });
  const quoted = Object.values(cells).map((cell) => `"${cell}"`);
  const first = read([Object.keys(cells).join(';'), quoted.join(';')].join('\n'));
  const [titles, record] = publicRecords(subventions, first.rows);
  expect(Object.fromEntries(titles!.map((title, index) => [title, record![index]]))).toMatchObject(cells);
  expect(read(writeCsv([titles!, record!])).rows).toEqual(first.rows);
});
