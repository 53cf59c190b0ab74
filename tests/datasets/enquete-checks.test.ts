import { describe, expect, test } from 'vitest';
import type { Fault } from '../../src/csv/fault.ts';
import type { FaultAt } from '../../src/datasets/define.ts';
import { enquete, type Reponse } from '../../src/datasets/enquete.ts';
import { RESSOURCES } from '../../src/datasets/enquete-options.ts';
import { answer } from '../figures/survey-data.ts';

const fault: FaultAt<Reponse> = (_, columnName, { level = 'erreur', ...refusal }): Fault => ({
  file: 'enquete-3003.csv',
  level,
  columnName,
  ...refusal,
});

/** Faults of one place's answers, as "level column : problem". */
function faultsOf(answers: Partial<Reponse>): readonly string[] {
  const rows = [answer(1, answers)];
  return (enquete.checks ?? [])
    .flatMap((check) => check(rows, fault))
    .map(({ level, columnName, problem }) => `${level} ${columnName} : ${problem}`);
}

const NOTHING = Object.fromEntries(Object.keys(RESSOURCES).map((kind) => [kind, 0])) as Partial<Reponse>;

describe('le schéma de l’enquête', () => {
  const columns = Object.entries(enquete.columns);

  test('a soixante colonnes au moins, chacune avec un titre à elle et un thème', () => {
    expect(columns.length).toBeGreaterThanOrEqual(60);
    expect(new Set(columns.map(([, { meta }]) => meta.title)).size).toBe(columns.length);
    expect(columns.filter(([, { meta }]) => !meta.theme)).toEqual([]);
  });

  test('dit sensible tout montant', () => {
    expect(columns.filter(([, { kind, meta }]) => kind === 'amount' && !meta.sensible)).toEqual([]);
  });

  test('ne demande ni nom, ni adresse électronique, ni texte libre', () => {
    expect(columns.filter(([, { kind }]) => kind === 'text' || kind === 'url')).toEqual([]);
  });
});

describe('les règles entre colonnes', () => {
  test('une part ne dépasse pas son tout', () => {
    expect(faultsOf({ emplois_total: 3, emplois_femmes: 4 })).toEqual([
      'erreur emplois_femmes : plus que « Emplois directs »',
    ]);
    expect(faultsOf({ emplois_total: 3, emplois_femmes: 3 })).toEqual([]);
    expect(faultsOf({ structures_hebergees: 1, structures_fabrication: 2 })).toHaveLength(1);
    expect(faultsOf({ membres_instances: 1, membres_instances_femmes: 2 })).toHaveLength(1);
    expect(faultsOf({ emplois_femmes: 4 })).toEqual([]);
  });

  test('des contrats ou des temps pleins plus nombreux que les emplois étonnent', () => {
    expect(faultsOf({ emplois_total: 3, emplois_cdi: 2, emplois_cdd: 2 })).toEqual([
      'avertissement emplois_total : les contrats détaillés font 4 emplois',
    ]);
    expect(faultsOf({ emplois_total: 3, emplois_etp: 3.5 })).toEqual([
      'avertissement emplois_etp : plus que « Emplois directs »',
    ]);
  });

  test('les ressources font leur total, à 1 % près', () => {
    expect(faultsOf({ ...NOTHING, adhesions: 100_000, ressources_total: 100_900 })).toEqual([]);
    expect(faultsOf({ ...NOTHING, adhesions: 100_000, ressources_total: 130_000 })).toEqual([
      'avertissement ressources_total : les ressources détaillées font 1\u202f000\u00a0€',
    ]);
    expect(faultsOf({ adhesions: 100_000, ressources_total: 130_000 })).toEqual([]);
    expect(faultsOf({ adhesions: 100_000, ressources_total: 90_000 })).toHaveLength(1);
  });

  test('un lieu n’ouvre pas bien après l’enquête', () => {
    expect(faultsOf({ ouverture: '3004' })).toEqual([]);
    expect(faultsOf({ ouverture: '3005-02' })).toEqual(['erreur ouverture : après l’enquête']);
  });

  test('« aucun » est seul', () => {
    expect(faultsOf({ transitions: ['aucune'] })).toEqual([]);
    expect(faultsOf({ transitions: ['aucune', 'energie'] })).toEqual([
      'avertissement transitions : « aucun » coché avec autre chose',
    ]);
    expect(faultsOf({ mediation_numerique: false, services_numeriques: ['demarches'] })).toHaveLength(1);
    expect(faultsOf({ mediation_numerique: false, services_numeriques: ['aucun'] })).toEqual([]);
  });
});
