import type { Precision } from '../model/unit.ts';

/** A share said as a fraction of things, and whether its verb is plural. */
interface ShareInWords {
  readonly text: string;
  readonly plural: boolean;
}

interface Fraction {
  readonly share: number;
  readonly numerator: string;
  readonly denominator: string;
}

const FRACTIONS: readonly Fraction[] = [
  { share: 10, numerator: 'un', denominator: 'dix' },
  { share: 20, numerator: 'un', denominator: 'cinq' },
  { share: 25, numerator: 'un', denominator: 'quatre' },
  { share: 100 / 3, numerator: 'un', denominator: 'trois' },
  { share: 40, numerator: 'deux', denominator: 'cinq' },
  { share: 50, numerator: 'un', denominator: 'deux' },
  { share: 60, numerator: 'trois', denominator: 'cinq' },
  { share: 200 / 3, numerator: 'deux', denominator: 'trois' },
  { share: 75, numerator: 'trois', denominator: 'quatre' },
  { share: 80, numerator: 'quatre', denominator: 'cinq' },
  { share: 90, numerator: 'neuf', denominator: 'dix' },
];

/** "Près de" reaches so far under a fraction, "plus de" so far over it, in points. */
const REACH = { under: 3, over: 9 };

/**
 * A share (0 to 100) as people say it: 56 → "plus d’un lieu sur deux", 47 → "près d’un lieu sur deux".
 * A source that says "près de 75 %" keeps its words. Nothing where no simple fraction is near.
 */
export function shareInWords(
  share: number,
  { one, many }: { readonly one: string; readonly many: string },
  precision: Precision = 'exact',
): ShareInWords | undefined {
  const near = FRACTIONS.map((fraction) => ({ fraction, gap: share - fraction.share }))
    .filter(({ gap }) => gap >= -REACH.under && gap <= REACH.over)
    .toSorted((a, b) => Math.abs(a.gap) - Math.abs(b.gap))[0];
  if (!near) return undefined;
  const { fraction, gap } = near;
  const said = Math.abs(gap) < 0.5 ? precision : precision === 'exact' ? (gap < 0 ? 'près de' : 'plus de') : undefined;
  if (said === undefined) return undefined;
  const plural = fraction.numerator !== 'un';
  const things = `${fraction.numerator} ${plural ? many : one} sur ${fraction.denominator}`;
  return { text: said === 'exact' ? things : prefix(said, things), plural };
}

function prefix(precision: Exclude<Precision, 'exact'>, things: string): string {
  if (precision === 'environ') return `environ ${things}`;
  return /^[aeiouy]/.test(things) ? `${precision.slice(0, -1)}’${things}` : `${precision} ${things}`;
}
