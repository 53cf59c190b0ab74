import { fold } from '../fold.ts';

/** Label of each code, in the order in which they are shown. */
export type Options = Readonly<Record<string, string>>;

/** Finds the code that a cell means by its code or its label, whatever the case and accents. */
export function indexOptions(options: Options): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const [code, label] of Object.entries(options)) {
    for (const name of [fold(code), fold(label)]) {
      const other = codes.get(name);
      if (other !== undefined && other !== code)
        throw new Error(`Options "${other}" and "${code}" share the name "${name}"`);
      codes.set(name, code);
    }
  }
  return codes;
}

/** "« Bureau », « Atelier » ou « Cuisine »", cut after a dozen. */
export function enumerateOptions(options: Options): string {
  const labels = Object.values(options).map((label) => `« ${label} »`);
  const shown = labels.slice(0, 12);
  if (labels.length > shown.length) return `${shown.join(', ')}… (${labels.length} au total)`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} ou ${shown.at(-1)}` : (shown[0] ?? '');
}
