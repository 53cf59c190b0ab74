/** The observatory's mark in a box of 32 × 32: a house whose walls and roof are the bars of a chart. Also in static/favicon.svg. */
export const ROOF = 'M1 31V21h5v10zM7 31V13h5v18zM13 31V3h6v28h-2v-7h-2v7zM20 31V13h5v18zM26 31V21h5v10z';
