import { expect, test } from 'vitest';
import { makeProgress } from '../../scripts/importer/progress.ts';

function watch(isTTY: boolean, columns?: number): string {
  let text = '';
  const write = (chunk: string | Uint8Array) => {
    text += chunk;
    return true;
  };
  const stream = { isTTY, write, ...(columns === undefined ? {} : { columns }) };
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

test('une barre ne déborde jamais de l’écran, d’où rien ne l’effacerait', () => {
  expect(watch(true, 26)).toBe(
    `\r\u001b[K${'░'.repeat(20)} Lec…\r\u001b[K${'█'.repeat(10)}${'░'.repeat(10)} Écr…\r\u001b[K`,
  );
});

test('des lignes simples ailleurs', () => {
  expect(watch(false)).toBe('Lecture…\nÉcriture…\n');
});
