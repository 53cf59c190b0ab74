import advances from './advances.json' with { type: 'json' };

/** Weights of Source Sans 3 that we draw with, and `titre`: Bricolage Grotesque in bold. */
export type Weight = 400 | 600 | 700 | 'titre';

const ADVANCES: Readonly<Record<string, Readonly<Record<string, number>>>> = advances;

/** A character that the fonts lack is drawn by another one: counted as wide, so that nothing is ever clipped. */
const UNKNOWN = 1000;

/** Width in px of a line of text at a size in px, from the fonts' advances (kerning left out: it only tightens). */
export function measure(text: string, size: number, weight: Weight = 400): number {
  const widths = ADVANCES[weight]!;
  let thousandths = 0;
  for (const character of text) thousandths += widths[character] ?? UNKNOWN;
  return (thousandths * size) / 1000;
}

/** Lines no wider than `width` px: broken at ordinary spaces, after a hyphen or a slash, and inside a word too long for a line. */
export function wrap(text: string, width: number, size: number, weight: Weight = 400): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of breakable(text)) {
    const candidate = line + piece;
    if (measure(candidate.trimEnd(), size, weight) <= width) {
      line = candidate;
      continue;
    }
    if (line.trim()) lines.push(line.trim());
    const parts = cutToFit(piece.trimStart(), width, size, weight);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  if (line.trim()) lines.push(line.trim());
  return lines;
}

/** Pieces between which a line may break; "tiers-lieux", "REACT-EU" and spans like "2024-2026" stay whole. */
function breakable(text: string): string[] {
  return (
    text.match(/[^ \n\t/-]*(?:-(?=lieu|\d|\p{Lu}{1,3}(?!\p{L}))[^ \n\t/-]*)*(?:[ \n\t]+|[-/]|$)/gu)?.filter(Boolean) ??
    []
  );
}

function cutToFit(piece: string, width: number, size: number, weight: Weight): string[] {
  if (measure(piece.trimEnd(), size, weight) <= width) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part && measure(part + character, size, weight) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
