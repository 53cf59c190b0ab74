import { defineConfig } from 'vitest/config';

// Fast tests first; those of the built site and of the browser share one build (tests/site/build-once.ts).
export default defineConfig({
  test: {
    // Left to itself, Vitest keeps one core aside: half of a machine with two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unités',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/browser/**'],
          sequence: { groupOrder: 0 },
          // A slow machine is not a fault.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts', 'tests/browser/**/*.test.ts'],
          globalSetup: 'tests/site/build-once.ts',
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
