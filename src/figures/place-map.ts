import type { HollowDots } from '../charts/map-dot.ts';
import { type Lieu, POSITIONS } from '../datasets/lieux.ts';
import type { TableColumn } from '../model/table.ts';

/** A place whose address nobody knows stands at the middle of its commune, as a ring. */
export const PRECISION: HollowDots = {
  attribute: 'position',
  code: POSITIONS.commune,
  label: 'placé au centre de sa commune',
  solid: 'placé à son adresse',
};

/** The columns of a table of places on a map: the place, and what its map and its source say of it. */
export function placeColumns(lieux: readonly Lieu[]): TableColumn[] {
  return [
    {
      id: 'lieu',
      title: 'Lieu',
      role: 'key',
      labels: Object.fromEntries(lieux.map(({ id, nom }) => [id, nom])),
      pages: '/lieux/',
    },
    { id: 'commune', title: 'Commune', role: 'attribute' },
    { id: 'position', title: 'Position', role: 'attribute' },
    { id: 'lat', title: 'Latitude', role: 'attribute' },
    { id: 'lon', title: 'Longitude', role: 'attribute' },
    { id: 'cite-le', title: 'Date de la source', role: 'attribute' },
    { id: 'source', title: 'Source', role: 'attribute' },
  ];
}

/** A place's attributes, under the ids of `placeColumns`. */
export function placeAttributes({ nom, commune, latitude, longitude, position, cite_le, source }: Lieu) {
  return {
    label: nom,
    commune,
    position: position && POSITIONS[position],
    lat: latitude,
    lon: longitude,
    'cite-le': cite_le,
    source,
  };
}
