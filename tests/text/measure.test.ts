import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measure, wrap } from '../../src/text/measure.ts';
import { typo } from '../../src/text/typography.ts';

describe('measure', () => {
  it('follows the size and the weight', () => {
    expect(measure('Coworking', 20)).toBeCloseTo(2 * measure('Coworking', 10));
    expect(measure('Coworking', 14, 700)).toBeGreaterThan(measure('Coworking', 14, 400));
    expect(measure('', 14)).toBe(0);
  });

  it('knows every character that our French is set with', () => {
    const unknown = measure('漢', 1000, 400);
    for (const character of 'àâäçéèêëîïôöùûüÿœæÀÉÈÇŒÆ«»’…–—−×→²³€%°\u00a0\u202f') {
      for (const weight of [400, 600, 700] as const) {
        expect(measure(character, 1000, weight), character).not.toBe(unknown);
      }
    }
  });
});

describe('wrap', () => {
  it('breaks at spaces, never at a no-break space', () => {
    expect(wrap('Ateliers artisanaux partagés', 90, 14)).toEqual(['Ateliers', 'artisanaux', 'partagés']);
    expect(wrap(typo('Total : 30 000 €'), 60, 14)).toEqual(['Total\u00a0:', '30\u202f000\u00a0€']);
  });

  it('never breaks "tiers-lieux" nor a span of years at the hyphen, but breaks other compounds', () => {
    expect(wrap('des tiers-lieux 2024-2026', 66, 14).join('|')).toBe('des|tiers-lieux|2024-2026');
    expect(wrap('Sambre-Avesnois-Thiérache', 110, 14)).toEqual(['Sambre-Avesnois-', 'Thiérache']);
  });

  it('keeps to the width and loses no letter', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcÉ œ -/mW1'), maxLength: 80 }),
        fc.integer({ min: 30, max: 200 }),
        (text, width) => {
          const lines = wrap(text, width, 14);
          for (const line of lines) expect(measure(line, 14)).toBeLessThanOrEqual(width);
          expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });
});

it('counts a character that the fonts lack as a wide one', () => {
  expect(measure('漢', 10)).toBe(10);
  expect(measure('a漢', 10)).toBeGreaterThan(measure('am', 10));
});
