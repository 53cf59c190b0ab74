/** The id of the line of a node or a link in the list of a figure's flows: its address, with or without a script. */
export function flowAnchor(figure: string, key: string): string {
  return `${figure}--${key.replace(/[^\w-]+/g, '--')}`;
}
