/** The day that it is where the command runs, as AAAA-MM-JJ: half past midnight in Lille is not the day before. */
export function today(now = new Date()): string {
  return now.toLocaleDateString('sv-SE');
}
