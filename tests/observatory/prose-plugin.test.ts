import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listProse, prosePlugin } from '../../src/observatory/prose-plugin.ts';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'observatoire-textes-'));
  for (const file of [
    'pages/methode.mdx',
    'editions/2025/02-b.mdx',
    'editions/2025/01-a.mdx',
    'demonstration/pages/accueil.mdx',
    'publications/2025/page.mdx',
    'LISEZMOI.md',
  ]) {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), '---\ntitle: Essai\n---\n');
  }
});
afterEach(() => rmSync(content, { recursive: true, force: true }));

test('les textes sont rangés par chemin ; ceux d’un autre observatoire ou d’une publication figée restent à part', () => {
  expect(listProse(content)).toEqual(['editions/2025/01-a.mdx', 'editions/2025/02-b.mdx', 'pages/methode.mdx']);
  expect(listProse(join(content, 'demonstration'))).toEqual(['pages/accueil.mdx']);
});

describe('le module des textes', () => {
  const plugin = () => prosePlugin({ data: '', content, demonstration: false });
  const call = (hook: unknown, id: string) => (hook as (id: string) => string | undefined)(id);

  test('les importe tous, chacun sous son chemin sans terminaison', () => {
    const { resolveId, load } = plugin();
    const resolved = call(resolveId, 'virtual:prose') as string;
    const code = call(load, resolved) as string;
    for (const [index, file] of listProse(content).entries()) {
      expect(code).toContain(`import * as p${index} from ${JSON.stringify(join(content, file))};`);
      expect(code).toContain(`${JSON.stringify(file.replace('.mdx', ''))}: p${index}`);
    }
    expect(code.match(/import /g)).toHaveLength(3);
  });

  test('dit à un chapitre où il se trouve, et laisse les pages et les textes d’ailleurs tels quels', () => {
    const transform = (file: string) => {
      const hook = plugin().transform as unknown as (code: string, id: string) => { readonly code: string } | undefined;
      return hook('Un mot<Note id="bail">Le texte.</Note>.', file)?.code;
    };
    expect(transform(join(content, 'editions/2025/01-a.mdx'))).toContain('dans="2025/a"');
    expect(transform(join(content, 'pages/methode.mdx'))).toBeUndefined();
    expect(transform(join(content, 'editions/2025/photos/halle.jpg'))).toBeUndefined();
    expect(transform(`${content}-ailleurs/editions/2025/01-a.mdx`)).toBeUndefined();
  });

  test('laisse les autres modules à Vite', () => {
    const { resolveId, load } = plugin();
    expect(call(resolveId, 'virtual:autre')).toBeUndefined();
    expect(call(load, 'virtual:prose')).toBeUndefined();
  });
});
