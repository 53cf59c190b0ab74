import { getDocumentProxy } from 'unpdf';

/** Dots that lead to a number of page: as many as there is room for. */
const LEADERS = /(?:\.\s*){4,}/gu;

/** The words of each page as they are read aloud: artifacts only part them. */
export async function readAloud(bytes: Uint8Array): Promise<readonly string[]> {
  // pdf.js takes the bytes away from whoever gives them.
  const document = await getDocumentProxy(bytes.slice());
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const marks: boolean[] = [];
    let text = '';
    for (const item of items) {
      if ('str' in item) text += marks.at(-1) ? ' ' : `${item.str}${item.hasEOL ? ' ' : ''}`;
      else if (item.type === 'endMarkedContent') marks.pop();
      else marks.push(marks.at(-1) === true || tagOf(item) === 'Artifact');
    }
    texts.push(text.replace(LEADERS, ' … ').replace(/\s+/gu, ' ').trim());
  }
  return texts;
}

/** pdf.js gives the tag of marked content; its types do not know it. */
const tagOf = (item: { readonly type: string; readonly tag?: string }): string | undefined => item.tag;
