import type { Quote } from '../model/figure.ts';
import type { PublishedTable } from '../model/table.ts';

/** A sentence about one wave of the survey, where its table holds several: that wave's source only. */
export function quoteWave({ sources }: PublishedTable, wave: string, text: string, champ = 'lieux répondants'): Quote {
  return {
    text,
    champ: `${champ}, recensement ${wave}`,
    sources: sources.filter(({ millesime }) => millesime === wave),
  };
}
