import { type FigureView, observatory } from '../observatory/index.ts';
import { formatDate } from '../text/date.ts';
import { sentence, upperFirst } from '../text/sentence.ts';
import { typo } from '../text/typography.ts';
import { SIGN_MEANINGS } from '../text/value.ts';
import { describeSources } from './describe-sources.ts';
import { licencesOf, type TableDownload, tableDownloads } from './downloads.ts';
import { fileWordsOf } from './file-words.ts';
import { addressOf } from './sharing.ts';
import { tableSheet } from './table-sheet.ts';
import { ownTitleOf } from './table-title.ts';
import { nameTabs, type Sheet, type SheetCell, writeWorkbook } from './workbook.ts';

/** A figure as a workbook: a sheet that says what it is, then one a table. */
export function figureWorkbook(figure: FigureView): Promise<Uint8Array<ArrayBuffer>> {
  const tables = Object.entries(figure.tables).map(([name, table]) => ({
    name: upperFirst(ownTitleOf(figure, name) ?? 'tableau'),
    ...tableSheet(table),
  }));
  return writeWorkbook([readMe(figure), ...tables]);
}

/** Every published table as one workbook: the list of its sheets with what each one is, then a sheet a table. */
export function tablesWorkbook(): Promise<Uint8Array<ArrayBuffer>> {
  const tabs = nameTabs(tableDownloads.map(({ id }) => id));
  const named = tableDownloads.map((download, index) => ({ download, tab: tabs[index]! }));
  const sheets = named.map(({ download, tab }) => ({ name: tab, ...tableSheet(download.table) }));
  return writeWorkbook([contents(named), ...sheets]);
}

function readMe(figure: FigureView): Sheet {
  const { title, subtitle, reading, champ, licence, licenceUrl, publisher, address } = fileWordsOf(figure);
  const download = tableDownloads.find((one) => one.figure.id === figure.id);
  const { cited, notes } = describeSources(figure.sources);
  const told: readonly (readonly [string, string | undefined])[] = [
    ...fiction(),
    ['Titre', title],
    ['Sous-titre', subtitle],
    ['Lecture', reading],
    ['Champ', champ],
    ['Millésime', download?.millesime],
    ...cited.map(({ text, url }) => ['Source', url ? `${text}, ${url}` : text] as const),
    ['À savoir', notes],
    ['Données au', figure.modified && formatDate(figure.modified)],
    ['Licence des données', download && licencesOf(download)],
    ['Licence des textes et images', `${licence}, ${licenceUrl}`],
    ['Publié par', publisher],
    ['Page', address],
    ['Signes', SIGNS],
  ];
  const rows = told.flatMap(([label, text]) => (text ? [[label, text]] : []));
  return {
    name: 'À lire',
    rows,
    titles: rows.findIndex(([label]) => label === 'Titre') === 0 ? [0] : [0, 1],
    widths: [24, 66],
  };
}

interface NamedTable {
  readonly download: TableDownload;
  readonly tab: string;
}

function contents(tables: readonly NamedTable[]): Sheet {
  const { settings } = observatory;
  const head: readonly SheetCell[][] = [
    ...fiction().map(([label, text]) => [label, text]),
    ['Contenu', typo(`${settings.nom} ${settings.region.en} : tableaux des graphiques`)],
    ...(settings.adresse ? [['Site', addressOf('/')]] : []),
    ['Signes', SIGNS],
    [],
  ];
  const titles = ['Feuille', 'Titre', 'Sous-titre', 'Champ', 'Millésime', 'Sources', 'Données au', 'Licence', 'Page'];
  const rows = tables.map(({ download, tab }) => {
    const { figure } = download;
    const { cited } = describeSources(figure.sources);
    return [
      tab,
      typo(download.title),
      figure.subtitle,
      typo(sentence(figure.champ)),
      download.millesime ?? null,
      [...new Set(cited.map(({ text, url }) => (url ? `${text}, ${url}` : text)))].join(' ; '),
      figure.modified ? formatDate(figure.modified) : null,
      licencesOf(download),
      settings.adresse ? addressOf(download.page) : null,
    ];
  });
  return {
    name: 'Contenu',
    rows: [...head, titles, ...rows],
    titles: [0, head.length],
    widths: [34, 56, 56, 56, 12, 56, 16, 24, ...(settings.adresse ? [40] : [])],
  };
}

const SIGNS = typo(
  Object.entries(SIGN_MEANINGS)
    .map(([sign, meaning]) => `${sign} : ${meaning}`)
    .join(' ; '),
);

/** What is invented says so before anything else. */
function fiction(): readonly (readonly [string, string])[] {
  return observatory.demonstration ? [['Démonstration', 'Région fictive, données fictives']] : [];
}
