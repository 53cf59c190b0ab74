// The two packages below ship no types; only what our scripts call is declared.
declare module 'topojson-server' {
  import type { Topology } from 'topojson-specification';
  export function topology(objects: Record<string, GeoJSON.FeatureCollection>, quantization?: number): Topology;
}

declare module 'topojson-simplify' {
  import type { Topology } from 'topojson-specification';
  export function presimplify(topology: Topology): Topology;
  export function simplify(topology: Topology, minWeight?: number): Topology;
  export function filter(
    topology: Topology,
    filter: (ring: GeoJSON.Position[], interior: boolean) => boolean,
  ): Topology;
  export function filterWeight(
    topology: Topology,
    minWeight?: number,
  ): (ring: GeoJSON.Position[], interior: boolean) => boolean;
}
