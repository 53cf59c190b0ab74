/** The kinds of pages that a search tells apart, in the order of its filter, each known by its address. */
const KINDS = [
  ['Graphique', /^\/graphiques\/./],
  ['Lieu', /^\/lieux\/./],
  ['Territoire', /^\/portrait\/./],
  ['Chapitre', /^\/editions\/[^/]+\/./],
  ['Page', /^/],
] as const;

/** What a page is, to somebody who searches. */
export type PageKind = (typeof KINDS)[number][0];

/** The kinds by name. */
export const pageKinds: readonly PageKind[] = KINDS.map(([kind]) => kind);

/** The kind of the page at an address of an observatory: "/lieux/x/" is a place, "/lieux/" a page. */
export function kindOf(page: string): PageKind {
  return KINDS.find(([, address]) => address.test(page))![0];
}
