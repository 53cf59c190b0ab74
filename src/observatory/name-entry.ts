import type { Fault } from '../csv/fault.ts';

/** A fault of a YAML list, told by the number of its entry: "0.quoi" is the first one's « quoi ». */
export function nameEntry({ columnName = '', ...fault }: Fault): Fault {
  const [, at, key] = /^(\d+)(?:\.([^.]+))?/.exec(columnName) ?? [];
  if (at === undefined) return fault;
  return { ...fault, columnName: [`entrée ${Number(at) + 1}`, ...(key ? [key] : [])].join(', ') };
}
