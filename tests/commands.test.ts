import { expect, test } from 'vitest';
import { COMMANDS, helpOf } from './called-commands.ts';

test.each(COMMANDS)('npm run %s -- --aide : ce qu’elle fait, ses options, en 80 colonnes ; code 0', (command) => {
  const { code, said, complained } = helpOf(command)!;
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
  expect(said).toMatch(new RegExp(`^npm run ${command}(?: -- \\S+)?\\s: [^]*\\n  --aide +affiche ce texte\\n`));
  expect(said.split('\n').filter((line) => line.length > 80)).toEqual([]);
});
