import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { nameFile } from '../../src/datasets/files.ts';
import { tellsSecrets } from '../../src/print/check-secrecy.ts';
import { BOOKS, type BookFormat } from '../../src/print/edition/book-layout.ts';
import { POINTS_PER_MM } from '../../src/print/papers.ts';
import { type Check, isSound } from '../../src/print/preflight.ts';
import { type Changes, findChanges, isUnchanged, summarize } from '../../src/print/proof/changes.ts';
import { checkProof } from '../../src/print/proof/check-proof.ts';
import { nameProof, watermarkOf, writeFrontSheet } from '../../src/print/proof/front-sheet.ts';
import type { SheetWords } from '../../src/print/proof/print-front.ts';
import { type ProofMemory, readMemory, writeMemory } from '../../src/print/proof/proof-memory.ts';
import { makeProofPdf } from '../../src/print/proof/proof-pdf.ts';
import { seePages } from '../../src/print/proof/see-pages.ts';
import { describePreflight, tellPreflight } from '../../src/print/tell-preflight.ts';
import { typo } from '../../src/text/typography.ts';
import { save } from './save.ts';
import { SAYS_SECRETS, tellUnwritten } from './tell-unwritten.ts';

/** A book as it will be printed, and its checks. */
export interface FinishedBook {
  readonly annee: string;
  readonly format: BookFormat;
  readonly pdf: Uint8Array;
  readonly source: Omit<SheetWords, 'paper'>;
  readonly checks: readonly Check[];
}

/** Prints the sheet that goes before a proof, as a finished PDF. */
export type PrintSheet = (html: string, said: SheetWords) => Promise<Uint8Array>;

/** Where proofs are kept, what prints the sheet that goes before one, and how they are told. */
interface Workshop {
  readonly printSheet: PrintSheet;
  readonly folder: string;
  readonly say: (line: string) => void;
}

/**
 * Makes the next proof of a book beside the last one, whose memory tells what changed; where nothing did, the last one stays.
 * True where the book holds every promise: a proof with faults is made, and lists them, but for a secret, which no proof shows.
 */
export async function makeProof(book: FinishedBook, workshop: Workshop): Promise<boolean> {
  const { folder, say } = workshop;
  const name = `edition-${book.annee}-${book.format}-bat`;
  const [file, report] = [join(folder, `${name}.pdf`), join(folder, `${name}.json`)];
  if (tellsSecrets(book.checks)) {
    say(tellPreflight(nameFile(file), book.checks));
    say(tellUnwritten(file, SAYS_SECRETS));
    return false;
  }
  const last = recall(report, book, say);
  const next = await compare(book, last);
  if (last !== undefined && next === last && existsSync(file)) {
    say(tellPreflight(nameFile(file), book.checks));
    say(typo(`  Rien n’a changé depuis l’${nameProof(last.number)} : elle reste la bonne.`));
    return isSound(book.checks);
  }
  const { pdf, checks } = await draw(book, next, workshop);
  save(file, pdf);
  save(
    report,
    `${JSON.stringify({ ...describePreflight(`${name}.pdf`, checks), ...writeMemory(book, next) }, null, 2)}\n`,
  );
  say(tellPreflight(nameFile(file), checks));
  say(tellProof(next));
  return isSound(checks);
}

/** The last proof's memory; one that cannot be read is kept under another name, and told. */
function recall(report: string, book: FinishedBook, say: (line: string) => void): ProofMemory | undefined {
  if (!existsSync(report)) return undefined;
  const read = readMemory(readFileSync(report, 'utf8'), report, book);
  if ('memory' in read) return read.memory;
  const aside = freeName(report.replace(/\.json$/, '-illisible'));
  renameSync(report, aside);
  say(
    typo(
      `${nameFile(report)} ne se lit pas comme la mémoire de la dernière épreuve (${read.problem}). Il est gardé sous le nom « ${nameFile(aside)} », et l’épreuve est faite comme la première.`,
    ),
  );
  return undefined;
}

function freeName(path: string): string {
  for (let i = 1; ; i++) {
    const name = `${path}${i === 1 ? '' : `-${i}`}.json`;
    if (!existsSync(name)) return name;
  }
}

/** The next proof; the last one where neither a page nor a fault changed. */
async function compare(
  { pdf, checks, format, source }: FinishedBook,
  last: ProofMemory | undefined,
): Promise<ProofMemory> {
  const { margin } = BOOKS[format];
  const pages = await seePages(pdf, { top: margin.top * POINTS_PER_MM, bottom: margin.bottom * POINTS_PER_MM });
  const faults = checks.flatMap(({ title, wrong }) => wrong.map((one) => `${title} : ${one}`));
  const made = { faults, date: source.date, pages };
  if (!last) return { ...made, number: 1, changes: undefined };
  const changes = findChanges(last.number, last.pages, pages);
  const isSame = isUnchanged(changes) && faults.join('\n') === last.faults.join('\n');
  return isSame ? last : { ...made, number: last.number + 1, changes };
}

/** The proof's PDF, and the book's checks with its own. */
async function draw(
  { format, pdf: book, source, checks }: FinishedBook,
  proof: ProofMemory,
  { printSheet }: Workshop,
): Promise<{ readonly pdf: Uint8Array; readonly checks: readonly Check[] }> {
  const { paper } = BOOKS[format];
  const { number, changes, pages } = proof;
  const title = typo(`É${nameProof(number).slice(1)}, ${source.title}`);
  const sheet = writeFrontSheet({ ...proof, title: source.title, paper: paper.name, pages: pages.length });
  const front = await printSheet(sheet, { ...source, title, paper });
  const watermark = watermarkOf(number);
  const pdf = await makeProofPdf({ book, front, watermark, title, changed: toRead(changes), source });
  return { pdf, checks: [...checks, await checkProof(pdf, book)] };
}

/** Pages that bear a bar. */
function toRead(changes: Changes | undefined): ReadonlySet<number> {
  return new Set([...(changes?.changed.map(({ page }) => page) ?? []), ...(changes?.added ?? [])]);
}

function tellProof({ number, changes }: ProofMemory): string {
  if (!changes) return typo(`  É${nameProof(number).slice(1)} : la première.`);
  const sentences = summarize(changes);
  const told = sentences.length === 0 ? 'aucune page n’a changé, le contrôle si' : sentences.join(' ; ');
  return typo(`  É${nameProof(number).slice(1)}. Depuis l’${nameProof(changes.since)} : ${told}.`);
}
