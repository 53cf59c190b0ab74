import { expect, test, vi } from 'vitest';
import { inspect } from '../../../src/print/press/inspect.ts';
import { readPress } from '../../../src/print/press/read-press.ts';
import { readPressFile } from '../../../src/print/press/read-press-file.ts';
import { readPdf } from '../../../src/print/read-pdf.ts';
import { at, handMade } from './hand-made-pdf.ts';

vi.mock(import('../../../src/print/press/inspect.ts'), async (original) => {
  const own = await original();
  return { ...own, inspect: vi.fn(own.inspect) };
});

test('un fichier de presse est suivi une fois, et se lit comme si chacun l’avait ouvert', async () => {
  const bytes = await handMade(`1 0 0 rg ${at(10)} ${at(10)} 20 20 re f`);
  const read = await readPressFile(bytes);
  expect(inspect).toHaveBeenCalledTimes(1);
  expect(read).toEqual({ pdf: await readPdf(bytes), press: await readPress(bytes) });
  expect(read.pdf.colours).toEqual(new Map([['rgb', 1]]));
});
