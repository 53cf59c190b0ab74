import { writeCsv } from '../../src/csv/write.ts';
import type { TYPES } from '../../src/datasets/enquete-options.ts';
import { type Lieu, lieux } from '../../src/datasets/lieux.ts';
import { recordsOf } from '../../src/datasets/records.ts';
import type { Place } from './places.ts';
import { seed } from './random.ts';

const FORMS: Readonly<Partial<Record<Place['form'], Lieu['forme_juridique']>>> = {
  association: 'association',
  scic: 'cooperative',
  scop: 'cooperative',
  societe: 'societe',
  public: 'commune',
};

/** Where the fictional directory says that it comes from; `.example` names can belong to nobody. */
const SOURCE = 'https://annuaire.example/demonstration/';

/** The directory: places that agreed to be in it, under names that name nothing. */
export function writeDirectory(places: readonly Place[]): string {
  const listed = places.filter(({ consent }) => consent !== 'aucun');
  return writeCsv(recordsOf(lieux.columns, listed.map(describe)));
}

function describe(place: Place): Partial<Lieu> {
  const random = seed(`directory ${place.number}`);
  const { commune } = place;
  const exact = random.next() < 0.6;
  const aside = () => (exact ? (random.next() - 0.5) * 0.05 : 0);
  const second = random.pick<keyof typeof TYPES | 'none'>({
    coworking: 16,
    atelier: 8,
    culture: 16,
    accompagnement: 10,
    fablab: 0,
    'mediation-numerique': 6,
    'living-lab': 0,
    none: 44,
  });
  const located = isLocated(place);
  const types = [...new Set([place.type, ...(second === 'none' ? [] : [second])])];
  return {
    id: `lieu-${place.number}`,
    nom: `Lieu ${place.number}`,
    commune: located ? commune.nom : null,
    code_insee: located ? commune.code : null,
    latitude: located ? round(commune.latitude + aside()) : null,
    longitude: located ? round(commune.longitude + aside()) : null,
    position: located ? (exact ? 'exacte' : 'commune') : null,
    types,
    forme_juridique: FORMS[place.form] ?? null,
    cercle: stateCercle(place),
    cite_comme: 'tiers-lieu',
    cite_le: '3003-05',
    source: SOURCE,
    verifie_le: '3003-05-12',
    retire_le: null,
  };
}

/** Of two places nobody knows where they are: maps say so. */
function isLocated({ number }: Place): boolean {
  return number !== 47 && number !== 88;
}

/** A few places say which cercle they belong to, wherever they lie; the third cercle has no known place. */
function stateCercle({ number }: Place): string | null {
  if (number % 6 === 0) return 'cercle-a';
  if (number % 10 === 3) return 'cercle-b';
  if (number % 9 === 1) return 'cercle-d';
  return number % 14 === 5 ? 'cercle-e' : null;
}

function round(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
