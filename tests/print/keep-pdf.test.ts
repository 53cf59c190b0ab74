import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepPdf } from '../../scripts/imprimer/keep-pdf.ts';
import { tellRefusals } from '../../scripts/imprimer/tell-refusals.ts';
import { checkSecrecy } from '../../src/print/check-secrecy.ts';
import type { Check } from '../../src/print/preflight.ts';

const SECRETS = { secretTexts: new Set(['u042']), secretNumbers: new Set<string>(), contacts: [] };

/** What is said of a PDF whose text this is, and which files it leaves. */
function keep(text: string, ...checks: readonly Check[]) {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-pdf-'));
  try {
    const said: string[] = [];
    const pdf = new TextEncoder().encode('%PDF');
    const holds = keepPdf(
      join(folder, 'livret-a.pdf'),
      { pdf, checks: [...checks, checkSecrecy([text], SECRETS)] },
      (line) => said.push(line.replaceAll(/[\u00a0\u202f]/g, ' ')),
    );
    return { holds, files: readdirSync(folder).sort(), last: said.at(-1) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('un PDF est écrit avec son contrôle, même fautif : on y voit la faute', () => {
  const files = ['livret-a.json', 'livret-a.pdf'];
  expect(keep('Rien de secret.')).toMatchObject({ holds: true, files });
  const wrong: Check = { id: 'pages', title: 'Pages', found: '3', wrong: ['3 au lieu de 4'] };
  expect(keep('Rien de secret.', wrong)).toMatchObject({ holds: false, files });
});

test('un PDF qui dirait un secret n’est pas écrit', () => {
  const { holds, files, last } = keep('Le lieu u042 a répondu.');
  expect({ holds, files }).toEqual({ holds: false, files: [] });
  expect(last).toMatch(/livret-a\.pdf n’est pas écrit : il dirait ce qui doit rester secret\.$/);
});

test('celui d’avant reste, et il est dit qu’il est d’avant', () => {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-pdf-'));
  const file = join(folder, 'livre-imprimeur.pdf');
  writeFileSync(file, 'celui d’avant');
  const told = tellRefusals(file, ['page 3 : dégradé : remplacez-le par des aplats']).replaceAll(
    /[\u00a0\u202f]/g,
    ' ',
  );
  expect(told).toBe(
    [
      `${file} n’est pas écrit : ce qui suit ne se convertit pas pour une presse. Ce qui porte ce nom dans le dossier date d’une impression d’avant.`,
      '  NON  page 3 : dégradé : remplacez-le par des aplats',
    ].join('\n'),
  );
  rmSync(folder, { recursive: true });
});
