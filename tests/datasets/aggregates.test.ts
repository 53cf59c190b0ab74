import { describe, expect, test } from 'vitest';
import { datasets } from '../../src/datasets/index.ts';
import { describeFile, loadWith, SOUND } from './folders.ts';

const gated = Object.values(datasets).filter(({ access }) => access === 'aggregates');

/** Kinds whose cells cannot hold a sentence: a closed list, a number, a date, a code. */
const CLOSED = ['slug', 'oneOf', 'severalOf', 'yesNo', 'integer', 'decimal', 'amount', 'date', 'communeCode'];

/** Loads one file of answers with the given header and record. */
function loadAnswers(header: string, record: string) {
  const { resources, ...described } = JSON.parse(SOUND['data/datapackage.json']!);
  const resource = describeFile('enquete-2023', 'enquete/enquete-2023.csv');
  return loadWith({
    'content/observatoire.yaml': `${SOUND['content/observatoire.yaml']}millesimes:\n  "2023": { libelle: "2023", questionnaire: 2023 }\n`,
    'data/datapackage.json': JSON.stringify({ ...described, resources: [...resources, resource] }),
    'data/enquete/enquete-2023.csv': `${header}\n${record}\n`,
  });
}

test('il y a un jeu dont on ne publie que des totaux', () => {
  expect(gated.map(({ id }) => id)).toEqual(['enquete']);
});

describe('les colonnes d’un tel jeu', () => {
  test.each(gated.map((dataset) => [dataset.id, dataset] as const))(
    '« %s » n’a ni texte libre ni adresse',
    (_, { columns }) => {
      const open = Object.entries(columns).filter(([, { kind }]) => !CLOSED.includes(kind));
      expect(open.map(([id]) => id)).toEqual([]);
    },
  );

  test('une colonne que le schéma ne nomme pas est refusée, et rien n’est lu', async () => {
    const { faults } = await loadAnswers(
      'id_unite;consentement;code_insee;Courriel du référent',
      'u1;annuaire;99001;jeanne@exemple.fr',
    );
    expect(faults.filter(({ level }) => level === 'erreur')).toMatchObject([
      { columnName: 'Courriel du référent', problem: 'colonne inconnue, refusée' },
    ]);
  });

  test.each([
    ['une adresse électronique', 'jeanne@exemple.fr'],
    ['un téléphone', '06 12 34 56 78'],
    ['une phrase', 'Appelez Jeanne'],
  ])('%s est refusée dans une cellule gardée', async (_, value) => {
    for (const column of ['cercle', 'milieu', 'surface', 'ouverture']) {
      const { faults } = await loadAnswers(`id_unite;consentement;code_insee;${column}`, `u1;annuaire;99001;${value}`);
      const refused = faults.filter(
        ({ level, value: read }) => level === 'erreur' && read?.includes(value.split(' ')[0]!),
      );
      expect(refused.length, column).toBeGreaterThan(0);
    }
  });
});
