import { type FigureView, observatory } from '../observatory/index.ts';
import { typo } from '../text/typography.ts';
import { fileWordsOf } from './file-words.ts';
import { boxOf, mapFeatures } from './map-features.ts';

/** A figure that is a map as GeoJSON, with what it is, its champ, its sources and its licence; undefined where it is no map. */
export function figureGeoJson(figure: FigureView): object | undefined {
  const features = mapFeatures(figure, observatory.geography);
  if (!features) return undefined;
  const { title, subtitle, champ, sources, publisher, millesime, address } = fileWordsOf(figure);
  return {
    type: 'FeatureCollection',
    name: figure.id,
    title,
    description: subtitle,
    champ: typo(champ),
    sources,
    publisher,
    ...(millesime ? { millesime } : {}),
    ...(figure.modified ? { modified: figure.modified } : {}),
    ...(address ? { homepage: address } : {}),
    ...(observatory.demonstration ? { demonstration: true } : {}),
    bbox: boxOf(features),
    features,
  };
}
