import { observatory } from '../../observatory/index.ts';
import { periodOf } from '../../text/period.ts';
import type { Edition } from '../editions.ts';
import type { CoverWords } from './cover.ts';

/** The words of an edition's cover. */
export function coverWords(edition: Edition): CoverWords {
  const { evenement, year, title, theme, dates, couleurs } = edition;
  const where = placeIn(edition);
  return {
    evenement,
    year,
    title,
    theme,
    ...(dates ? { when: periodOf(dates) } : {}),
    ...(where ? { where } : {}),
    publisher: observatory.settings.reseau.nom,
    colours: couleurs,
  };
}

/** Where the event took place: the place, then its commune; empty while it is not known. */
export function placeIn({ lieu, commune }: Pick<Edition, 'lieu' | 'commune'>): string {
  return [lieu, commune].filter(Boolean).join(', ');
}
