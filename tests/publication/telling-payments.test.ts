import { describe, expect, test } from 'vitest';
import type { Statut } from '../../src/datasets/flux-options.ts';
import type { OpenFlow } from '../../src/datasets/open-ledger.ts';
import { tellsPayment } from '../../src/publication/telling-payments.ts';

const SECRET = { unitesMinimum: 3, partMaximale: 0.85 };

interface In {
  readonly payeur?: string;
  readonly millesime?: string;
  readonly statut?: Statut;
}

/** What a payer gives to one who is named, or to several gathered ones, whose pseudonyms are their place in the list. */
function flow(beneficiaire: string, amounts: readonly number[], given: In = {}): OpenFlow {
  const { payeur = 'Action A', millesime = '2027', statut = 'verse' } = given;
  const isGathered = beneficiaire.startsWith('Autres');
  return {
    ...{ id: 'f', payeur, niveau_payeur: 'action', beneficiaire, niveau_beneficiaire: 'beneficiaire' },
    ...{ convention: null, debut: null, fin: null, lieu: null, siret: null, accord: null, nature: 'numeraire' },
    ...{ millesime, statut, montant: amounts.reduce((sum, amount) => sum + amount, 0) },
    contributions: isGathered ? amounts.map((amount, at) => [`${payeur}-${at}`, amount] as const) : [],
  };
}
const gathered = (amounts: readonly number[], given?: In) => flow('Autres bénéficiaires', amounts, given);
/** The first payees under other pseudonyms: all of them, if nothing is said. */
const renamed = (amounts: readonly number[], first = amounts.length): OpenFlow => {
  const flow = gathered(amounts);
  const contributions = flow.contributions.map(
    ([unit, amount], at) => [at < first ? `autre-${unit}` : unit, amount] as const,
  );
  return { ...flow, contributions };
};
const five = [100, 200, 300, 400, 500];
const there = { payeur: 'Action B' };

type Case = readonly [name: string, before: readonly OpenFlow[], after: readonly OpenFlow[], expected: boolean];
const CASES: readonly Case[] = [
  ['rien n’a bougé', [gathered(five)], [gathered(five)], false],
  ['un seul est écrit d’un autre nom', [gathered(five)], [renamed(five, 1)], false],
  ['tous sont écrits d’un autre nom', [gathered(five)], [renamed(five)], false],
  ['tous sont écrits d’un autre nom, et un seul a bougé', [gathered(five)], [renamed([100, 200, 300, 400, 550])], true],
  ['un seul a bougé', [gathered(five)], [gathered([100, 200, 300, 400, 550])], true],
  ['deux ont bougé d’autant', [gathered(five)], [gathered([150, 250, 300, 400, 500])], true],
  ['un de plus', [gathered(five)], [gathered([...five, 70])], true],
  ['un de moins', [gathered(five)], [gathered(five.slice(0, 4))], true],
  ['trois ont échangé leurs montants', [gathered(five)], [gathered([200, 300, 100, 400, 500])], false],
  ['quatre ont bougé', [gathered(five)], [gathered([110, 215, 312, 409, 500])], false],
  ['trois de plus', [gathered(five)], [gathered([...five, 60, 70, 80])], false],
  ['quatre ont bougé d’autant', [gathered(five)], [gathered([200, 300, 400, 500, 500])], false],
  ['trois ont bougé, dont un de presque tout', [gathered(five)], [gathered([101, 201, 400, 400, 500])], true],
  [
    'sous d’autres noms, trois ont bougé d’autant, ou bien un seul de presque tout',
    [gathered([100, 200, 300, 900])],
    [renamed([201, 301, 400, 900])],
    true,
  ],
  [
    'quatre ont bougé, un seul chez chaque payeur',
    [five, five, five, five].map((amounts, at) => gathered(amounts, { payeur: `Action ${at}` })),
    [10, 20, 30, 40].map((more, at) => gathered([100 + more, 200, 300, 400, 500], { payeur: `Action ${at}` })),
    true,
  ],
  [
    'trois ont bougé, dans trois statuts',
    (['demande', 'notifie', 'verse'] as const).map((statut) => gathered(five, { statut })),
    (['demande', 'notifie', 'verse'] as const).map((statut) => gathered([101, ...five.slice(1)], { statut })),
    true,
  ],
  ['un nommé reçoit plus', [gathered(five), flow('A', [10])], [gathered(five), flow('A', [90])], false],
  ['un nommé arrive', [gathered(five)], [gathered(five), flow('A', [90])], false],
  ['un accord est donné', [gathered(five)], [gathered(five.slice(0, 4)), flow('A', [500])], true],
  ['un accord est retiré', [gathered(five), flow('A', [60])], [gathered([...five, 60])], true],
  [
    'trois accords sont retirés, et un autre a bougé',
    [gathered(five), flow('A', [60]), flow('B', [70]), flow('C', [80])],
    [gathered([110, 200, 300, 400, 500, 60, 70, 80])],
    true,
  ],
  [
    'tous les accords sont retirés',
    [flow('A', [60]), flow('B', [70]), flow('C', [80])],
    [gathered([60, 70, 80])],
    true,
  ],
  ['les premiers bénéficiaires arrivent', [flow('A', [60])], [flow('A', [60]), gathered(five)], false],
  [
    'deux payeurs sont réunis, et un bénéficiaire a bougé',
    [gathered(five), gathered(five, there)],
    [gathered([...five, ...five.slice(1), 110], { payeur: 'Autres actions' })],
    true,
  ],
  ['un exercice entier arrive', [gathered(five)], [gathered(five), gathered([9, 8, 7], { millesime: '2028' })], false],
  ['un statut entier arrive', [gathered(five)], [gathered(five), gathered([9, 8, 7], { statut: 'notifie' })], false],
  [
    'un exercice entier, et un bénéficiaire de l’ancien',
    [gathered(five)],
    [gathered([101, ...five.slice(1)]), gathered([9, 8, 7], { millesime: '2028' })],
    true,
  ],
];

describe('ce que la différence de deux versions des comptes dirait', () => {
  test.each(CASES)('%s', (_name, before, after, expected) => {
    expect(tellsPayment(before, after, SECRET)).toBe(expected);
    expect(tellsPayment(after, before, SECRET)).toBe(expected);
  });

  test('un bénéficiaire payé en plusieurs fois n’est compté qu’une', () => {
    const paid = (...amounts: readonly number[]): OpenFlow => ({
      ...gathered([]),
      contributions: [...amounts.map((amount) => ['p1', amount] as const), ['p2', 200], ['p3', 300], ['p4', 400]],
    });
    expect(tellsPayment([paid(10, 20, 30)], [paid(11, 21, 31)], SECRET)).toBe(true);
    expect(tellsPayment([paid(10, 20, 30)], [paid(60)], SECRET)).toBe(false);
  });
});
