/** Something of a picture that can be pointed at: it bears `data-mark`. */
export type Mark = SVGElement | HTMLElement;

/** Where a key of the keyboard leads from a mark, or from the picture itself (`at` undefined) where `last` was chosen before. */
export type Walk = (key: string, at: string | undefined, last: string | undefined) => string | undefined;
