import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/publication/compare.ts';
import { forms } from '../../src/publication/forms.ts';
import { describeFile } from '../datasets/folders.ts';
import { ledgerOf } from '../datasets/ledgers.ts';
import { compareSmall, type Files, SMALL, told } from './small-observatory.ts';

/** What each payee gets, in euros; those of `agreed` may be named. */
type Payees = Readonly<Record<string, number>>;
const PAYEES: Payees = { A: 1100, B: 1200, C: 1300, D: 1400, E: 1500, F: 1600, G: 1700 };
const NAMED = ['G'];

interface Ledger {
  readonly agreed?: readonly string[];
  /** What stays in the action, so that nothing else moves with payees. */
  readonly more?: number;
  readonly text?: string;
}

/** An observatory with accounts: what its only action gets goes to payees, and the sum is declared beside them. */
function accounts(payees: Payees, { agreed = NAMED, more = 0, text = 'Un texte.' }: Ledger = {}): Files {
  const given = Object.values(payees).reduce((sum, amount) => sum + amount, more);
  const csv = ledgerOf(
    `Financeur A > Action A : ${given}`,
    ...Object.entries(payees).map(([name, amount]) => ({
      flow: `Action A > Association ${name} : ${amount}`,
      accord: agreed.includes(name) ? 'oui' : 'non',
    })),
    ...(more > 0 ? [`Action A > Salaires : ${more}`] : []),
  );
  const description = JSON.parse(SMALL['data/datapackage.json']!);
  const file = { ...describeFile('flux-2027', 'flux/flux-2027.csv'), totaux: { verse: given } };
  return {
    'data/datapackage.json': JSON.stringify({ ...description, resources: [...description.resources, file] }),
    'data/flux/flux-2027.csv': csv,
    'content/pages/methode.mdx': `---\ntitle: Méthode\ndescription: ${text}\n---\n\nIls donnent <Value id="flux-verse" />.\n`,
  };
}

/** Everything that any form says, with plain spaces. */
function everyForm(comparison: Comparison): string {
  return Object.values(forms)
    .map((form) => form(comparison, { titre: '', texte: '' }))
    .join('\n')
    .replace(/[\u00a0\u202f]|&nbsp;/g, ' ');
}

const NOTE =
  'Dans les comptes, trop peu de bénéficiaires réunis faute d’accord ont bougé (moins de 3, ou l’un de presque tout), ou l’un d’eux n’est nommé que d’un côté : la différence pourrait dire ce qu’il reçoit. Elle n’est pas montrée.';

describe('les comptes, d’une version à l’autre', () => {
  test.each([
    ['un bénéficiaire sans accord reçoit plus', { ...PAYEES, A: 1737 }, {}],
    ['un bénéficiaire sans accord arrive', { ...PAYEES, H: 637 }, {}],
    ['un bénéficiaire sans accord part', { ...PAYEES, A: undefined }, {}],
    ['un accord est donné', PAYEES, { agreed: ['F', 'G'] }],
    ['un accord est retiré', PAYEES, { agreed: [] }],
    ['trois montants changent, dont un de presque tout', { ...PAYEES, A: 1737, B: 1201, C: 1301 }, {}],
  ])('%s : rien n’en est chiffré, sous aucune forme', async (_name, payees, given) => {
    const paid = JSON.parse(JSON.stringify(payees)) as Payees;
    const comparison = await compareSmall(accounts(PAYEES), accounts(paid, { ...given, text: 'Un autre texte.' }));
    const text = everyForm(comparison);
    expect(told(comparison)).toContain(NOTE);
    expect(text).toContain('Figure « ');
    expect(text).toContain('[flux-verses]');
    expect(text).not.toContain('€');
    expect(text).not.toContain('Association');
    expect(text).not.toContain('<svg');
    expect(text).not.toContain('Un autre texte.');
    const cents = [637, 1737, ...Object.values(PAYEES), sum(PAYEES), sum(paid), sum(paid) - sum(PAYEES)];
    for (const amount of cents.filter((one) => one !== 0))
      expect(text.replaceAll(' ', '')).not.toMatch(new RegExp(`(?<!\\d)${Math.abs(amount)}(?!\\d)`));
  });

  test.each([
    ['quatre bénéficiaires sans accord reçoivent plus', { ...PAYEES, A: 1220, B: 1310, C: 1430, D: 1540 }, {}],
    ['un bénéficiaire avec accord reçoit plus', { ...PAYEES, G: 2200 }, {}],
    ['un financeur donne plus, pour une dépense', PAYEES, { more: 500 }],
  ])('%s : la différence se lit', async (_name, payees, given) => {
    const text = told(await compareSmall(accounts(PAYEES), accounts(payees, given)));
    expect(text).not.toContain('Elle n’est pas montrée.');
    expect(text).toMatch(/totaux\.verse\s+avant : 9800\s+après : 10300/);
    expect(text).toContain('9 800 € → 10 300 € ; +500 € (+5 %)');
  });

  test('pour l’équipe, avec --interne, tout se lit', async () => {
    const paid = { ...PAYEES, A: 1737 };
    const text = told(await compareSmall(accounts(PAYEES), accounts(paid), { isInternal: true }));
    expect(text).not.toContain(NOTE);
    expect(text).toContain('9 800 € → 10 437 € ; +637 €');
  });

  test('un saut voilé reste à expliquer, une fois par valeur', async () => {
    const comparison = await compareSmall(accounts(PAYEES), accounts({ ...PAYEES, A: 9737 }));
    const change = comparison.observatories[0]!.changes.find(({ thing }) => thing.id === 'flux-verse')!;
    expect(change).toMatchObject({ isUnexplained: true, cells: [{ what: change.title, before: undefined }] });
  });
});

function sum(payees: Payees): number {
  return Object.values(payees).reduce((total, amount) => total + amount, 0);
}
