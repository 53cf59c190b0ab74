declare module 'subset-font' {
  type Axis = number | { min: number; max: number; default?: number };
  export default function subsetFont(
    font: Buffer,
    characters: string,
    options: { targetFormat: 'woff2' | 'woff' | 'truetype'; variationAxes?: Record<string, Axis> },
  ): Promise<Buffer>;
}
