import type { Fault } from '../csv/fault.ts';
import { isRounded, ROUNDED } from '../csv/kinds/siret.ts';
import { date, exactly, period, pointAmount, pointDecimal, rna, siret, text } from '../csv/kinds.ts';
import { judgeName, maskName } from '../csv/natural-person.ts';
import { readCsv } from '../csv/read.ts';
import { decisionsOf, type SplitRow } from './decisions.ts';
import { defineDataset, type FaultAt, type RowOf } from './define.ts';

/** Longest description that the standard admits, in characters. */
export const STANDARD_LENGTH = 256;

/** What a subsidy is made of, in the standard's own words: the value lists the natures. */
const NATURES = {
  'aide en numéraire': ['numéraire'],
  'aide en nature': ['nature'],
  'aide en numéraire;aide en nature': ['numéraire', 'nature'],
  'aide en nature;aide en numéraire': ['numéraire', 'nature'],
} as const;

const NOTIFICATIONS = { oui: true, non: false } as const;

const conditionsVersement = {
  title: 'conditionsVersement',
  description: 'Conditions de versement : « unique », « échelonné », ou une description libre.',
  required: true,
} as const;

const notificationUE = {
  title: 'notificationUE',
  description: 'Aide de minimis notifiée à la Commission européenne (règlement n° 1407/2013).',
} as const;

const objet = { title: 'objet', description: 'Ce que la subvention finance.', required: true } as const;

const columns = {
  nomAttribuant: text({
    title: 'nomAttribuant',
    description: 'Nom officiel de la collectivité qui attribue la subvention.',
    required: true,
  }),
  idAttribuant: siret({
    title: 'idAttribuant',
    description: 'SIRET de la collectivité qui attribue la subvention.',
    required: true,
    strict: true,
  }),
  dateConvention: date({
    title: 'dateConvention',
    description: 'Date de la convention de subvention.',
    required: true,
    precision: 'day',
    strict: true,
  }),
  referenceDecision: text({
    title: 'referenceDecision',
    description: 'Identifiant interne de l’acte qui attribue la subvention.',
  }),
  nomBeneficiaire: text({
    title: 'nomBeneficiaire',
    description: 'Nom officiel ou raison sociale du bénéficiaire.',
    required: true,
  }),
  idBeneficiaire: siret({
    title: 'idBeneficiaire',
    description: 'SIRET du bénéficiaire ; à défaut, son numéro RNA dans rnaBeneficiaire.',
    strict: true,
  }),
  rnaBeneficiaire: rna({
    title: 'rnaBeneficiaire',
    description: 'Numéro du bénéficiaire au répertoire national des associations.',
  }),
  objet: text({ ...objet, max: STANDARD_LENGTH }),
  montant: pointAmount({
    title: 'montant',
    description: 'Montant total de la subvention, avant répartition entre ses bénéficiaires.',
    unit: '€',
    required: true,
  }),
  nature: exactly(NATURES, {
    title: 'nature',
    description: 'Aide en numéraire, aide en nature, ou les deux.',
    required: true,
  }),
  conditionsVersement: text({ ...conditionsVersement, max: STANDARD_LENGTH }),
  datesPeriodeVersement: period({
    title: 'datesPeriodeVersement',
    description: 'Date du versement, ou période pendant laquelle il a lieu.',
    required: true,
  }),
  idRAE: text({
    title: 'idRAE',
    description: 'Numéro de l’aide au répertoire des aides aux entreprises.',
    max: 5,
  }),
  notificationUE: exactly(NOTIFICATIONS, { ...notificationUE, required: true }),
  pourcentageSubvention: pointDecimal({
    title: 'pourcentageSubvention',
    description: 'Part du montant qui revient au bénéficiaire de la ligne : 1 s’il est seul, 0.45 pour 45 %.',
    required: true,
    min: 0.01,
    max: 1,
  }),
  dispositifAide: text({
    title: 'dispositifAide',
    description: 'Identifiant du dispositif d’aide à l’origine de la subvention.',
  }),
};

/**
 * What makes two lines one subsidy: who gives, by which decision and when, to whom, for what. Neither the amount nor the
 * names, which get corrected; the purpose is in it, since one decision gives several subsidies to one beneficiary.
 */
const KEY = [
  'idAttribuant',
  'dateConvention',
  'referenceDecision',
  'idBeneficiaire',
  'rnaBeneficiaire',
  'objet',
] as const;

interface Numbered {
  readonly idBeneficiaire: string | null;
  readonly rnaBeneficiaire: string | null;
}

/** Who receives is known by a SIRET or an RNA number. A refused number is told for itself: its cell is not empty. */
function checkBeneficiary<Row extends Numbered>(rows: readonly Row[], fault: FaultAt<Row>): Fault[] {
  return rows
    .filter((row) => row.idBeneficiaire === null && row.rnaBeneficiaire === null)
    .map((row) => [
      fault(row, 'idBeneficiaire', { problem: 'bénéficiaire sans numéro', expected: 'un SIRET ou un numéro RNA' }),
      fault(row, 'rnaBeneficiaire', { expected: 'un numéro RNA' }),
    ])
    .filter((cells) => cells.every(({ value }) => !value?.trim()))
    .map(([siretFault]) => siretFault!);
}

/** Subsidies by the national standard (SCDL subventions 2.1.1), as strict as it is: what a public body has to publish. */
export const subventionsScdl = defineDataset({
  id: 'subventions-scdl',
  title: 'Subventions au format national',
  description: 'Les subventions attribuées par une collectivité, selon le schéma national SCDL 2.1.1.',
  access: 'public',
  millesimes: false,
  columns,
  key: KEY,
  checks: [checkBeneficiary],
});

/**
 * Subsidies as we keep them: the standard's columns and writing, but what real files leave unsaid stays empty and their
 * long texts stay whole.
 */
export const subventions = defineDataset({
  id: 'subventions',
  title: 'Subventions',
  description:
    'Les subventions attribuées par des collectivités, une ligne par bénéficiaire d’une décision ; le millésime est l’année de la convention.',
  access: 'public',
  millesimes: true,
  columns: {
    ...columns,
    objet: text(objet),
    conditionsVersement: text(conditionsVersement),
    notificationUE: exactly(NOTIFICATIONS, {
      ...notificationUE,
      description: `${notificationUE.description} Vide quand la collectivité ne le dit pas.`,
    }),
  },
  key: KEY,
  checks: [checkBeneficiary, checkPersons, checkNumbers, checkShares, checkRepeated, checkSigns],
});

/** All that is in the file is shown: no natural person is, where the name says that it is one's. What only looks like one has a number. */
function checkPersons<Row extends { readonly nomBeneficiaire: string }>(
  rows: readonly Row[],
  fault: FaultAt<Row>,
): Fault[] {
  return rows
    .filter(({ nomBeneficiaire }) => judgeName(nomBeneficiaire) === 'certain')
    .map((row) => ({
      ...fault(row, 'nomBeneficiaire', {
        problem: 'subvention à une personne physique',
        expected: 'une structure : ce que reçoit une personne n’est pas publié ici',
      }),
      value: maskName(row.nomBeneficiaire),
    }));
}

/** Rounded numbers that pass the standard's test of the key. */
function checkNumbers<Row extends Record<'idAttribuant' | 'idBeneficiaire', string | null>>(
  rows: readonly Row[],
  fault: FaultAt<Row>,
): Fault[] {
  const ids = ['idAttribuant', 'idBeneficiaire'] as const;
  return ids.flatMap((id) => rows.filter((row) => isRounded(row[id] ?? '')).map((row) => fault(row, id, ROUNDED)));
}

/** A subsidy that is taken back is written so by some; most often the sign is a slip. */
function checkSigns<Row extends { readonly montant: number }>(rows: readonly Row[], fault: FaultAt<Row>): Fault[] {
  return rows
    .filter(({ montant }) => montant < 0)
    .map((row) =>
      fault(row, 'montant', {
        level: 'avertissement',
        problem: 'montant négatif, qui se retranche des autres',
        expected: 'le montant d’une subvention, ou celui d’une subvention annulée',
      }),
    );
}

/** The shares of a decision make all of its amount; where they do not, what they make is shown, and the team is told. */
function checkShares<Row extends SplitRow>(rows: readonly Row[], fault: FaultAt<Row>): Fault[] {
  return decisionsOf(rows)
    .filter(({ total }) => total !== 1)
    .map(({ rows: [first], total }) =>
      fault(first!, 'pourcentageSubvention', {
        level: 'avertissement',
        problem: `les parts de cette décision font ensemble ${formatShare(total)}`,
        expected: 'des parts dont la somme fait 1 : une ligne pour chaque bénéficiaire de la décision',
      }),
    );
}

/** Shares as they are, however many decimals they have: "0,999". */
function formatShare(share: number): string {
  return String(share).replace('.', ',');
}

/** One beneficiary, one decision, the same share: written twice, it is counted once. */
function checkRepeated<Row extends SplitRow>(rows: readonly Row[], fault: FaultAt<Row>): Fault[] {
  return decisionsOf(rows).flatMap(({ repeated }) =>
    repeated.map((row) =>
      fault(row, 'montant', {
        level: 'avertissement',
        problem: 'subvention déjà comptée à une autre ligne',
        expected: 'une seule ligne pour une décision, un objet et un bénéficiaire',
      }),
    ),
  );
}

/** What one beneficiary gets by one decision: `montant` (cents) is the whole decision's, `pourcentageSubvention` (0 to 1) its share. */
export type Subvention = RowOf<typeof subventions>;

/** Every way in which a file departs from the national standard, order of columns included. Never throws. */
export function checkScdl(bytes: Uint8Array, file: string): readonly Fault[] {
  const { faults } = readCsv(bytes, { file, columns, ordered: true });
  // Read apart, so that the rule on both numbers judges the records that lack something else too.
  const { idBeneficiaire, rnaBeneficiaire } = columns;
  const numbers = readCsv(bytes, { file, columns: { idBeneficiaire, rnaBeneficiaire } });
  return [...faults, ...checkBeneficiary(numbers.rows, numbers.faultAt)];
}
