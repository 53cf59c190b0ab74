import type { Nature, Niveau, Statut } from '../../src/datasets/flux-options.ts';

/** Euros asked for, notified and paid, of one grant. */
type Amounts = Readonly<Record<Statut, number>>;

/** What somebody gives to a dispositif or an action under one reference. */
export interface Grant {
  readonly payer: string;
  readonly payerLevel: Niveau;
  readonly payee: string;
  readonly nature: Nature;
  readonly amounts: Partial<Amounts>;
  readonly convention?: string;
  readonly period?: readonly [start: string, end: string];
}

/** Who gets how many parts of what a dispositif or an action has; `L3` is the third of the places that get money. */
export type Parts = Readonly<Record<string, number>>;

/** The accounts of one exercice: what comes in, and how each dispositif and action shares out what it gets. */
export interface Accounts {
  readonly exercice: string;
  readonly grants: readonly Grant[];
  /** Dispositifs first: an action has then all it gets before it gives. */
  readonly shares: Readonly<Record<Nature, Readonly<Record<string, Parts>>>>;
}

/** Expenses by kind. */
export const EXPENSES = ['Salaires', 'Prestations', 'Locaux', 'Déplacements', 'Communication'];

/** What is left of the money of an earlier exercice. */
const CARRIED = 'Report de l’exercice précédent';

/** What nobody has got yet. */
export const LEFT = 'Reste à répartir';

/** Payees that are no places and agree to be named. */
export const NAMED = ['Association A', 'Association B', 'Coopérative A'];

/** Payees that are no places and do not agree to be named. */
export const UNNAMED = ['Association C', 'Association D', 'Association E', 'Association F', 'Coopérative B'];

function grant(
  payer: string,
  payee: string,
  demande: number,
  notifie: number,
  verse: number,
  reference: string,
): Grant {
  const [, year = ''] = /-(\d{4})/.exec(reference) ?? [];
  return {
    payer,
    payerLevel: 'financeur',
    payee,
    nature: 'numeraire',
    amounts: { demande, notifie, verse },
    convention: reference,
    period: [`${year}-01-01`, `${year}-12-31`],
  };
}

function carried(payee: string, verse: number): Grant {
  return { payer: CARRIED, payerLevel: 'reste', payee, nature: 'numeraire', amounts: { verse } };
}

function inKind(payer: string, payee: string, verse: number): Grant {
  return { payer, payerLevel: 'financeur', payee, nature: 'cvn', amounts: { verse } };
}

/** Two exercices in which things grow, shrink, come and go. Round numbers, as grants are; nobody's. */
export const ACCOUNTS: readonly Accounts[] = [
  {
    exercice: '3001',
    grants: [
      grant('Financeur A', 'Dispositif A', 300_000, 260_000, 208_000, 'A-3001'),
      grant('Financeur B', 'Dispositif B', 150_000, 150_000, 150_000, 'B-3001'),
      grant('Financeur C', 'Dispositif A', 120_000, 100_000, 100_000, 'C-3001-1'),
      grant('Financeur C', 'Dispositif C', 90_000, 80_000, 80_000, 'C-3001-2'),
      grant('Financeur D', 'Action C', 40_000, 30_000, 30_000, 'D-3001'),
      grant('Financeur E', 'Dispositif D', 130_000, 120_000, 120_000, 'E-3001'),
      grant('Financeur H', 'Action A', 46_000, 46_000, 46_000, 'H-3001-1'),
      grant('Financeur H', 'Action B', 24_000, 24_000, 24_000, 'H-3001-2'),
      carried('Action A', 18_000),
      inKind('Financeur E', 'Action C', 15_000),
    ],
    shares: {
      numeraire: {
        'Dispositif A': { 'Action A': 5, 'Action B': 3, 'Action E': 2 },
        'Dispositif B': { 'Action B': 2, 'Action C': 3 },
        'Dispositif C': { 'Action D': 1 },
        'Dispositif D': {
          L1: 30, L2: 24, L3: 18, 'Association C': 14, 'Association D': 12, 'Association E': 10,
          'Coopérative B': 8, [LEFT]: 4,
        },
        'Action A': { Salaires: 62, Déplacements: 9, Communication: 11, Locaux: 12, [LEFT]: 6 },
        'Action B': {
          Salaires: 28, Prestations: 14, 'Coopérative A': 16, L4: 12, L5: 10, 'Association C': 8,
          'Association F': 7, L9: 5,
        },
        'Action C': { Salaires: 40, Prestations: 22, L1: 14, L6: 12, 'Association A': 8, 'Association D': 4 },
        'Action D': { Prestations: 36, Communication: 18, L7: 20, L8: 16, L10: 10 },
        'Action E': { Salaires: 50, Déplacements: 14, 'Association B': 24, [LEFT]: 12 },
      },
      cvn: { 'Action C': { Locaux: 1 } },
    },
  },
  {
    exercice: '3003',
    grants: [
      grant('Financeur A', 'Dispositif A', 340_000, 300_000, 180_000, 'A-3003'),
      grant('Financeur B', 'Dispositif B', 150_000, 60_000, 45_000, 'B-3003'),
      grant('Financeur C', 'Dispositif A', 130_000, 130_000, 130_000, 'C-3003-1'),
      grant('Financeur C', 'Action D', 70_000, 60_000, 60_000, 'C-3003-2'),
      grant('Financeur E', 'Dispositif D', 160_000, 150_000, 150_000, 'E-3003'),
      grant('Financeur F', 'Dispositif E', 90_000, 75_000, 75_000, 'F-3003'),
      grant('Financeur G', 'Action B', 20_000, 20_000, 20_000, 'G-3003'),
      grant('Financeur H', 'Action A', 64_000, 64_000, 64_000, 'H-3003-1'),
      grant('Financeur H', 'Action B', 38_000, 38_000, 38_000, 'H-3003-2'),
      carried('Action A', 22_000),
      inKind('Financeur E', 'Action C', 18_000),
      inKind('Financeur G', 'Action D', 12_000),
    ],
    shares: {
      numeraire: {
        'Dispositif A': { 'Action A': 5, 'Action B': 3, 'Action F': 3 },
        'Dispositif B': { 'Action C': 1 },
        'Dispositif D': {
          L1: 26, L2: 24, L4: 22, L11: 18, 'Association C': 16, 'Association E': 14,
          'Coopérative B': 12, L9: 8, L10: 6, [LEFT]: 4,
        },
        'Dispositif E': { 'Action F': 2, 'Action C': 1 },
        'Action A': { Salaires: 66, Déplacements: 7, Communication: 9, Locaux: 14, [LEFT]: 4 },
        'Action B': {
          Salaires: 30, Prestations: 12, 'Coopérative A': 15, L4: 12, L5: 11, 'Association C': 8,
          'Association D': 7, 'Association F': 5,
        },
        'Action C': { Salaires: 44, Prestations: 18, L6: 16, 'Association A': 12, 'Association D': 10 },
        'Action D': { Prestations: 30, Communication: 12, L7: 22, L8: 18, L10: 18 },
        'Action F': { Salaires: 48, Déplacements: 6, L3: 20, 'Association B': 14, [LEFT]: 12 },
      },
      cvn: { 'Action C': { Locaux: 1 }, 'Action D': { Prestations: 1 } },
    },
  },
]; // biome-ignore format: accounts read by line
