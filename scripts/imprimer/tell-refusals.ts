import { typo } from '../../src/text/typography.ts';
import { tellUnwritten } from './tell-unwritten.ts';

/** Nothing is written: a printer would get a sheet that prints otherwise than it shows. */
export function tellRefusals(file: string, refusals: readonly string[]): string {
  const lines = refusals.map((refusal) => `  NON  ${refusal}`);
  return [tellUnwritten(file, 'ce qui suit ne se convertit pas pour une presse'), ...lines.map(typo)].join('\n');
}
