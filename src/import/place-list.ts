import { readDecimal } from '../csv/kinds/decimal.ts';
import { lieux } from '../datasets/lieux.ts';
import { defineDirectoryFormat } from './directory-format.ts';
import { hasColumn } from './mapped-columns.ts';
import { simplify } from './simplify.ts';
import { targetsOf } from './targets.ts';

/** Names that only a place bears. */
const PLACE_NAMES = [
  'nom_du_lieu',
  'nom_lieu',
  'nom_du_tiers_lieu',
  'nom_tiers_lieu',
  'nom_de_la_structure',
  'nom_structure',
  'nom_usuel',
  'tiers_lieu',
];
/** Names that a person may bear too. */
const OTHER_NAMES = ['nom', 'lieu', 'denomination', 'intitule'];
const COMMUNES = [
  'commune',
  'ville',
  'nom_commune',
  'nom_de_la_commune',
  'commune_du_lieu',
  'localite',
  'code_postal_et_ville',
  'code_postal_ville',
  'cp_ville',
];
const POSTAL_CODES = ['code_postal', 'cp', 'codepostal'];
const CODES = ['code_insee', 'insee', 'code_commune', 'code_insee_commune'];

/** What a list of people has, beside their names. */
const PEOPLE = /^(?:prenom|civilite|datedenaissance|fonction)/;
/** A file with more questions of the survey than this, which no directory tells, is somebody's answers and not a list. */
const MOST_QUESTIONS = 2;
/** Metres of the French projection (Lambert 93), north then east: no number of degrees, even without its decimal comma. */
const NORTH = [6_000_000, 7_200_000] as const;
const EAST = [100_000, 1_300_000] as const;
/** How spreadsheets write a point that is not known. */
const NO_POINT = ['0', '0.0', '0,0'];

/** A list of places that somebody keeps in a spreadsheet: their names and their communes, and what else it may say. */
export const placeList = defineDirectoryFormat({
  id: 'place-list',
  title: 'Liste de lieux d’un tableur',
  telling: ['nom', 'commune'],
  lacks: lacksOf,
  recognise: (header) => lacksOf(header)?.length === 0,
  sources: {
    nom: { names: [...PLACE_NAMES, ...OTHER_NAMES], required: true },
    commune: { names: COMMUNES },
    code_insee: { names: CODES },
    code_postal: { names: POSTAL_CODES },
    departement: { names: ['departement', 'code_departement', 'dep', 'dept'] },
    latitude: { names: ['latitude', 'lat', 'y'], missing: NO_POINT, convert: dropMetres(NORTH) },
    longitude: {
      names: ['longitude', 'lon', 'long', 'lng', 'x'],
      missing: NO_POINT,
      convert: dropMetres(EAST),
    },
    types: { names: ['type', 'types', 'typologie', 'type_de_lieu', 'type_de_tiers_lieu', 'categorie'] },
    forme_juridique: { names: ['forme_juridique', 'statut_juridique'] },
    activite_citee: { names: ['activite', 'activites', 'activite_principale'], convert: dropLong },
    site_web: {
      names: ['site_internet', 'site_web', 'site', 'url', 'web', 'lien', 'adresse_web', 'page_web'],
      convert: keepFirst,
    },
    cite_le: { names: ['date_maj', 'date_mise_a_jour', 'date_de_mise_a_jour', 'mis_a_jour_le', 'maj'] },
  },
});

/** What a list of places cannot do without; undefined for a file of something else. */
function lacksOf(header: readonly string[]): readonly string[] | undefined {
  const isOfPeople = header.some((name) => PEOPLE.test(simplify(name)));
  const isNamed = hasColumn(header, PLACE_NAMES) || (hasColumn(header, OTHER_NAMES) && !isOfPeople);
  const isLocated = hasColumn(header, [...COMMUNES, ...POSTAL_CODES, ...CODES]);
  if (isSurvey(header) || (!isNamed && !isLocated)) return undefined;
  return [...(isNamed ? [] : [isOfPeople ? 'nom du lieu' : 'nom']), ...(isLocated ? [] : ['commune'])];
}

function isSurvey(header: readonly string[]): boolean {
  const questions = header.filter(
    (name) => targetsOf('enquete').find(name) !== undefined && targetsOf('lieux').find(name) === undefined,
  );
  return questions.length > MOST_QUESTIONS;
}

function dropMetres([least, most]: readonly [number, number]) {
  return (text: string) => {
    const number = readDecimal(text.replace(/\s/g, '')) ?? 0;
    if (number < least || number > most) return { text };
    return { text: '', problem: 'coordonnée en mètres et non en degrés : laissée de côté' };
  };
}

/** An activity is a few words; more is a presentation. */
function dropLong(text: string) {
  const isLong = text.length > (lieux.columns.activite_citee.meta.max ?? Number.POSITIVE_INFINITY);
  return isLong ? { text: '', problem: 'texte trop long pour une activité : laissé de côté' } : { text };
}

/** Several addresses in one cell: a place has one site. */
function keepFirst(text: string) {
  const [first = '', ...others] = text.split(/\s*[;|]\s*|\s+/).filter((address) => /\w\.\w/.test(address));
  return others.length === 0 ? { text } : { text: first, problem: 'plusieurs adresses : la première est gardée' };
}
