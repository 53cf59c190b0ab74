/**
 * Widths in px of the two drawings of a figure in a page; styles/figure.css shows the narrow one under 540 px. Chosen so
 * that no text falls under 11.5 px in any box from 280 px wide (see SIZE in charts/svg.ts).
 */
export const WIDE = 600;
export const NARROW = 310;
