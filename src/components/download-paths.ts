/** Where what is said of a CSV lies: beside it. */
export function metadataPath(csv: string): string {
  return csv.replace(/csv$/, 'metadata.json');
}

/** Every published table as one workbook. */
export const TABLES_WORKBOOK = '/donnees/tableaux.xlsx';
