import type { WriteStream } from 'node:tty';

const LENGTH = 20;

/** Says how far a command is. */
export interface Progress {
  /** A step begins. */
  step(label: string): void;
  /** Nothing more to wait for: a bar goes away. */
  end(): void;
}

/** A bar on a terminal, plain lines elsewhere; `steps` are all there will be. */
export function makeProgress(stream: Pick<WriteStream, 'write'> & { isTTY?: boolean }, steps: number): Progress {
  let done = 0;
  if (!stream.isTTY) return { step: (label) => void stream.write(`${label}…\n`), end: () => {} };
  return {
    step: (label) => {
      const filled = Math.round((LENGTH * done++) / Math.max(steps, 1));
      stream.write(`\r\u001b[K${'█'.repeat(filled)}${'░'.repeat(LENGTH - filled)} ${label}…`);
    },
    end: () => void stream.write('\r\u001b[K'),
  };
}
