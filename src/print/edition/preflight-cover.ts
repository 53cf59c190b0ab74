import type { Secrets } from '../../secrecy/inspect-artefact.ts';
import { formatNumber } from '../../text/number.ts';
import { plural } from '../../text/plural.ts';
import { typo } from '../../text/typography.ts';
import type { Check } from '../preflight.ts';
import { preflightPress } from '../press/preflight-press.ts';
import type { PressContents } from '../press/read-press.ts';
import type { PageSource } from '../print-page.ts';
import type { PdfContents } from '../read-pdf.ts';
import { type CoverSheet, LARGEST_SPINE, type Spine, USUAL_SHEET } from './cover-sheet.ts';

/** The book that a cover is made for. */
interface CoveredBook {
  /** Pages of the inside. */
  readonly pages: number;
  /** Thickness of a sheet in thousandths of a millimetre, as the card says it. */
  readonly epaisseur: number | null | undefined;
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
    checkSpine(spine, book),
  ];
}

/** How wide the spine is, and why; past LARGEST_SPINE its wall would end before its edge. */
export function checkSpine(spine: Spine, book: CoveredBook): Check {
  const isTooWide = spine.width > LARGEST_SPINE;
  return {
    id: 'dos',
    title: 'Dos',
    found: saySpine(spine, book),
    wrong: isTooWide ? [`plus de ${LARGEST_SPINE} mm : vérifiez « epaisseur » dans edition.yaml`] : [],
  };
}

function saySpine({ width, isStapled, isAssumed }: Spine, { pages, epaisseur }: CoveredBook): string {
  const inside = plural(pages, 'page', 'pages');
  if (isStapled) return `aucun : un livre de ${inside} s’agrafe`;
  const sheet = `feuille de ${formatNumber(epaisseur ?? USUAL_SHEET)} millièmes de millimètre`;
  return `${formatNumber(width, { decimals: 1 })} mm : ${inside}, ${sheet}${isAssumed ? ' supposée' : ''}`;
}

/** What to fill in where nobody said how thick the paper is; nothing where the spine is sure. */
export function warnOfSpine({ isAssumed }: Spine, card: string): string | undefined {
  if (!isAssumed) return undefined;
  return typo(
    `Le dos n’est qu’une supposition : il manque « epaisseur », sous « impression », dans ${card}. L’imprimeur la donne avec le papier, en millièmes de millimètre. Écrivez-la, puis refaites la couverture : l’intérieur, lui, ne change pas.`,
  );
}
