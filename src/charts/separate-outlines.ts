/**
 * Letters over a line are outlined with the colour of the ground. The attribute that says that the outline lies under the
 * letters is unknown to several drawing programs, which paint it over them: the outline becomes a text of its own, before.
 */
export function separateOutlines(svg: string): string {
  return svg.replace(
    /<text([^>]*?) (stroke="[^"]*"[^>]*?) paint-order="stroke"([^>]*)>(.*?)<\/text>/gs,
    (_, before: string, outline: string, after: string, inner: string) => {
      const attributes = `${before}${after}`;
      return `<text aria-hidden="true"${attributes} ${outline}>${inner}</text><text${attributes}>${inner}</text>`;
    },
  );
}
