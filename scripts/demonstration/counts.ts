import type { Repere } from '../../src/datasets/reperes.ts';
import type { Place } from './places.ts';

const NONE = { modalite: null, base: null, base_precision: null, url: null, note: null } as const;

/**
 * Counts of the fictional region's places as several fictional counters would publish them: they differ, as real ones
 * do, by what they call a place and by when they count.
 */
export function countPlaces(places: readonly Place[]): readonly Repere[] {
  const known = places.length;
  const count = (
    id: string,
    rang: number,
    said: Partial<Pick<Repere, 'modalite'>> &
      Pick<Repere, 'libelle' | 'territoire' | 'millesime' | 'valeur' | 'precision' | 'statut' | 'champ' | 'source'>,
  ): Repere => ({ ...NONE, id, serie: 'nombre-de-lieux', rang, unite: 'lieux', reference: said.source, ...said });
  return [
    count('comptage-presse', 1, {
      libelle: 'Presse fictive',
      territoire: 'region',
      millesime: '3001',
      valeur: Math.round(known * 0.7),
      precision: 'exact',
      statut: 'constate',
      champ: 'lieux de la région de démonstration',
      source: 'Presse fictive',
    }),
    count('comptage-agglomeration', 2, {
      libelle: 'Agglomération fictive seule',
      territoire: 'region',
      modalite: 'agglomeration',
      millesime: '3001',
      valeur: Math.round(known * 0.76),
      precision: 'exact',
      statut: 'constate',
      champ: 'lieux de l’agglomération fictive',
      source: 'Agglomération fictive',
    }),
    count('comptage-reseau', 3, {
      libelle: 'Annuaire du réseau',
      territoire: 'region',
      millesime: '3003',
      valeur: known,
      precision: 'exact',
      statut: 'constate',
      champ: 'lieux de la région de démonstration',
      source: 'Réseau de démonstration',
    }),
    count('comptage-annonce', 4, {
      libelle: 'Annonce du réseau',
      territoire: 'region',
      millesime: '3003',
      valeur: Math.round((known * 1.25) / 10) * 10,
      precision: 'environ',
      statut: 'annonce',
      champ: 'lieux de la région de démonstration',
      source: 'Réseau de démonstration',
    }),
  ];
}
