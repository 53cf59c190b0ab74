import { createHash } from 'node:crypto';
import type { Fault } from '../csv/fault.ts';
import { gatherFaults } from './gather.ts';
import { tellBlock } from './github.ts';
import { headBlock } from './terminal.ts';

/** The faults as GitLab's Code Quality report, which it shows on file and line of a proposal: one entry a block. */
export function writeGitlab(faults: readonly Fault[]): string {
  const entries = gatherFaults(faults).files.flatMap(({ file, groups }) =>
    groups.flatMap((group) =>
      group.blocks.map((block) => {
        const { label, where } = headBlock(block, group);
        const description = [[label, where].filter(Boolean).join(', '), tellBlock(block)].join('\n');
        return {
          description,
          check_name: 'verifier',
          severity: block.level === 'erreur' ? 'major' : 'minor',
          // The same fault keeps its fingerprint, so that GitLab tells what a proposal adds from what was there.
          fingerprint: createHash('sha256').update(`${file}\n${description}`).digest('hex'),
          location: { path: file, lines: { begin: block.places[0]?.line ?? 1 } },
        };
      }),
    ),
  );
  return `${JSON.stringify(entries, null, 1)}\n`;
}
