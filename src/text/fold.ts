/** Text as compared by people: no case, accent, ligature, kind of apostrophe, hyphen or space. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The name of a place as compared by people: "ST AUBIN" is "Saint-Aubin". */
export function foldName(name: string): string {
  return fold(name)
    .replace(/[-' ]+/g, ' ')
    .replace(/\bst(e?)\b/g, 'saint$1');
}
