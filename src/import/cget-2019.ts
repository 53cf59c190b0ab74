import type { References } from '../csv/column.ts';
import type { Fault } from '../csv/fault.ts';
import { readDecimal } from '../csv/kinds/decimal.ts';
import { type Lieu, lieux } from '../datasets/lieux.ts';
import { fold } from '../text/fold.ts';
import { formatNumber } from '../text/number.ts';
import { listDropped } from './dropped-columns.ts';
import { type ForeignRecord, type ForeignTable, placeCell } from './foreign-table.ts';
import type { Format } from './format.ts';
import { makePlaceId } from './make-place-id.ts';
import { splitStatus } from './split-status.ts';
import { lineOf, typeDrafts } from './typed-rows.ts';

/** Where the file was published, and the year it describes. */
const SOURCE = 'https://github.com/anct-carto/mission_coworking';
const YEAR = '2019';

/** The columns that are read; all others are left out by name. */
const READ = [
  'ID',
  'NOM_TL',
  'CP',
  'COMINIT',
  'INSEECOM',
  'NOMCOM',
  'INSEEMETRO',
  'NOMCOMMETRO',
  'WEB',
  'TYPO',
  'LAT',
  'LONG',
  'GEOCOD',
  'PRECISION',
] as const;
type Name = (typeof READ)[number];

const TELLING: readonly Name[] = ['NOM_TL', 'COMINIT', 'INSEECOM', 'TYPO', 'LAT', 'LONG', 'PRECISION'];

/** Our type for each of the file's two. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['tiers lieux a dominante coworking', 'coworking'],
  ['tiers lieux a dominante fablab', 'fablab'],
]);

/** Under this geocoding score (0 to 1) the point is more likely somewhere else than there. */
const TRUSTED_SCORE = 0.5;
/** Where each of our columns comes from, for faults. */
const ORIGINS: Readonly<Record<string, Name>> = {
  id: 'ID',
  nom: 'NOM_TL',
  commune: 'NOMCOM',
  code_insee: 'INSEECOM',
  latitude: 'LAT',
  longitude: 'LONG',
  position: 'PRECISION',
  types: 'TYPO',
  site_web: 'WEB',
};

/** Shared-work places and fab labs listed for the State in 2019 (CGET, « mission coworking »). */
export const cget2019: Format<Lieu> = {
  id: 'cget-2019',
  title: 'Tiers-lieux recensés par le CGET en 2019',
  dataset: 'lieux',
  telling: TELLING,
  description: {
    sources: [{ title: 'CGET, mission coworking (2019)', path: SOURCE }],
    licenses: [
      {
        name: 'etalab-2.0',
        title: 'Licence Ouverte 2.0',
        path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
      },
    ],
    date: YEAR,
  },
  recognise: (header) => TELLING.every((name) => header.includes(name)),
  convert: (tables, { references }) => {
    const [table] = tables as [ForeignTable];
    const position = (name: Name) => table.header.cells.indexOf(name);
    const { dropped, faults: leaving } = listDropped(table, new Set(READ.map(position)));
    const ids = new Set<string>();
    const places = table.records.map((record) => readPlace(table, record, position, ids, references));
    const positions = Object.fromEntries(Object.entries(ORIGINS).map(([id, name]) => [id, position(name)]));
    const open = places.filter(({ isClosed }) => !isClosed);
    const { accepted, faults } = typeDrafts(lieux, open, table, positions, references);
    return {
      lines: accepted.map((line) => lineOf(table, line)),
      dropped,
      faults: [...table.faults, ...leaving, ...places.flatMap((place) => place.faults), ...faults],
    };
  },
};

/** A line of the file in our columns, with what its position is worth. */
interface Place {
  readonly record: ForeignRecord;
  readonly cells: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
  readonly isClosed: boolean;
}

function readPlace(
  table: ForeignTable,
  record: ForeignRecord,
  position: (name: Name) => number,
  ids: Set<string>,
  references: References | undefined,
): Place {
  const faults: Fault[] = [];
  const tell: Tell = (name, problem, expected, mended) =>
    faults.push({ level: 'avertissement', ...placeCell(table, record, position(name)), problem, expected, mended });
  const cell = (name: Name) => record.cells[position(name)] ?? '';
  const filled = (name: Name) => (/^0+$/.test(cell(name)) ? '' : cell(name));

  const { nom, status, isClosed } = splitStatus(cell('NOM_TL'));
  if (isClosed) tell('NOM_TL', `lieu dit fermé (« ${status} ») : ligne laissée de côté`, 'un lieu ouvert');
  else if (status) tell('NOM_TL', `état écrit dans le nom : « ${status} »`, 'le nom du lieu seul', nom);
  if (cell('CP') !== filled('CP')) tell('CP', 'valeur absente codée « 0 »', 'un code postal');
  const code = readCommune(cell, filled, tell);
  const official = references?.communes.get(code)?.nom;
  const commune = official ?? (filled('NOMCOM') || filled('NOMCOMMETRO') || filled('COMINIT'));
  const written = filled('COMINIT');
  if (written && written !== commune)
    tell('COMINIT', 'commune écrite autrement', 'le nom officiel de la commune', commune);

  const score = readDecimal(cell('PRECISION')) ?? Number.NaN;
  const located = locate(cell, filled, tell, score);
  return {
    record,
    isClosed,
    faults,
    cells: {
      id: makePlaceId(nom, cell('ID'), ids),
      nom,
      commune,
      code_insee: code,
      ...located,
      types: TYPES.get(fold(cell('TYPO'))) ?? cell('TYPO'),
      site_web: readSite(filled('WEB'), tell),
      cite_comme: 'tiers-lieu',
      cite_le: YEAR,
      source: SOURCE,
    },
  };
}

type Tell = (name: Name, problem: string, expected: string, mended?: string) => void;
type Cell = (name: Name) => string;

/** The code of the commune: the one written, else the one that the file's authors found under the point. */
function readCommune(cell: Cell, filled: Cell, tell: Tell): string {
  const code = filled('INSEECOM');
  const under = filled('INSEEMETRO');
  if (code === '' && under !== '') {
    const missing = cell('INSEECOM') ? 'valeur absente codée « 0 »' : 'cellule vide';
    const problem = `${missing} ; commune du point : ${filled('NOMCOMMETRO')}`;
    tell('INSEECOM', problem, 'le code INSEE de la commune', under);
    return under;
  }
  if (under !== '' && under !== code) {
    const problem = `le point tombe dans une autre commune : ${under} (${filled('NOMCOMMETRO')})`;
    tell('INSEECOM', problem, 'le code de la commune où se trouve le lieu');
  }
  return code;
}

/** The place's point, unless its geocoding is not to be trusted; "à la commune" where only the commune was found. */
function locate(cell: Cell, filled: Cell, tell: Tell, score: number) {
  const latitude = filled('LAT');
  const longitude = filled('LONG');
  if (!latitude || !longitude) return { latitude: '', longitude: '', position: '' };
  if (score < TRUSTED_SCORE) {
    tell(
      'PRECISION',
      'adresse mal trouvée : le point est laissé de côté',
      `un score d’au moins ${formatNumber(TRUSTED_SCORE)}`,
    );
    return { latitude: '', longitude: '', position: '' };
  }
  if (Number.isNaN(score)) tell('PRECISION', 'position sans adresse ni score, à vérifier', 'un score de 0 à 1');
  const isTownOnly =
    cell('GEOCOD') !== '' && [filled('NOMCOM'), filled('COMINIT')].map(fold).includes(fold(cell('GEOCOD')));
  if (isTownOnly) tell('GEOCOD', 'seule la commune a été trouvée : position « à la commune »', 'une adresse');
  return { latitude, longitude, position: isTownOnly ? 'commune' : 'exacte' };
}

function readSite(site: string, tell: Tell): string {
  if (site === '' || /^[a-z][a-z\d+.-]*:/i.test(site) || !/^[\w-]+(?:\.[\w-]+)+(?:[/?#]|$)/.test(site)) return site;
  const mended = `http://${site}`;
  tell('WEB', 'début de l’adresse absent', 'une adresse web complète, http://… ou https://…', mended);
  return mended;
}
