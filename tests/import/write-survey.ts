import Papa from 'papaparse';
import type { Column } from '../../src/csv/column.ts';
import { enquete, type SurveyColumn } from '../../src/datasets/enquete.ts';
import type { SurveyAnswers } from '../../src/import/survey/convert-survey.ts';
import { demonstration } from './demonstration-survey.ts';

const columns: readonly (readonly [SurveyColumn, Column<unknown>])[] = Object.entries(enquete.columns) as never;
type Value = string | number | boolean | readonly string[] | null;
const answerOf = (answer: SurveyAnswers, id: SurveyColumn) => answer[id] as Value;

/** A file as bytes, with the mark of UTF-8. */
function write(records: readonly (readonly string[])[], config: Papa.UnparseConfig): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${Papa.unparse(records as string[][], config)}\r\n`);
}

/** A question of several answers, one column an answer; any other question, one column. */
interface Written {
  readonly header: string;
  readonly cell: (answer: SurveyAnswers) => string;
}

function plain(value: Value, column: Column<unknown>, decimal: '.' | ','): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Oui' : 'Non';
  if (typeof value === 'number') return String(column.kind === 'amount' ? value / 100 : value).replace('.', decimal);
  return column.options?.[value as string] ?? String(value);
}

const labels = (value: Value, { options }: Column<unknown>) =>
  (value as readonly string[]).map((code) => options![code]!);

/** What LimeSurvey writes: `;`, every cell in quotes, CRLF, its own columns first; headers as questions, codes or both. */
export function writeLimeSurvey(
  answers: readonly SurveyAnswers[],
  headings: 'questions' | 'codes' | 'both',
): Uint8Array {
  const name = (code: string, question: string) =>
    headings === 'questions' ? question : headings === 'codes' ? code : `${code}. ${question}`;
  const bare = (code: string) => code.replace(/[^a-z0-9]/g, '');
  const [yes, no] = headings === 'codes' ? ['Y', ''] : ['Oui', 'Non'];
  const number = (text: string) => (/^\d+$/.test(text) ? `${text}.0000000000` : text);
  const questions = columns.flatMap(([id, column]): readonly Written[] => {
    const { title } = column.meta;
    if (column.kind === 'severalOf')
      return Object.entries(column.options!).map(([code, label]) => ({
        header: name(`${bare(id)}[${bare(code)}]`, `${title} [${label}]`),
        cell: (answer) => ((answerOf(answer, id) as readonly string[]).includes(code) ? yes! : no!),
      }));
    const isNumber = ['integer', 'decimal', 'amount'].includes(column.kind);
    const cell = (answer: SurveyAnswers) => {
      const text = plain(answerOf(answer, id), column, '.');
      return isNumber
        ? number(text)
        : headings === 'codes' && column.kind === 'yesNo'
          ? text.replace('Oui', 'Y').replace('Non', 'N')
          : text;
    };
    return [{ header: name(bare(id), title), cell }];
  });
  const own: readonly Written[] = [
    { header: name('id', 'ID de la réponse'), cell: (answer) => String(answers.indexOf(answer) + 1) },
    { header: name('submitdate', 'Date de soumission'), cell: () => '3003-03-12 10:11:12' },
    { header: name('lastpage', 'Dernière page'), cell: () => '9' },
    { header: name('startlanguage', 'Langue de départ'), cell: () => 'fr' },
    { header: name('ipaddr', 'Adresse IP'), cell: () => '192.0.2.1' },
  ];
  const all = [...own, ...questions];
  const records = [all.map(({ header }) => header), ...answers.map((answer) => all.map(({ cell }) => cell(answer)))];
  return write(records, { delimiter: ';', quotes: true });
}

/** What Google Forms writes: `,`, the time first, the answers of one question joined by `, `. */
export function writeGoogleForms(answers: readonly SurveyAnswers[]): Uint8Array {
  const header = ['Horodateur', 'Adresse e-mail', ...columns.map(([, { meta }]) => meta.title)];
  const records = answers.map((answer) => [
    '3003/03/12 10:11:12 AM UTC+1',
    'personne@example.org',
    ...columns.map(([id, column]) => {
      const value = answerOf(answer, id);
      return column.kind === 'severalOf' ? labels(value, column).join(', ') : plain(value, column, ',');
    }),
  ]);
  return write([header, ...records], { delimiter: ',' });
}

/** What the national census writes in 2026: a file a theme, joined by ID_UNIQUE; labels joined by `;`, then a box for each answer. */
export function writeBdftl2026(answers: readonly SurveyAnswers[]): readonly { file: string; bytes: Uint8Array }[] {
  const common: readonly Written[] = [
    { header: 'ID_UNIQUE', cell: ({ id_unite }) => id_unite },
    { header: 'NOM', cell: ({ id_unite }) => `Lieu ${id_unite}` },
    { header: 'Mail', cell: () => 'personne@example.org' },
  ];
  const commune = ({ code_insee }: SurveyAnswers) => demonstration.communes.get(code_insee)!;
  const territoire = ({ departement }: { departement: string }) =>
    demonstration.settings.territoires.find(({ code }) => code === departement)!.nom;
  const identity: readonly Written[] = [
    { header: 'VILLE', cell: (answer) => commune(answer).nom },
    { header: 'DEPARTEMENT_TL', cell: (answer) => territoire(commune(answer)) },
    { header: 'LATITUDE', cell: (answer) => String(commune(answer).latitude ?? '').replace('.', ',') },
    { header: 'LONGITUDE', cell: (answer) => String(commune(answer).longitude ?? '').replace('.', ',') },
    { header: 'EMAIL', cell: () => 'personne@example.org' },
    { header: 'TELEPHONE', cell: () => '00 00 00 00 00' },
  ];
  const asked = columns.filter(([id]) => id !== 'id_unite' && id !== 'code_insee');
  const themes = [...Map.groupBy(asked, ([, { meta }]) => meta.theme!)].map(([theme, own]) => ({
    file: `bdftl-2026-${theme.toLowerCase()}.csv`,
    written: own.flatMap(([id, column]): readonly Written[] => {
      const chosen = (answer: SurveyAnswers) => [answerOf(answer, id)].flat().filter((code) => code !== null);
      const question = {
        header: column.meta.title,
        cell: (answer: SurveyAnswers) =>
          column.kind === 'severalOf'
            ? labels(answerOf(answer, id), column).join(';')
            : plain(answerOf(answer, id), column, ','),
      };
      const boxes = Object.entries(column.options ?? {}).map(([code, label]) => ({
        header: label,
        cell: (answer: SurveyAnswers) => (chosen(answer).includes(code) ? '1' : '0'),
      }));
      return [question, ...boxes];
    }),
  }));
  return [{ file: 'bdftl-2026-fiche.csv', written: identity }, ...themes].map(({ file, written }) => {
    const all = [...common, ...written];
    const records = [all.map(({ header }) => header), ...answers.map((answer) => all.map(({ cell }) => cell(answer)))];
    return { file, bytes: write(records, { delimiter: ';' }) };
  });
}
