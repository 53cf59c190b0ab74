/** A text cut into lines of `width` columns, the next ones behind `hanging`; at ordinary spaces only: what holds together stays so. */
export function wrap(text: string, width: number, hanging: string): readonly string[] {
  const lines: string[] = [];
  const [, start = '', rest = ''] = /^( *)(.*)$/.exec(text) ?? [];
  let line = start;
  for (const word of rest.split(' ')) {
    const isFirst = line === start || line === hanging;
    if (!isFirst && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hanging;
    }
    line += line === start || line === hanging ? word : ` ${word}`;
  }
  return [...lines, line];
}
