/** Where a drawing will be read; it decides fonts, colours and how much is written inside. */
export type Medium = 'page' | 'embed' | 'file' | 'poster' | 'press';

/** Paints by token; in pages they are CSS variables (light and dark), in files plain colours. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly faint: string;
  /** The observatory's own colour: means "our region" and nothing else. */
  readonly own: string;
  /** Comparisons, France, "autres". */
  readonly grey: string;
  /** Categories, in order of use; never `own`. */
  readonly series: readonly string[];
  /** Ordered classes of one hue, from dark to light, at least five. */
  readonly ramp: readonly string[];
}

/** A projection done once: contours as paths in a box, and the function that places a point in it. */
export interface Geo {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly {
    readonly role: 'sea' | 'neighbour' | 'region' | 'territory';
    readonly id: string;
    readonly d: string;
  }[];
  readonly towns: readonly { readonly label: string; readonly x: number; readonly y: number; readonly rank: number }[];
  /** Names of areas at their middle; a neighbour's is drawn fainter. */
  readonly labels: readonly {
    readonly role: 'territory' | 'neighbour';
    readonly label: string;
    readonly x: number;
    readonly y: number;
  }[];
  project(longitude: number, latitude: number): readonly [x: number, y: number];
}

/** The place a figure is drawn into. `id` prefixes every id inside the SVG, so that two drawings share a page. */
export interface Frame {
  readonly id: string;
  /** Width in px of the viewBox; the chart chooses the height. Under 480 the narrow layout is drawn. */
  readonly width: number;
  readonly medium: Medium;
  readonly palette: Palette;
  /** Fictional data: the word and hatching are drawn inside the picture. */
  readonly demonstration: boolean;
  readonly geo?: Geo;
}

/** One thing in the picture that can be pointed at, read aloud or walked to: `data-mark` in the SVG bears its key. */
export interface Mark {
  readonly key: string;
  readonly sentence: string;
}

/** A line of the list of flows; `key` is its mark's, `more` what is said after the mark's sentence where there is room. */
interface OutlineLine {
  readonly key: string;
  readonly label: string;
  readonly amount: string;
  readonly more: string;
}

/** A node of flows, with the links that leave it: their label is that of the node where they end, whose key is `to`. */
export interface OutlinedNode extends OutlineLine {
  readonly links: readonly (OutlineLine & { readonly to: string })[];
}

/** Flows in the order of their picture: what the keyboard walks and what a list says. */
export interface FlowOutline {
  /** True where columns are drawn as rows: the arrows turn with them. */
  readonly turned: boolean;
  /** `place` is the same for columns of several flows that stand at one stage. */
  readonly columns: readonly {
    readonly title: string;
    readonly place: number;
    readonly nodes: readonly OutlinedNode[];
  }[];
}

/** A finished picture: SVG text (one root element), its size in px, and what can be read in it; `flow` where it shows flows. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly flow?: FlowOutline;
}
