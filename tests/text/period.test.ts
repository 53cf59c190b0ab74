import { expect, test } from 'vitest';
import { periodOf } from '../../src/text/period.ts';

test('deux dates se disent comme dans une phrase', () => {
  expect(periodOf({ debut: '2025-11-06', fin: '2025-11-06' })).toBe('6\u00a0novembre\u00a02025');
  expect(periodOf({ debut: '2025-11-06', fin: '2025-11-07' })).toBe('6 et 7\u00a0novembre\u00a02025');
  expect(periodOf({ debut: '2025-11-06', fin: '2025-11-09' })).toBe('du 6 au 9\u00a0novembre\u00a02025');
  expect(periodOf({ debut: '2025-11-30', fin: '2025-12-02' })).toBe('du 30\u00a0novembre au 2\u00a0décembre\u00a02025');
  expect(periodOf({ debut: '2025-12-31', fin: '2026-01-01' })).toBe(
    'du 31\u00a0décembre\u00a02025 au 1er\u00a0janvier\u00a02026',
  );
});
