import { fold } from '../text/fold.ts';

const DELIMITERS = [';', ',', '\t', '|'] as const;
/** A header longer than this is something else. */
const HEADER_LENGTH = 100_000;

/** What parts the cells: the sign that gives most known column names in the header line, else most cells. */
export function guessDelimiter(text: string, knownNames: ReadonlySet<string>): string {
  const header = cutHeader(text);
  const scores = DELIMITERS.map((delimiter) => {
    const names = splitOutsideQuotes(header, delimiter);
    const known = names.filter((name) => knownNames.has(fold(name.replaceAll('"', ' ')))).length;
    return { delimiter, known, count: names.length };
  });
  return scores.reduce((best, score) =>
    score.known > best.known || (score.known === best.known && score.count > best.count) ? score : best,
  ).delimiter;
}

function cutHeader(text: string): string {
  const start = text.slice(0, HEADER_LENGTH).trimStart();
  let quoted = false;
  for (let index = 0; index < start.length; index++) {
    if (start[index] === '"') quoted = !quoted;
    else if (!quoted && (start[index] === '\n' || start[index] === '\r')) return start.slice(0, index);
  }
  return start;
}

function splitOutsideQuotes(line: string, delimiter: string): string[] {
  return line
    .split('"')
    .map((part, index) => (index % 2 === 1 ? part.replaceAll(delimiter, ' ') : part))
    .join('"')
    .split(delimiter);
}
