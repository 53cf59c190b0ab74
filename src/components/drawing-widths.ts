/**
 * Width in px of a figure's wide drawing in a page; styles/figure.css shows the narrow one under 540 px. Both are chosen
 * so that no text falls under 11.5 px in any box from 280 px wide (see SIZE in charts/svg.ts).
 */
export const WIDE = 600;

/** Width in px of the wide drawing of a figure that takes the whole width of a page; shown from 800 px. */
export const BROAD = 880;

/** Width in px of its narrow drawing. */
export const NARROW = 310;
