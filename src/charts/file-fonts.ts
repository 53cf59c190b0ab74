/**
 * What stands for our letters where they are not installed: no wider, so that nothing runs over its neighbour. The usual
 * sans-serifs (Helvetica, Arial, DejaVu) are a tenth to a fifth wider: they come last.
 */
const AS_NARROW = [
  'Myriad Pro',
  'Calibri',
  'Carlito',
  'Arial Narrow',
  'Liberation Sans Narrow',
  'Nimbus Sans Narrow',
].map((name) => `'${name}'`);

/**
 * The families that a drawing names, each with what replaces it. A name that ends with a number stands between quotation
 * marks, else no program that follows CSS takes it.
 */
const FAMILIES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/font-family="Source Sans 3"/g, ["'Source Sans 3'", "'Source Sans Pro'"]],
  [/font-family="Bricolage Grotesque"/g, ["'Bricolage Grotesque'", "'Source Sans 3'", "'Source Sans Pro'"]],
];

/** Names the fonts of a drawing as a file that leaves must: each family with those that take its place. */
export function nameFonts(svg: string): string {
  return FAMILIES.reduce(
    (done, [family, names]) =>
      done.replace(family, `font-family="${[...names, ...AS_NARROW, 'sans-serif'].join(', ')}"`),
    svg,
  );
}
