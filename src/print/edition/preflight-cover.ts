import type { Secrets } from '../../secrecy/inspect-artefact.ts';
import { formatNumber } from '../../text/number.ts';
import { plural } from '../../text/plural.ts';
import type { Check } from '../preflight.ts';
import { preflightPress } from '../press/preflight-press.ts';
import type { PressContents } from '../press/read-press.ts';
import type { PageSource } from '../print-page.ts';
import type { PdfContents } from '../read-pdf.ts';
import { type CoverSheet, type Spine, USUAL_SHEET } from './cover-sheet.ts';

/** The book that a cover is made for. */
interface CoveredBook {
  /** Pages of the inside. */
  readonly pages: number;
  /** Thickness of a sheet in thousandths of a millimetre, as the card says it. */
  readonly epaisseur: number | null | undefined;
  /** The card: "content/editions/2025/edition.yaml". */
  readonly card: string;
}

/** Every promise about the cover of a book for a printer: those of a sheet, then its spine. */
export function preflightCover(
  pdf: PdfContents,
  press: PressContents,
  {
    sheet,
    source,
    secrets,
    book,
  }: { readonly sheet: CoverSheet; readonly source: PageSource; readonly secrets: Secrets; readonly book: CoveredBook },
): readonly Check[] {
  const { paper, folds, spine } = sheet;
  return [
    ...preflightPress(pdf, press, { paper, pages: 1, source, secrets, folds: folds.length }),
    { id: 'dos', title: 'Dos', found: saySpine(spine, book), wrong: [] },
  ];
}

/** How wide the spine is, and why; where nobody said how thick the paper is, what to fill in. */
export function saySpine({ width, isStapled, isAssumed }: Spine, { pages, epaisseur, card }: CoveredBook): string {
  const inside = plural(pages, 'page', 'pages');
  if (isStapled) return `aucun : un livre de ${inside} s’agrafe`;
  const wide = `${formatNumber(width, { decimals: 1 })} mm`;
  const sheets = `${inside}, feuille de ${formatNumber(epaisseur ?? USUAL_SHEET)} millièmes de millimètre`;
  return isAssumed
    ? `${wide}, supposé (${sheets}) : l’imprimeur dit l’épaisseur, elle s’écrit « impression: { epaisseur: … } » dans ${card}`
    : `${wide} : ${sheets}`;
}
