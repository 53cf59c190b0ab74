/** What a row says of a decision and of its split; a mirror of the standard's columns, which use this for their checks. */
export interface SplitRow {
  readonly idAttribuant: string;
  readonly dateConvention: string;
  readonly referenceDecision: string | null;
  readonly objet: string;
  readonly montant: number;
  readonly pourcentageSubvention: number;
  readonly dispositifAide: string | null;
  readonly idBeneficiaire: string | null;
  readonly rnaBeneficiaire: string | null;
  readonly nomBeneficiaire: string;
}

/** A decision: its total in cents, written on each of its rows, and a row for each beneficiary. */
export interface Decision<Row> {
  readonly montant: number;
  readonly rows: readonly Row[];
  /** Rows that say again what another one says: they are counted once. */
  readonly repeated: readonly Row[];
  /** What the shares make together: 1 where all of the amount is given. */
  readonly total: number;
}

/** The decimals with which shares are reckoned. */
const EXACT = 1e6;

/** The decisions behind rows: those of one payer, one day, one reference and one purpose that split the same amount. */
export function decisionsOf<Row extends SplitRow>(rows: readonly Row[]): readonly Decision<Row>[] {
  return [...Map.groupBy(rows, decisionKey).values()].map((own) => {
    const kept = [...Map.groupBy(own, beneficiaryKey).values()].map(([first]) => first!);
    const repeated = own.filter((row) => !kept.includes(row));
    return { montant: own[0]!.montant, rows: kept, repeated, total: isRounded(kept) ? 1 : sumOf(kept) / EXACT };
  });
}

/** What each beneficiary of a decision gets, in cents: no cent is lost, those left by rounding go to the largest remainders. */
export function shareDecision<Row extends SplitRow>({
  montant,
  rows,
  total,
}: Decision<Row>): readonly { readonly row: Row; readonly montant: number }[] {
  // What is taken back is shared like what is given.
  const sign = montant < 0 ? -1 : 1;
  const [given, sum] = [Math.round(Math.abs(montant) * total), BigInt(sumOf(rows))];
  // Whole numbers all along: cents times shares go beyond what a decimal number holds exactly.
  const parts = rows.map((row, index) => {
    const exact = BigInt(given) * BigInt(unitsOf(row));
    return { row, index, cents: Number(exact / sum), remainder: exact % sum };
  });
  const left = given - parts.reduce((all, { cents }) => all + cents, 0);
  const ranked = parts.toSorted((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  const rounded = new Set(ranked.slice(0, left));
  return parts.map((part) => ({ row: part.row, montant: sign * (part.cents + (rounded.has(part) ? 1 : 0)) }));
}

const unitsOf = ({ pourcentageSubvention }: SplitRow) => Math.round(pourcentageSubvention * EXACT);
const sumOf = (rows: readonly SplitRow[]) => rows.reduce((sum, row) => sum + unitsOf(row), 0);

/** True where shares miss 1 by less than the rounding of each: three thirds written 0.33 give the whole amount. */
function isRounded(rows: readonly SplitRow[]): boolean {
  const decimals = rows.map(({ pourcentageSubvention }) => String(pourcentageSubvention).split('.')[1]?.length ?? 0);
  const rounding = (rows.length * EXACT) / 2 / 10 ** Math.max(2, ...decimals);
  return Math.abs(sumOf(rows) - EXACT) < rounding;
}

/** A beneficiary that gets all of an amount shares it with nobody: another one of the same day has a decision of its own. */
function decisionKey(row: SplitRow): string {
  const { idAttribuant, dateConvention, referenceDecision, objet, montant, dispositifAide } = row;
  const decision = [idAttribuant, dateConvention, referenceDecision, objet, montant, dispositifAide];
  return JSON.stringify(row.pourcentageSubvention === 1 ? [...decision, beneficiaryKey(row)] : decision);
}

function beneficiaryKey(row: SplitRow): string {
  return JSON.stringify([row.idBeneficiaire ?? row.rnaBeneficiaire ?? row.nomBeneficiaire, row.pourcentageSubvention]);
}
