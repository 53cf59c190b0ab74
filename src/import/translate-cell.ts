import type { Column } from '../csv/column.ts';
import { indexOptions } from '../csv/kinds/options.ts';
import { countMostPieces, splitAnswers } from '../csv/kinds/several-of.ts';
import { fold } from '../text/fold.ts';

/**
 * A cell in our answers, by what the person said of the file's (by folded answer, `*` for all that we do not know); what nothing
 * explains stays as it came, for our column to judge. `optionOf`: other names of our options.
 */
export function translateCell(
  text: string,
  column: Column<unknown>,
  answers: ReadonlyMap<string, string>,
  optionOf: (text: string) => string | undefined = () => undefined,
): string {
  const whole = answers.get(fold(text));
  if (whole !== undefined) return whole;
  const others = answers.get('*');
  if (!column.options || column.kind !== 'severalOf') {
    return column.schema.safeParse(text).success ? text : (others ?? text);
  }
  const { names, codeOf } = indexOptions(column.options);
  const longest = countMostPieces([...names.keys(), ...answers.keys()]);
  const { found, unknown } = splitAnswers(
    text,
    (piece) => answers.get(fold(piece)) ?? codeOf(piece) ?? optionOf(piece),
    longest,
  );
  const rest = unknown.length > 0 && others !== undefined ? [others] : unknown;
  return [...new Set([...found, ...rest])].filter((answer) => answer !== '').join(' | ');
}
