import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
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

/** Playwright closes its browser on these and lets what waits for a page fail, with its stack: whoever asks to stop sees none. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const stop = (signal: NodeJS.Signals): never => process.exit(128 + constants.signals[signal]);

/** No browser can be opened on this machine; the message is for the team. */
export class NoBrowser extends Error {}

/** Opens a headless Chromium: `CHROME_PATH`, the machine's own, else the one in node_modules; `close`, or the end of the process, leaves nothing behind. Throws NoBrowser. */
export async function openBrowser(): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const { TMPDIR } = process.env;
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-chromium-'));
  process.env.TMPDIR = folder;
  // An unpacked Chromium is some 200 MB: one would stay at each Ctrl-C.
  const sweep = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', sweep);
  for (const signal of SIGNALS) process.on(signal, stop);
  const executablePath =
    chosenChromium() ?? SYSTEM.find((file) => existsSync(file)) ?? (await packagedChromium(folder));
  const browser = await chromium.launch({
    executablePath,
    args: FLAGS,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      sweep();
      process.off('exit', sweep);
      for (const signal of SIGNALS) process.off(signal, stop);
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
    },
  };
}

/** Throws NoBrowser where none can be opened; opens nothing. */
export function expectBrowser(): void {
  if (chosenChromium() ?? SYSTEM.find((file) => existsSync(file))) return;
  expectPackaged();
}

/** The Chromium of node_modules is made for one kind of machine. */
function expectPackaged(): void {
  if (process.platform === 'linux' && process.arch === 'x64') return;
  throw new NoBrowser('Il manque un navigateur : installez Chromium ou Chrome, ou donnez son chemin dans CHROME_PATH.');
}

function chosenChromium(): string | undefined {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && !existsSync(chosen)) {
    throw new NoBrowser(`CHROME_PATH ne mène à aucun navigateur : ${chosen} n’existe pas.`);
  }
  return chosen;
}

/** Unpacks the Chromium of node_modules with its libraries and fonts; without a font it can name, it crashes on a page's first unknown sign. */
async function packagedChromium(folder: string): Promise<string> {
  expectPackaged();
  const { default: packaged, inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium');
  const archive = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br');
  setupLambdaEnvironment(join(await inflate(archive), 'lib'));
  const executable = await packaged.executablePath();
  process.env.FONTCONFIG_FILE = join(folder, 'fonts.conf');
  writeFileSync(
    process.env.FONTCONFIG_FILE,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`,
  );
  return executable;
}
