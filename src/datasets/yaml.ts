import { Document, LineCounter, parseDocument } from 'yaml';

/** What is wrong in a YAML text, with its line, from 1. */
export interface YamlError {
  readonly line: number;
  /** A key that stands twice in one map, a second document, or anything else. */
  readonly kind: 'double' | 'document' | 'syntax';
}

const KINDS: Readonly<Record<string, YamlError['kind']>> = { DUPLICATE_KEY: 'double', MULTIPLE_DOCS: 'document' };

/** A YAML text, parsed; `lineOf` turns a place in it into a line, from 1. */
interface ParsedYaml {
  readonly document: Document;
  readonly errors: readonly YamlError[];
  lineOf(offset: number): number;
}

/** Reads YAML, of which JSON is a part. Never throws and never prints for what a text holds. */
export function parseYaml(text: string): ParsedYaml {
  const lines = new LineCounter();
  const lineOf = (offset: number) => Math.max(1, lines.linePos(offset).line);
  try {
    const document = parseDocument(text, { lineCounter: lines, logLevel: 'error' });
    const errors = document.errors.map(({ code, pos }) => ({
      line: lineOf(pos[0]),
      kind: KINDS[code] ?? 'syntax',
    }));
    return { document, errors, lineOf };
  } catch {
    // Brackets nested thousands deep are more than the parser's stack.
    return { document: new Document(), errors: [{ line: 1, kind: 'syntax' }], lineOf };
  }
}

/** The plain value of a document; undefined where aliases name nothing, or are so many that they are an attack. */
export function plainOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}
