import { type FigureView, observatory } from '../observatory/index.ts';
import { licencesOf, tableDownloads } from './downloads.ts';
import { fileWordsOf } from './file-words.ts';
import { boxOf, mapFeatures } from './map-features.ts';

/** What a server says that a map for mapping programs is. */
export const GEOJSON_TYPE = 'application/geo+json';

/** A figure that is a map as GeoJSON, with what it is, its champ, its sources and its licence; undefined where it is no map. */
export function figureGeoJson(figure: FigureView): object | undefined {
  const features = mapFeatures(figure, observatory.geography);
  if (!features) return undefined;
  const { title, subtitle, champ, sources, publisher, address } = fileWordsOf(figure);
  const download = tableDownloads.find((one) => one.figure.id === figure.id)!;
  return {
    type: 'FeatureCollection',
    name: figure.id,
    title,
    description: subtitle,
    champ,
    sources,
    licence: licencesOf(download),
    publisher,
    ...(download.millesime ? { millesime: download.millesime } : {}),
    ...(figure.modified ? { modified: figure.modified } : {}),
    ...(address ? { homepage: address } : {}),
    ...(observatory.demonstration ? { demonstration: true } : {}),
    bbox: boxOf(features),
    features,
  };
}
