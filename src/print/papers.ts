/** A sheet of paper, upright, in mm. */
export interface Paper {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** The papers that can be asked for, by the name that `--format` gives them. */
export const PAPERS = {
  a3: { name: 'A3', width: 297, height: 420 },
  a4: { name: 'A4', width: 210, height: 297 },
} as const satisfies Readonly<Record<string, Paper>>;

/** The name of a paper. */
export type PaperName = keyof typeof PAPERS;

/** Millimetres in PDF points. */
export const POINTS_PER_MM = 72 / 25.4;
