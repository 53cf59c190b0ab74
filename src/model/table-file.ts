/** The name of a table's files without ending: the figure's id, and for further tables their name after it. */
export function tableFile(figure: string, table: string): string {
  return table === 'main' ? figure : `${figure}-${table}`;
}
