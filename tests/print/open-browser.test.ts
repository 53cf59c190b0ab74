import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const MODULE = join(import.meta.dirname, '../../src/print/open-browser.ts');

/** Opens a browser, says where its files lie, and waits for what never comes. */
const WAITS = `
const { openBrowser } = await import(${JSON.stringify(MODULE)});
const { browser } = await openBrowser();
const page = await browser.newPage();
process.stdout.write(process.env.TMPDIR);
await page.waitForFunction(() => false, undefined, { timeout: 0 });
`;

test('interrompu, il ne laisse ni fichiers, ni pile d’appels', { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', WAITS]);
  let complained = '';
  child.stderr.on('data', (chunk) => {
    complained += chunk;
  });
  const folder = await new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))));
  expect(existsSync(folder)).toBe(true);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(complained).toBe('');
  expect(existsSync(folder)).toBe(false);
});
