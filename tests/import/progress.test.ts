import { expect, test } from 'vitest';
import { makeProgress } from '../../scripts/importer/progress.ts';

function watch(isTTY: boolean): string {
  let text = '';
  const write = (chunk: string | Uint8Array) => {
    text += chunk;
    return true;
  };
  const stream = { isTTY, write };
  const progress = makeProgress(stream, 2);
  progress.step('Lecture');
  progress.step('Écriture');
  progress.end();
  return text;
}

test('une barre sur un écran, effacée à la fin', () => {
  expect(watch(true)).toBe(
    `\r\u001b[K${'░'.repeat(20)} Lecture…\r\u001b[K${'█'.repeat(10)}${'░'.repeat(10)} Écriture…\r\u001b[K`,
  );
});

test('des lignes simples ailleurs', () => {
  expect(watch(false)).toBe('Lecture…\nÉcriture…\n');
});
