/** Widths in px in which the web gets a photograph; a smaller one keeps its own. */
export const PHOTO_WIDTHS = [640, 1280] as const;

/** The name under which a size of a photograph is served: "halle.jpg" at 640 px is "halle-jpg-640.webp". */
export function nameOfSize(file: string, width: number): string {
  return `${file.replace('.', '-')}-${width}.webp`;
}
