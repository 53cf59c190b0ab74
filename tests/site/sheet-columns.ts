/** Units that a spreadsheet shows in the cell of each number. */
const SIGNS: readonly string[] = ['%', '€', 'm²'];

/**
 * The columns of a published CSV that its sheet has, in their order: all but those that hold nothing, and those of units
 * that stand beside each number.
 */
export function sheetColumns(
  names: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): readonly string[] {
  return names.filter((name) => {
    const values = rows.map((row) => row[name]!);
    const isSaid = name.endsWith(' : unité') && values.every((value) => value === '' || SIGNS.includes(value));
    return values.some((value) => value !== '') && !isSaid;
  });
}
