import type { Fault } from '../../csv/fault.ts';

/** One fault for several rows of one file: that of the first, at the lines of all; none for no row. */
export function tellTogether<Row>(rows: readonly Row[], faultOf: (row: Row) => Fault): readonly Fault[] {
  const [first, ...others] = rows.map(faultOf);
  if (!first) return [];
  const also = others.flatMap(({ line, record }) =>
    line === undefined ? [] : [{ line, ...(record === undefined ? {} : { record }) }],
  );
  return [{ ...first, also }];
}
