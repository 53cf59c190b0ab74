import { expect, onTestFinished, test } from 'vitest';
import { today } from '../scripts/today.ts';

test.each([
  ['Europe/Paris', '2026-07-01T22:30:00Z', '2026-07-02'],
  ['Europe/Paris', '2026-07-02T21:59:59Z', '2026-07-02'],
  ['America/Guadeloupe', '2026-07-02T03:00:00Z', '2026-07-01'],
  ['UTC', '2026-07-01T22:30:00Z', '2026-07-01'],
])('%s, %s : le jour est celui d’ici', (zone, moment, day) => {
  const { TZ } = process.env;
  onTestFinished(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });
  process.env.TZ = zone;
  expect(today(new Date(moment))).toBe(day);
});
