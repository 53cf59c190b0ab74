import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../src/publication/compare.ts';
import { forms } from '../../src/publication/forms.ts';
import { accounts, PAYEES, type Payees } from './small-accounts.ts';
import { compareSmall, told } from './small-observatory.ts';

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
