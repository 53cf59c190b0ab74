import { strFromU8, unzipSync } from 'fflate';

/** A cell of a workbook as it is written: its text, or its number as JavaScript writes it; a formula where it is one. */
export interface ReadCell {
  readonly text: string;
  /** The letters of its column. */
  readonly column: string;
  readonly isNumber: boolean;
  readonly isFormula: boolean;
}

/** The sheets of an XLSX file by the name of their tab, each as rows of cells; empty cells are left out. */
export function readWorkbook(bytes: Uint8Array): ReadonlyMap<string, readonly (readonly ReadCell[])[]> {
  const files = unzipSync(bytes);
  const textIn = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const shared = [...textIn('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, inner = '']) =>
    decode(inner.replace(/<[^>]+>/g, '')),
  );
  const tabs = [...textIn('xl/workbook.xml').matchAll(/<sheet\b[^>]*\bname="([^"]*)"/g)].map(([, name = '']) =>
    decode(name),
  );
  return new Map(
    tabs.map((tab, index) => [
      tab,
      [...textIn(`xl/worksheets/sheet${index + 1}.xml`).matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
        [...row.matchAll(/<c\b([^>]*)>(.*?)<\/c>/gs)].map(([, attributes = '', inner = '']) => {
          const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? '';
          const isText = /\bt="s"/.test(attributes);
          return {
            column: /\br="([A-Z]+)\d+"/.exec(attributes)![1]!,
            text: isText ? shared[Number(value)]! : value,
            isNumber: !isText,
            isFormula: inner.includes('<f>'),
          };
        }),
      ),
    ]),
  );
}

function decode(text: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => entities[name]!);
}
