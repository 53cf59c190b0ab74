import type { Fault } from '../csv/fault.ts';
import { type Block, type FileReport, type Group, gatherFaults } from './gather.ts';
import { countFaults, detailsOf, headBlock } from './terminal.ts';

/**
 * The faults as GitHub's workflow commands: each block is an annotation on the file and line where it first stands. Errors
 * come first, because GitHub shows the first ten of a level only.
 */
export function writeGithub(faults: readonly Fault[]): string {
  const { files } = gatherFaults(faults);
  const blocks = files.flatMap((file) =>
    file.groups.flatMap((group) => group.blocks.map((block) => ({ file, group, block }))),
  );
  const [errors, warnings] = [
    blocks.filter(({ block }) => block.level === 'erreur'),
    blocks.filter(({ block }) => block.level !== 'erreur'),
  ];
  const commands = [...errors, ...warnings].map(({ file, group, block }) => annotate(file, group, block));
  return `${[...commands, countFaults(faults)].join('\n')}\n`;
}

function annotate({ file }: FileReport, group: Group, block: Block): string {
  const [place] = block.places;
  const { label, where } = headBlock(block, group);
  const properties = {
    file,
    line: place?.line,
    col: place?.character,
    title: [label, where].filter(Boolean).join(', '),
  };
  const written = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${block.level === 'erreur' ? 'error' : 'warning'} ${written.join(',')}::${escapeData(tellBlock(block))}`;
}

/** All there is to say of a block after its head, on as many lines. */
export function tellBlock(block: Block): string {
  const details = detailsOf(block).map(({ label, text }) => `${label}\u00a0: ${text}`);
  return [...(block.problem ? [block.problem] : []), ...details].join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
