import type { Flux } from '../flux.ts';
import { payeeOf, payerOf } from '../flux-nodes.ts';
import { nameOf } from './ends.ts';
import type { LedgerCheck } from './rule.ts';
import { faultOfName, groupRows, tellName } from './tell.ts';

/** Money never comes back to who gave it, not even under another level: it would be counted twice. */
export const checkLoops: LedgerCheck = (ledger) =>
  findLoops(ledger.rows).map((rows) => {
    const last = rows.at(-1)!;
    const names = [...rows.map((row) => tellName(row, 'payeur')), tellName(last, 'beneficiaire')];
    const fault = faultOfName(ledger, last, 'beneficiaire', {
      problem: `boucle : « ${names.join(' → ')} »`,
      expected: 'de l’argent qui ne revient pas à qui l’a donné ; sinon, deux noms distincts',
    });
    return { ...fault, apart: true };
  });

/** A row between two names, whatever their levels. */
interface Step {
  readonly row: Flux;
  readonly from: string;
  readonly to: string;
}

/** The shortest loop of each knot of names, as rows that follow each other; remainders aside, which come back by nature. */
export function findLoops(rows: readonly Flux[]): readonly (readonly Flux[])[] {
  const between = rows.filter((row) => row.niveau_payeur !== 'reste' && row.niveau_beneficiaire !== 'reste');
  return groupRows(between, ({ millesime }) => millesime).flatMap((own) =>
    loopsIn(keepKnots(own.map((row) => ({ row, from: nameOf(payerOf(row)), to: nameOf(payeeOf(row)) })))),
  );
}

/** The steps that neither begin nor end a way: what is left can only go round. */
function keepKnots(steps: readonly Step[]): readonly Step[] {
  const [givers, getters] = [new Set(steps.map(({ from }) => from)), new Set(steps.map(({ to }) => to))];
  const kept = steps.filter(({ from, to }) => getters.has(from) && givers.has(to));
  return kept.length === steps.length ? kept : keepKnots(kept);
}

function loopsIn(steps: readonly Step[]): readonly (readonly Flux[])[] {
  const leaving = Map.groupBy(steps, ({ from }) => from);
  const told = new Set<string>();
  return [...leaving.keys()].flatMap((start) => {
    const loop = told.has(start) ? undefined : shortestWayBack(start, leaving);
    if (!loop || loop.some(({ from }) => told.has(from))) return [];
    for (const { from } of loop) told.add(from);
    return [loop.map(({ row }) => row)];
  });
}

/** The fewest steps that lead from a name back to it; undefined where none do. */
function shortestWayBack(start: string, leaving: ReadonlyMap<string, readonly Step[]>): readonly Step[] | undefined {
  const reachedBy = new Map<string, Step>();
  const reached = [start];
  for (const name of reached) {
    for (const step of leaving.get(name) ?? []) {
      if (reachedBy.has(step.to)) continue;
      reachedBy.set(step.to, step);
      if (step.to === start) return retrace(start, reachedBy);
      reached.push(step.to);
    }
  }
  return undefined;
}

function retrace(start: string, reachedBy: ReadonlyMap<string, Step>): readonly Step[] {
  const way = [reachedBy.get(start)!];
  while (way[0]!.from !== start) way.unshift(reachedBy.get(way[0]!.from)!);
  return way;
}
