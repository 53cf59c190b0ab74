import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verify } from '../src/observatory/verify.ts';
import { callsIn, optionsOf } from './called-commands.ts';

const ROOT = join(import.meta.dirname, '..');
const MANUALS = ['README.md', 'data/LISEZMOI.md', 'content/LISEZMOI.md', 'src/LISEZMOI.md'];
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test.each([...callsIn(MANUALS.map(read).join('\n'))])(
  'les modes d’emploi disent vrai : npm run %s',
  (command, options) => {
    const known = optionsOf(command);
    expect(known).toBeDefined();
    expect([...options].filter((option) => !known?.has(option))).toEqual([]);
  },
);

test('les exemples de content/LISEZMOI.md se vérifient tels quels', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'observatoire-manuel-'));
  try {
    const content = join(folder, 'content');
    cpSync(join(ROOT, 'content'), content, { recursive: true, filter: (file) => !file.includes('/demonstration') });
    const manual = read('content/LISEZMOI.md');
    const [, page = ''] = /```mdx\n([\s\S]*?)```/.exec(manual) ?? [];
    const quoted = [...manual.matchAll(/`(<[A-Z][^`]*>)`/g)].map(([, example]) => example as string);
    const whole = quoted.filter((example) => /\/>$|<\/\w+>$/.test(example) && !/^<\//.test(example));
    expect(whole.length).toBeGreaterThan(8);
    writeFileSync(join(content, 'pages/glossaire.mdx'), `${page}\n${whole.join('\n\n')}\n`);
    const { faults } = await verify([{ data: join(ROOT, 'data'), content, demonstration: false }], {
      publication: false,
    });
    // A number that waits for answers is said to wait: that too is what the manual announces.
    expect(
      faults.filter(({ level, problem }) => level === 'erreur' && problem !== 'ce nombre n’a pas encore de données'),
    ).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
