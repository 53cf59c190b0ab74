import type { WrittenCell } from '../csv/write.ts';
import { lieux } from '../datasets/lieux.ts';
import { type FollowUp, STATUSES } from './follow-up.ts';

/** The call list as lines of a spreadsheet, titles first: one place a line, one column a wave. */
export function reminderRecords({ places, waves }: FollowUp): readonly (readonly WrittenCell[])[] {
  const { id, nom, commune, cercle, site_web } = lieux.columns;
  return [
    [
      nom.meta.title,
      commune.meta.title,
      'département',
      cercle.meta.title,
      site_web.meta.title,
      ...waves.map((wave) => `recensement ${wave.nom}`),
      'dernière réponse',
      id.meta.title,
    ],
    ...places.map(({ lieu, departement, cercle, statuses, last }) => [
      lieu.nom,
      lieu.commune,
      departement,
      cercle,
      lieu.site_web,
      ...statuses.map((status) => STATUSES[status]),
      last?.nom ?? null,
      lieu.id,
    ]),
  ];
}
