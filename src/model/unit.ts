/** What a number counts: percent (0 to 100), euros (integer cents), square metres, or a thing named in the singular and the plural. */
export type Unit = '%' | '€' | 'm²' | { readonly one: string; readonly many: string };

/** How sure a published number is, in the words of its source. */
export type Precision = 'exact' | 'environ' | 'plus de' | 'près de';

/** Why a cell shows a sign: secret, non disponible, provisoire, révisé (the last two come with a value). */
export type Sign = 's' | 'nd' | 'p' | 'r';
