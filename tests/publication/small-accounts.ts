import { describeFile } from '../datasets/folders.ts';
import { ledgerOf } from '../datasets/ledgers.ts';
import { type Files, SMALL } from './small-observatory.ts';

/** What each payee gets, in euros. */
export type Payees = Readonly<Record<string, number>>;

/** Payees of whom the last one may be named. */
export const PAYEES: Payees = { A: 1100, B: 1200, C: 1300, D: 1400, E: 1500, F: 1600, G: 1700 };
const NAMED = ['G'];

interface Ledger {
  /** Those who may be named. */
  readonly agreed?: readonly string[];
  /** What the action spends besides. */
  readonly more?: number;
  readonly text?: string;
}

/** An observatory with accounts: what its only action gets goes to payees, and the sum is declared beside them. */
export function accounts(payees: Payees, { agreed = NAMED, more = 0, text = 'Un texte.' }: Ledger = {}): Files {
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

/** The same accounts, and those of the next year beside them. */
export function nextYear(payees: Payees): Files {
  const files = accounts(payees);
  const description = JSON.parse(files['data/datapackage.json']!);
  const own = description.resources.at(-1);
  const next = { ...own, ...describeFile('flux-2028', 'flux/flux-2028.csv') };
  return {
    ...files,
    'data/datapackage.json': JSON.stringify({ ...description, resources: [...description.resources, next] }),
    'data/flux/flux-2028.csv': files['data/flux/flux-2027.csv']!.replaceAll('2027', '2028'),
  };
}
