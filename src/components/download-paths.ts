/** The name of a table's files without ending: the figure's id, and for further tables their name after it. */
export function tableFile(figure: string, table: string): string {
  return table === 'main' ? figure : `${figure}-${table}`;
}

/** Where what is said of a CSV lies: beside it. */
export function metadataPath(csv: string): string {
  return csv.replace(/csv$/, 'metadata.json');
}

/** Every published table as one workbook. */
export const TABLES_WORKBOOK = '/donnees/tableaux.xlsx';
