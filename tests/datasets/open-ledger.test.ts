import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../src/csv/write.ts';
import type { Flux } from '../../src/datasets/flux.ts';
import { flux } from '../../src/datasets/flux.ts';
import { payerOf } from '../../src/datasets/flux-nodes.ts';
import { openLedger } from '../../src/datasets/open-ledger.ts';
import { publicRecords } from '../../src/datasets/records.ts';

const SECRET = { unitesMinimum: 3, partMaximale: 0.85 };

/** A row of money paid by an action; `accord` is the payee's. */
function pay(
  payeur: string,
  beneficiaire: string,
  euros: number,
  accord: boolean | null,
  said: Partial<Flux> = {},
): Flux {
  return {
    id: `${payeur}-${beneficiaire}-${said.statut ?? 'verse'}`.toLowerCase().replaceAll(' ', '-'),
    payeur,
    niveau_payeur: 'action',
    beneficiaire,
    niveau_beneficiaire: 'beneficiaire',
    montant: euros * 100,
    nature: 'numeraire',
    statut: 'verse',
    convention: 'C-1',
    debut: '3001',
    fin: '3001',
    lieu: null,
    siret: null,
    accord,
    millesime: '3001',
    ...said,
  };
}

const spend = (payeur: string, kind: string, euros: number) =>
  pay(payeur, kind, euros, null, { niveau_beneficiaire: 'depense' });

/** "Action A → Association A : 10", gathered ones with how many they are. */
const shown = (rows: readonly Flux[]) =>
  openLedger(rows, SECRET).flows.map(
    ({ payeur, beneficiaire, montant, contributions }) =>
      `${payeur} → ${beneficiaire} : ${montant / 100}${contributions.length > 0 ? ` (${contributions.length})` : ''}`,
  );

describe('les bénéficiaires sans accord sont réunis', () => {
  test('entre eux, quand ils sont assez', () => {
    const rows = [
      pay('Action A', 'Association A', 10, true),
      ...['B', 'C', 'D'].map((name) => pay('Action A', `Association ${name}`, 20, name === 'B' ? null : false)),
    ];
    expect(shown(rows)).toEqual(['Action A → Association A : 10', 'Action A → Autres bénéficiaires : 60 (3)']);
  });

  test('sinon avec les plus petits de ceux que l’on nomme, puis avec des dépenses', () => {
    const secret = pay('Action A', 'Association B', 20, false);
    const named = ['C', 'D', 'E'].map((name, index) => pay('Action A', `Association ${name}`, 10 * (index + 1), true));
    expect(shown([secret, ...named])).toEqual([
      'Action A → Association E : 30',
      'Action A → Autres bénéficiaires : 50 (3)',
    ]);
    expect(shown([secret, named[0]!, spend('Action A', 'Salaires', 40), spend('Action A', 'Locaux', 9)])).toEqual([
      'Action A → Salaires : 40',
      'Action A → Autres bénéficiaires et dépenses : 39 (3)',
    ]);
  });

  test('de sorte qu’aucun n’en fasse presque tout', () => {
    const secret = [100, 1, 1].map((euros, index) => pay('Action A', `Association ${index}`, euros, false));
    expect(
      shown([...secret, pay('Action A', 'Association A', 2, true), pay('Action A', 'Association B', 30, true)]),
    ).toEqual(['Action A → Autres bénéficiaires : 134 (5)']);
  });

  test('leur payeur avec un autre du même niveau, dans tous les exercices, quand ils sont trop peu', () => {
    const rows = [
      pay('Action A', 'Association A', 20, false),
      pay('Action A', 'Association A', 5, false, { millesime: '3003' }),
      ...['B', 'C', 'D'].map((name) => pay('Action B', `Association ${name}`, 20, false)),
      ...['B', 'C', 'D'].map((name) => pay('Action B', `Association ${name}`, 20, false, { millesime: '3003' })),
      ...['3001', '3003'].map((millesime) => pay('Action C', 'Association E', 500, true, { millesime })),
    ];
    expect(shown(rows)).toEqual([
      'Action C → Association E : 500',
      'Action C → Association E : 500',
      'Autres actions → Autres bénéficiaires : 80 (4)',
      'Autres actions → Autres bénéficiaires : 65 (4)',
    ]);
  });

  test('un report ne se réunit pas à ce qui reste : l’un donne, l’autre reçoit', () => {
    const reste = { niveau_payeur: 'reste' } as const;
    const rows = [
      pay('Report', 'Association A', 20, false, reste),
      pay('Action A', 'Reste à répartir', 5, null, { niveau_beneficiaire: 'reste' }),
    ];
    expect(openLedger(rows, SECRET)).toEqual({
      flows: [],
      unprotected: [expect.objectContaining({ nom: 'Report' })],
    });
    const other = ['B', 'C'].map((name) => pay('Autre report', `Association ${name}`, 10, false, reste));
    expect(shown([...rows, ...other])).toEqual([
      'Action A → Reste à répartir : 5',
      'Autres restes → Autres bénéficiaires : 40 (3)',
    ]);
  });

  test('et restent réunis dans tous les statuts de l’exercice', () => {
    const rows = [
      pay('Action A', 'Association A', 10, true),
      pay('Action A', 'Association A', 10, true, { statut: 'demande' }),
      pay('Action A', 'Association B', 20, false),
      pay('Action A', 'Association C', 20, true),
    ];
    expect(shown(rows)).toEqual(['Action A → Autres bénéficiaires : 50 (3)', 'Action A → Autres bénéficiaires : 10']);
  });

  test('sans rien laisser d’eux dans le fichier public', () => {
    const rows = ['B', 'C', 'D'].map((name) =>
      pay('Action A', `Association ${name}`, 20, false, { lieu: `lieu-${name}`, siret: '73282932000074' }),
    );
    const { flows } = openLedger(rows, SECRET);
    expect(writeCsv(publicRecords(flux, flows)).replace('\uFEFF', '')).toBe(
      'Identifiant;Payeur;Niveau du payeur;Bénéficiaire;Niveau du bénéficiaire;Montant;Nature;Statut;Convention;Début;Fin;Lieu;SIRET;Accord\r\n' +
        'autres-1;Action A;Action;Autres bénéficiaires;Bénéficiaire;60;Numéraire;Versé;;;;;;\r\n',
    );
  });

  test('un accord donné dans un exercice ne vaut pas pour un autre', () => {
    const rows = ['3001', '3003'].flatMap((millesime) =>
      ['A', 'B', 'C'].map((name) => pay('Action A', `Association ${name}`, 10, millesime === '3003', { millesime })),
    );
    expect(shown(rows)).toEqual([
      'Action A → Autres bénéficiaires : 30 (3)',
      'Action A → Association A : 10',
      'Action A → Association B : 10',
      'Action A → Association C : 10',
    ]);
  });
});

test('quel que soit le grand livre, tout est compté, personne n’est nommé sans accord, aucun montant ne se retrouve', () => {
  const row = fc.record({
    payer: fc.integer({ min: 0, max: 3 }),
    payee: fc.integer({ min: 0, max: 7 }),
    euros: fc.integer({ min: 1, max: 1000 }),
    statut: fc.constantFrom('notifie' as const, 'verse' as const),
    millesime: fc.constantFrom('3001', '3003'),
    expense: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(row, { maxLength: 40 }),
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      (given, agree) => {
        const rows = given.map(({ payer, payee, euros, statut, millesime, expense }) =>
          expense
            ? pay(`Action ${payer}`, `Dépense ${payee}`, euros, null, {
                statut,
                millesime,
                niveau_beneficiaire: 'depense',
              })
            : pay(`Action ${payer}`, `Secret${payee}`, euros, agree[payee]!, { statut, millesime }),
        );
        const { flows, unprotected } = openLedger(rows, SECRET);
        if (unprotected.length > 0) {
          expect(flows).toEqual([]);
          return;
        }
        const sumOf = (all: readonly Flux[], millesime: string) =>
          all.filter((one) => one.millesime === millesime).reduce((sum, { montant }) => sum + montant, 0);
        for (const millesime of ['3001', '3003']) expect(sumOf(flows, millesime)).toBe(sumOf(rows, millesime));
        const text = JSON.stringify(flows);
        for (const [payee, agrees] of agree.entries()) if (!agrees) expect(text).not.toContain(`Secret${payee}`);
        // What a payer gets less what is named is what is gathered: enough payees, none of whom gets nearly all of it.
        for (const { contributions, montant } of flows.filter((flow) => flow.contributions.length > 0)) {
          const units = Map.groupBy(contributions, ([unit]) => unit);
          const amounts = [...units.values()].map((own) => own.reduce((sum, [, amount]) => sum + amount, 0));
          expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(montant);
          expect(amounts.length).toBeGreaterThanOrEqual(3);
          expect(Math.max(...amounts)).toBeLessThanOrEqual(montant * 0.85);
        }
        const states = flows.filter(({ contributions }) => contributions.length > 0);
        const keys = states.map((flow) => `${flow.millesime}/${flow.statut}/${payerOf(flow).id}`);
        expect(new Set(keys).size).toBe(keys.length);
      },
    ),
  );
});
