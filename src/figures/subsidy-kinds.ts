import type { Subvention } from '../datasets/subventions.ts';

/** What is given in kind has its price in the same column of the standard: what adds both up says so. */
export function subsidyKinds(subventions: readonly Subvention[]): string {
  const kinds = new Set(subventions.flatMap(({ nature }) => nature));
  return kinds.has('nature') ? ` ${kinds.has('numéraire') ? 'en numéraire et ' : ''}en nature` : '';
}
