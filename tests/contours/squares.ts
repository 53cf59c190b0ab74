/** A feature of a commune's contours: a square of a tenth of a degree, its left bottom corner at x and y. */
export function square(x: number, y: number, properties: Record<string, unknown>) {
  const ring = [
    [x, y],
    [x + 0.1, y],
    [x + 0.1, y + 0.1],
    [x, y + 0.1],
    [x, y],
  ];
  return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

/** The text of a GeoJSON file of these features. */
export function geojson(...features: readonly unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}
