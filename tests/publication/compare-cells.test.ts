import { describe, expect, test } from 'vitest';
import type { PublishedCell } from '../../src/model/table.ts';
import type { Unit } from '../../src/model/unit.ts';
import { compareCells, isJump } from '../../src/publication/compare-cells.ts';

const LIEUX: Unit = { one: 'lieu', many: 'lieux' };
const count = (value: number): PublishedCell => ({ kind: 'count', value, n: value });
const share = (value: number, base?: number): PublishedCell => ({ kind: 'share', value, ...(base ? { base } : {}) });
const euros = (value: number): PublishedCell => ({ kind: 'sum', value: value * 100 });
const masked: PublishedCell = { kind: 'count', value: null, sign: 's' };
const unknown: PublishedCell = { kind: 'count', value: null, sign: 'nd' };

/** "avant → après ; écart", with plain spaces. */
function tell(before: PublishedCell | undefined, after: PublishedCell | undefined, unit: Unit = LIEUX) {
  const found = compareCells(before, after, unit, 0.1);
  return found && `${found.before} → ${found.after} ; ${found.difference}`.replace(/[\u00a0\u202f]/g, ' ');
}

describe('deux cases, comme les lecteurs les voient', () => {
  test.each([
    ['un nombre', count(100), count(127), LIEUX, '100 lieux → 127 lieux ; +27 lieux (+27 %)'],
    ['une baisse', count(1200), count(1), LIEUX, '1 200 lieux → 1 lieu ; −1 199 lieux (−100 %)'],
    ['depuis zéro', count(0), count(3), LIEUX, '0 lieu → 3 lieux ; +3 lieux'],
    ['une part, en points', share(54), share(56), '%', '54 % → 56 % ; +2 points'],
    ['une part qui bouge sous l’unité', share(54.1), share(54.3), '%', '54,1 % → 54,3 % ; +0,2 point'],
    ['un montant', euros(12_000), euros(9_000), '€', '12 000 € → 9 000 € ; −3 000 € (−25 %)'],
    ['ce qui se masque', count(12), masked, LIEUX, '12 lieux → masqué ; masqué désormais'],
    ['ce qui ne l’est plus', masked, count(12), LIEUX, 'masqué → 12 lieux ; n’est plus masqué'],
    ['ce qui manquait', unknown, count(12), LIEUX, 'non disponible → 12 lieux ; undefined'],
    ['une ligne nouvelle', undefined, count(12), LIEUX, 'undefined → 12 lieux ; undefined'],
    ['la base seule', share(50, 40), share(50, 44), '%', '50 % (base : 40) → 50 % (base : 44) ; undefined'],
  ] as const)('%s', (_name, before, after, unit, expected) => {
    expect(tell(before, after, unit as Unit)).toBe(expected);
  });

  test('rien quand rien ne bouge, masqué compris', () => {
    expect(tell(count(3), count(3))).toBeUndefined();
    expect(tell(masked, { ...masked })).toBeUndefined();
  });
});

describe('un saut', () => {
  test.each([
    ['un petit nombre qui double n’en est pas un', count(1), count(2), LIEUX, false],
    ['quatre de plus non plus', count(4), count(8), LIEUX, false],
    ['cinq de plus, au-delà du seuil', count(4), count(9), LIEUX, true],
    ['sous le seuil', count(100), count(110), LIEUX, false],
    ['au-dessus', count(100), count(111), LIEUX, true],
    ['une part se juge en points', share(5), share(14), '%', false],
    ['plus de dix points', share(40), share(51), '%', true],
    ['sur peu de réponses, dix points ne sont que quelques lieux', share(40, 30), share(51, 30), '%', false],
    ['sur plus de réponses', share(40, 60), share(51, 60), '%', true],
    ['quelques euros n’en sont pas un', euros(100), euros(900), '€', false],
    ['des milliers, si', euros(10_000), euros(12_000), '€', true],
    ['masqué : on ne sait pas', count(100), masked, LIEUX, false],
    ['non disponible : on ne sait pas', unknown, count(100), LIEUX, false],
  ] as const)('%s', (_name, before, after, unit, expected) => {
    expect(isJump(before, after, unit as Unit, 0.1)).toBe(expected);
  });
});
