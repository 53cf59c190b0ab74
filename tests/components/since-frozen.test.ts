import { expect, test } from 'vitest';
import { sinceFrozen } from '../../src/components/since-frozen.ts';

const year = { millesime: '2025', date: '2026-01-15' };
const yes = () => true;
const no = () => false;
const never = () => {
  throw new Error('Numbers of two years were compared');
};

test('une figure d’un millésime : plus récente quand ses données le sont, et pas seulement autres', () => {
  const frozen = { millesime: 'N+2' };
  expect(sinceFrozen(frozen, year, { year: '2026', millesime: '2026' }, never)).toEqual({
    kind: 'newer',
    millesime: '2026',
  });
  expect(sinceFrozen(frozen, year, { year: '2024', millesime: '2024' }, never)).toBeUndefined();
});

test('le même millésime : revu si un nombre a bougé, même sous un autre nom, et même daté d’après', () => {
  const live = { year: '2025', millesime: 'rentrée 2025', modified: '2026-09' };
  expect(sinceFrozen({ millesime: '2025' }, year, live, yes)).toEqual({ kind: 'revised' });
  expect(sinceFrozen({ millesime: '2025' }, year, live, no)).toBeUndefined();
});

test('une figure de plusieurs années : plus récente si ses données sont d’après le jour où elle fut figée', () => {
  const of = (modified: string | undefined, moved: () => boolean) =>
    sinceFrozen({}, year, { ...(modified ? { modified } : {}) }, moved);
  expect(of('2026-03', yes)).toEqual({ kind: 'newer' });
  expect(of('2026-01-16', yes)).toEqual({ kind: 'newer' });
  for (const before of ['2026-01-15', '2026-01', '2025-12-31', undefined])
    expect(of(before, yes), before).toEqual({ kind: 'revised' });
  expect(of('2026-03', no)).toBeUndefined();
});

test('une figure qui n’est plus publiée', () => {
  expect(sinceFrozen({ millesime: '2025' }, year, undefined, never)).toEqual({ kind: 'gone' });
});
