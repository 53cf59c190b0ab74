import { deflateSync } from 'node:zlib';
import type { PDFContext, PDFRawStream } from 'pdf-lib';

/** A compressed stream with these entries: Node compresses natively, pdf-lib in JavaScript. */
export function flateStream(
  context: PDFContext,
  bytes: Uint8Array,
  entries: Readonly<Record<string, string | number>> = {},
): PDFRawStream {
  return context.stream(deflateSync(bytes), { ...entries, Filter: 'FlateDecode' });
}
