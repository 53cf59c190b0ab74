import type { Check } from '../define.ts';
import type { Reponse } from '../enquete.ts';

/** A place that answers a wave has opened by then, or says at most when it will: the year after. */
export const checkOpening: Check<Reponse> = (rows, fault) =>
  rows.flatMap((row) => {
    const year = row.ouverture === null ? undefined : Number(row.ouverture.slice(0, 4));
    const latest = Number(row.millesime) + 1;
    if (year === undefined || year <= latest) return [];
    return [fault(row, 'ouverture', { problem: 'après l’enquête', expected: `une année jusqu’à ${latest}` })];
  });
