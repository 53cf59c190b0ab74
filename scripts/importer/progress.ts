import type { WriteStream } from 'node:tty';

const LENGTH = 20;

/** Says how far a command is. */
export interface Progress {
  /** A step begins. */
  step(label: string): void;
  /** Nothing more to wait for: a bar goes away. */
  end(): void;
}

/** Where a command says how far it is; `columns` where it is a screen. */
type Stream = Pick<WriteStream, 'write'> & { readonly isTTY?: boolean; readonly columns?: number };

/** A bar on a terminal, plain lines elsewhere; `steps` are all there will be. */
export function makeProgress(stream: Stream, steps: number): Progress {
  let done = 0;
  if (!stream.isTTY) return { step: (label) => void stream.write(`${label}…\n`), end: () => {} };
  return {
    step: (label) => {
      const filled = Math.round((LENGTH * done++) / Math.max(steps, 1));
      const line = `${'█'.repeat(filled)}${'░'.repeat(LENGTH - filled)} ${label}…`;
      // A line that goes on below is never wiped out whole.
      const widest = (stream.columns ?? Number.POSITIVE_INFINITY) - 1;
      stream.write(`\r\u001b[K${line.length > widest ? `${line.slice(0, Math.max(widest - 1, 0))}…` : line}`);
    },
    end: () => void stream.write('\r\u001b[K'),
  };
}
