import { escapeXml } from '../text/escape.ts';
import { typo } from '../text/typography.ts';

/** A value with some names replaced in all its texts, pictures included, as they stand and as they are typeset or escaped. */
export function replaceNames<T>(value: T, names: readonly string[], by: string): T {
  const forms = [...new Set(names.flatMap((name) => [name, typo(name), escapeXml(name), escapeXml(typo(name))]))];
  return forms.length === 0 ? value : (replaceIn(value, forms, by) as T);
}

function replaceIn(value: unknown, names: readonly string[], by: string): unknown {
  if (typeof value === 'string') return names.reduce((text, name) => text.replaceAll(name, by), value);
  if (Array.isArray(value)) return value.map((item) => replaceIn(item, names, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaceIn(inner, names, by)]));
}
