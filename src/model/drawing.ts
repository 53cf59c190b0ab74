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

/** A rectangle in px of the frame. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What lies under a point of a map; within a territory's own map the rest of its region is "rest". */
export type Ground = 'sea' | 'neighbour' | 'rest' | 'region';

/** An area of a map, such as an intercommunalité: its path, and its polygons in px, each a list of rings. */
export interface GeoArea {
  readonly code: string;
  readonly label: string;
  readonly d: string;
  readonly rings: readonly (readonly (readonly [x: number, y: number])[])[][];
}

/** A projection done once: contours as paths in a box, and the function that places a point in it. */
export interface Geo {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly {
    /** Land beyond the region, its borders, the region, limits of its intercommunalités (of communes in a loupe), its territories' borders; `rest` around a territory's own map. */
    readonly role: 'sea' | 'neighbour' | 'border' | 'rest' | 'region' | 'limit' | 'territory';
    readonly d: string;
  }[];
  /** Rank 3 is there only on maps that show less than the region. */
  readonly towns: readonly { readonly label: string; readonly x: number; readonly y: number; readonly rank: number }[];
  /** Names of areas at their middle, of seas where the settings put them. */
  readonly labels: readonly {
    readonly role: 'territory' | 'neighbour' | 'sea';
    readonly label: string;
    readonly x: number;
    readonly y: number;
    /** True for a point of what it names. */
    holds(x: number, y: number): boolean;
  }[];
  /** Where a crowded spot is drawn larger, on the map that `withLoupe` made. */
  readonly loupe?: Loupe;
  project(longitude: number, latitude: number): readonly [x: number, y: number];
  groundAt(x: number, y: number): Ground;
  /** The areas of one object of the contours; none where the contours do not hold it. */
  areas(object: 'territoires' | 'epci' | 'communes'): readonly GeoArea[];
  /** The same map in a box of another width. */
  atWidth(width: number): Geo;
  /** The same map with room for the loupe; itself where the settings declare none, or it would not enlarge. */
  withLoupe(): Geo;
}

/** A spot of the map drawn larger: `seat` may lie above the map (y under 0) or below it; `geo` is as large as the seat. */
export interface Loupe {
  readonly source: Box;
  readonly seat: Box;
  readonly geo: Geo;
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

/** Squares that stand together: how many, what they answered, and the token of their colour. */
export interface Pile {
  readonly label: string;
  readonly printed: string;
  readonly count: number;
  readonly tone: string;
}

/** A way to sort a hundred squares: one question, and the piles that its answers make. */
export interface Sorting {
  readonly key: string;
  readonly title: string;
  /** What several questions are about. */
  readonly group: string;
  readonly piles: readonly Pile[];
  /** What the squares are that no pile takes; their number is what is left of a hundred. */
  readonly rest: string;
}

/**
 * A finished picture: SVG text (one root element), its size in px, and what can be read in it; `flow` where it shows
 * flows, `sortings` where it shows a hundred squares sorted by one question after another.
 */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly flow?: FlowOutline;
  readonly sortings?: readonly Sorting[];
}
