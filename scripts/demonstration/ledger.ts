import type { Flux } from '../../src/datasets/flux.ts';
import { type Nature, type Niveau, STATUTS, type Statut } from '../../src/datasets/flux-options.ts';
import { type Accounts, EXPENSES, type Grant, LEFT, NAMED, type Parts, UNNAMED } from './accounts.ts';
import type { Place } from './places.ts';
import { fictionalSiret } from './siret.ts';

/** Parts of a whole are rounded to this many euros, as grants are. */
const ROUND = 500;

/** Places of the directory that get money. */
const PLACES = 11;

/** Those of them that do not agree to be named. */
const UNNAMED_PLACES = [9, 10];

/** Those whose SIRET the network wrote down. */
const NUMBERED_PLACES = [1, 4];

/** Who gets money last, under the name that the ledger gives it. */
interface Payee {
  readonly nom: string;
  readonly niveau: Niveau;
  readonly lieu?: string;
  readonly siret?: string;
  readonly accord?: boolean;
}

/** The rows of an exercice: every grant as asked for, notified and paid, then what each dispositif and action makes of it. */
export function keepLedger(accounts: Accounts, places: readonly Place[]): readonly Partial<Flux>[] {
  const payees = namePayees(places);
  const statuses = Object.keys(STATUTS) as Statut[];
  const natures = Object.keys(accounts.shares) as Nature[];
  const rows = statuses.flatMap((statut) =>
    natures.flatMap((nature) => flowOf(accounts, nature, statut, payees).map((row) => ({ ...row, nature, statut }))),
  );
  return rows.map((row, index) => ({
    id: `f${String(index + 1).padStart(3, '0')}`,
    ...row,
  }));
}

/** What the funders give in an exercice, by status, in euros: what the description of the file declares. */
export function totalsOf({ grants }: Accounts): Readonly<Record<Statut, number>> {
  const sumOf = (statut: Statut) =>
    grants
      .filter(({ payerLevel, nature }) => payerLevel === 'financeur' && nature === 'numeraire')
      .reduce((sum, { amounts }) => sum + (amounts[statut] ?? 0), 0);
  return { demande: sumOf('demande'), notifie: sumOf('notifie'), verse: sumOf('verse') };
}

function flowOf(
  { grants, shares }: Accounts,
  nature: Nature,
  statut: Statut,
  payees: ReadonlyMap<string, Payee>,
): readonly Partial<Flux>[] {
  const given = grants.filter((grant) => grant.nature === nature && grant.amounts[statut] !== undefined);
  const held = new Map<string, number>();
  const receive = (name: string, euros: number) => held.set(name, (held.get(name) ?? 0) + euros);
  for (const { payee, amounts } of given) receive(payee, amounts[statut]!);
  const rows = given.map((grant) => grantRow(grant, grant.amounts[statut]!));
  for (const [payer, parts] of Object.entries(shares[nature])) {
    const whole = held.get(payer);
    for (const [name, euros] of whole === undefined ? [] : shareOut(whole, partsSoFar(parts, statut))) {
      receive(name, euros);
      rows.push(shareRow(payer, payees.get(name) ?? { nom: name, niveau: levelOf(name) }, euros));
    }
  }
  return rows;
}

/** What is only asked for goes to actions and no further; what is notified to actions and beneficiaries; the rest is left. */
function partsSoFar(parts: Parts, statut: Statut): Parts {
  const isKnown = (name: string) =>
    statut === 'verse' || name.startsWith('Action ') || (statut === 'notifie' && !EXPENSES.includes(name));
  const known = Object.entries(parts).filter(([name]) => name !== LEFT && isKnown(name));
  const left = Object.entries(parts).reduce(
    (sum, [name, part]) => (name === LEFT || !isKnown(name) ? sum + part : sum),
    0,
  );
  return Object.fromEntries(left > 0 ? [...known, [LEFT, left]] : known);
}

/** Round parts of a whole; the first gets what rounding leaves. */
function shareOut(whole: number, parts: Parts): readonly (readonly [string, number])[] {
  const all = Object.values(parts).reduce((sum, part) => sum + part, 0);
  const rounded = Object.entries(parts).map(
    ([name, part]) => [name, Math.floor((whole * part) / all / ROUND) * ROUND] as const,
  );
  const lost = whole - rounded.reduce((sum, [, euros]) => sum + euros, 0);
  return rounded.map(([name, euros], index) => [name, index === 0 ? euros + lost : euros] as const);
}

function grantRow({ payer, payerLevel, payee, convention, period }: Grant, euros: number): Partial<Flux> {
  return {
    payeur: payer,
    niveau_payeur: payerLevel,
    beneficiaire: payee,
    niveau_beneficiaire: levelOf(payee),
    montant: euros * 100,
    convention: convention ?? null,
    debut: period?.[0] ?? null,
    fin: period?.[1] ?? null,
  };
}

function shareRow(payer: string, { nom, niveau, lieu, siret, accord }: Payee, euros: number): Partial<Flux> {
  return {
    payeur: payer,
    niveau_payeur: levelOf(payer),
    beneficiaire: nom,
    niveau_beneficiaire: niveau,
    montant: euros * 100,
    lieu: lieu ?? null,
    siret: siret ?? null,
    accord: accord ?? null,
  };
}

function levelOf(name: string): Niveau {
  if (name.startsWith('Dispositif ')) return 'dispositif';
  if (name.startsWith('Action ')) return 'action';
  if (EXPENSES.includes(name)) return 'depense';
  if (name === LEFT) return 'reste';
  throw new Error(`Nothing says who "${name}" is`);
}

/** Payees by their codes: `L1` and on are places, spread over the directory so that all territories are met. */
export function namePayees(places: readonly Place[]): ReadonlyMap<string, Payee> {
  const paid = spread(listed(places), PLACES).map(({ number }, index): readonly [string, Payee] => {
    const place = { nom: `Lieu ${number}`, niveau: 'beneficiaire', lieu: `lieu-${number}` } as const;
    const accord = !UNNAMED_PLACES.includes(index + 1);
    const siret = NUMBERED_PLACES.includes(index + 1) ? fictionalSiret(index + 1) : undefined;
    return [`L${index + 1}`, { ...place, accord, siret }];
  });
  const others = [...NAMED, ...UNNAMED].map((nom): readonly [string, Payee] => [
    nom,
    { nom, niveau: 'beneficiaire', accord: NAMED.includes(nom) },
  ]);
  return new Map([...paid, ...others]);
}

/** As many places of the directory that the ledger does not pay, spread over it. */
export function otherPlaces(places: readonly Place[], count: number): readonly Place[] {
  const paid = new Set(spread(listed(places), PLACES));
  return spread(
    listed(places).filter((place) => !paid.has(place)),
    count,
  );
}

function listed(places: readonly Place[]): readonly Place[] {
  return places.filter(({ consent }) => consent !== 'aucun');
}

function spread(places: readonly Place[], count: number): readonly Place[] {
  const step = Math.floor(places.length / count);
  return Array.from({ length: count }, (_, index) => places[index * step]!);
}
