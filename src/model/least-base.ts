/** The fewest answers for which percentages are given; under it, counts. */
export const LEAST_BASE = 30;
