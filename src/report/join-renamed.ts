import type { Fault } from '../csv/fault.ts';

/** Faults in which a column that the file lacks and an unknown one that is nearest to it are one: a column renamed. */
export function joinRenamed(faults: readonly Fault[]): readonly Fault[] {
  const lacking = faults.filter(({ problem = '' }) => /^colonne (?:obligatoire )?absente/.test(problem));
  if (lacking.length === 0) return faults;
  const joined = new Map<Fault, Fault>();
  for (const fault of faults) {
    if (!/^colonne inconnue/.test(fault.problem ?? '')) continue;
    const lack = lacking.find(
      ({ file, columnName, nearest }) =>
        file === fault.file && columnName === fault.nearest && nearest === fault.columnName,
    );
    if (lack) joined.set(fault, lack);
  }
  const told = new Set(joined.values());
  return faults.flatMap((fault) => {
    if (told.has(fault)) return [];
    const lack = joined.get(fault);
    if (!lack) return [fault];
    const level = [fault, lack].some((one) => one.level === 'erreur') ? 'erreur' : 'avertissement';
    return [{ ...fault, level, problem: 'colonne renommée : elle n’est pas lue', expected: lack.expected }];
  });
}
