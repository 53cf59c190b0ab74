/** The thresholds of observatoire.yaml: fewest units behind a cell, largest share of a sum one unit may make (0 to 1). */
export interface Thresholds {
  readonly minimumUnits: number;
  readonly maximumShare: number;
}
