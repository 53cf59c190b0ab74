import { fold } from '../../text/fold.ts';

/** Label of each code, in the order in which they are shown. */
export type Options = Readonly<Record<string, string>>;

/** Texts whose code is remembered: folding is dear, and answers come again and again. */
const REMEMBERED = 1000;

/** What a cell may call the options: folded names with their code, and the way from any writing to a code. */
export interface OptionIndex {
  readonly names: ReadonlyMap<string, string>;
  codeOf(text: string): string | undefined;
}

/** Finds the code that a cell means by its code or its label, whatever the case and accents. */
export function indexOptions(options: Options): OptionIndex {
  const names = new Map<string, string>();
  for (const [code, label] of Object.entries(options)) {
    for (const name of [fold(code), fold(label)]) {
      const other = names.get(name);
      if (other !== undefined && other !== code)
        throw new Error(`Options "${other}" and "${code}" share the name "${name}"`);
      names.set(name, code);
    }
  }
  const known = new Map<string, string | undefined>();
  const codeOf = (text: string) => {
    if (known.has(text)) return known.get(text);
    const code = names.get(fold(text));
    if (known.size < REMEMBERED) known.set(text, code);
    return code;
  };
  return { names, codeOf };
}

/** "« Bureau », « Atelier » ou « Cuisine »", cut after a dozen. */
export function enumerateOptions(options: Options): string {
  const labels = Object.values(options).map((label) => `« ${label} »`);
  const shown = labels.slice(0, 12);
  if (labels.length > shown.length) return `${shown.join(', ')}… (${labels.length} au total)`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} ou ${shown.at(-1)}` : (shown[0] ?? '');
}
