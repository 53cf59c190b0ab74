import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens a headless Chromium: `CHROME_PATH`, the machine's own, else the one in node_modules; `close` leaves nothing behind. */
export async function openBrowser(): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-chromium-'));
  process.env.TMPDIR = folder;
  const executablePath =
    process.env.CHROME_PATH ?? SYSTEM.find((file) => existsSync(file)) ?? (await packagedChromium());
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function packagedChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('Il manque un navigateur : installez Chromium ou Chrome, ou donnez son chemin dans CHROME_PATH.');
  }
  const { default: packaged, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  const archive = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br');
  setupLambdaEnvironment(join(await inflate(archive), 'lib'));
  return packaged.executablePath();
}
