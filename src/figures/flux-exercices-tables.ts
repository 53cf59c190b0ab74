import type { Data } from '../datasets/data.ts';
import type { Table } from '../model/table.ts';
import { type FlowPicture, picturesOf } from './flux-pictures.ts';
import {
  exerciceColumn,
  flowsInWords,
  ledgerCaption,
  moneyInWords,
  stackExercices,
  tabulatePicture,
} from './flux-tables.ts';

/** What was paid in money, exercice after exercice. */
export function pictureExercices(data: Data): readonly FlowPicture[] {
  return picturesOf(data, { statut: 'verse', nature: 'numeraire' });
}

/** Some exercices as tables with a further key, `exercice`; no row where there are not two of them. */
export function tabulateExercices(
  data: Data,
  pictures: readonly FlowPicture[],
): { readonly main: Table; readonly noeuds: Table; readonly autres?: Table } {
  const exercices = pictures.map(({ exercice }) => exercice);
  const caption = ledgerCaption(data, exercices, flowsInWords(data, exercices, moneyInWords('verse', 'numeraire')));
  const nothing = { ...caption, columns: [], rows: [], sums: [] };
  if (pictures.length < 2) return { main: nothing, noeuds: nothing };
  const tables = pictures.map((picture) => [picture.exercice, tabulatePicture(picture, caption)] as const);
  const stack = (pick: (of: (typeof tables)[number][1]) => Table | undefined) => {
    const found = tables.flatMap(([exercice, of]) => {
      const table = pick(of);
      return table ? [[exercice, table] as const] : [];
    });
    return stackExercices(found, exerciceColumn(data), caption);
  };
  return {
    main: stack(({ main }) => main),
    noeuds: stack(({ noeuds }) => noeuds),
    ...(tables.some(([, { autres }]) => autres) ? { autres: stack(({ autres }) => autres) } : {}),
  };
}
