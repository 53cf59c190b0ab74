import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipStill } from '../../components/still-archive.ts';
import { dateOf } from '../finish-pdf.ts';

/** What a link is called inside the file: drawn at random by the library. */
const RANDOM_LINK = /"rId([a-z0-9_-]{21})"/g;

/** The number of a place that links lead to: counted since the program began. */
const PLACE = /(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)"/g;

/** Gives a Word document the dates of its data (`date`, ISO) and takes the clock and chance out of it: the same text gives the same bytes. */
export function settleDocx(written: Uint8Array, date: string): Uint8Array {
  const [links, places] = [new Map<string, string>(), new Map<string, string>()];
  const day = dateOf(date).toISOString().replace('.000', '');
  const settled = Object.entries(unzipSync(written)).map(([name, bytes]) => {
    if (!/\.(?:xml|rels)$/.test(name)) return [name, bytes] as const;
    const text = strFromU8(bytes)
      .replace(RANDOM_LINK, (_, random: string) => `"rIdLien${numberOf(links, random)}"`)
      .replace(PLACE, (_, before: string, counted: string) => `${before}${numberOf(places, counted)}"`)
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}`);
    return [name, strToU8(text)] as const;
  });
  return zipStill(Object.fromEntries(settled));
}

function numberOf(names: Map<string, string>, random: string): string {
  const known = names.get(random) ?? String(names.size + 1);
  names.set(random, known);
  return known;
}
