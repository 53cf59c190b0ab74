import { openPdf } from '../open-pdf.ts';
import { describePdf, type PdfContents } from '../read-pdf.ts';
import { describePress, type PressContents } from './read-press.ts';

/** A press PDF read back, as any PDF and as a press does, from one opening. */
export async function readPressFile(
  bytes: Uint8Array,
): Promise<{ readonly pdf: PdfContents; readonly press: PressContents }> {
  const opened = await openPdf(bytes);
  return { pdf: await describePdf(opened), press: describePress(opened) };
}
