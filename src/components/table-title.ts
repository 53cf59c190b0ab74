import type { FigureView } from '../observatory/index.ts';
import { lowerFirst } from '../text/sentence.ts';

/** What a table of a figure holds, where the figure has several. */
export function ownTitleOf({ tables }: Pick<FigureView, 'tables'>, name: string): string | undefined {
  const own = Object.keys(tables).length > 1 ? tables[name]?.title : undefined;
  return own && lowerFirst(own);
}

/** What a table of a figure is called where it stands alone: in a caption, in a list of files. */
export function titleOfTable(figure: Pick<FigureView, 'title' | 'tables'>, name: string): string {
  const own = ownTitleOf(figure, name);
  return own ? `${figure.title} (${own})` : figure.title;
}
