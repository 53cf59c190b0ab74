/**
 * A path of straight lines (M, L, Z, as d3 writes them) in steps from point to point: about a third lighter once
 * compressed. Steps are taken between rounded points, so that no error adds up; `grain` is what points are rounded to, px.
 */
export function shorten(d: string, grain = 0.5): string {
  const unit = 1 / grain;
  let [x, y] = [0, 0];
  let written = '';
  let last = '';
  for (const [, command = '', to = ''] of d.matchAll(/([MLZ])([^MLZ]*)/g)) {
    if (command === 'Z') {
      written += 'z';
      last = 'z';
      continue;
    }
    const [nextX = 0, nextY = 0] = to.split(',').map((number) => Math.round(Number(number) * unit));
    if (command === 'M') written += `M${print(nextX / unit)}${pair(nextY / unit)}`;
    else if (nextX !== x || nextY !== y)
      written += `${last === 'l' ? pair((nextX - x) / unit) : `l${print((nextX - x) / unit)}`}${pair((nextY - y) / unit)}`;
    else continue;
    last = command === 'M' ? 'M' : 'l';
    [x, y] = [nextX, nextY];
  }
  return written;
}

/** A number without the zero before its point, and without the dust of binary fractions. */
const print = (value: number): string => String(Math.round(value * 1000) / 1000).replace(/^(-?)0\./, '$1.');

/** A number after another: its own sign parts them, else a space. */
function pair(value: number): string {
  const text = print(value);
  return text.startsWith('-') ? text : ` ${text}`;
}
