import { plural } from '../../src/text/plural.ts';
import { typo } from '../../src/text/typography.ts';

/** How far a long run is, told while it lasts. */
export interface Progress {
  /** The next step begins: "composition". */
  readonly step: (name: string) => void;
  /** So many pages are laid out; 0 once they all are. */
  readonly pages: (count: number) => void;
  /** Says a line that stays. */
  readonly say: (line: string) => void;
  /** Nothing is going on any more. */
  readonly end: () => void;
}

/** Where progress is told: lines that stay, and one line written over and over, on a terminal only. */
interface Told {
  readonly say: (line: string) => void;
  readonly write: ((text: string) => void) | undefined;
}

/** Cells of the bar. */
const CELLS = 16;
/** Back to the first column, and the line empty. */
const CLEAR = '\r\u001b[K';

/** Follows a run of so many steps: a bar on a terminal, nothing of it in a file or a pipe. */
export function followSteps(steps: number, { say, write }: Told): Progress {
  let begun = 0;
  let name = '';
  const show = (pages: number) => write?.(`${CLEAR}${drawBar(begun - 1, steps)} ${typo(describe(name, pages))}`);
  return {
    step: (next) => {
      begun++;
      name = next;
      show(0);
    },
    pages: show,
    say: (line) => {
      write?.(CLEAR);
      say(line);
    },
    end: () => write?.(CLEAR),
  };
}

/** "████░░░░ 5/8": the steps that are done, and the one that goes on. */
export function drawBar(done: number, steps: number): string {
  const full = Math.round((Math.min(done, steps) / steps) * CELLS);
  return `${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${Math.min(done + 1, steps)}/${steps}`;
}

function describe(name: string, pages: number): string {
  return pages === 0 ? name : `${name} : ${plural(pages, 'page', 'pages')}`;
}
