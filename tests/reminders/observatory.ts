import type { Data } from '../../src/datasets/data.ts';
import type { Reponse } from '../../src/datasets/enquete.ts';
import { type Lieu, lieux } from '../../src/datasets/lieux.ts';
import type { Link } from '../../src/reminders/links.ts';
import { answer, dataOf } from '../figures/survey-data.ts';

const EMPTY = Object.fromEntries(Object.entries(lieux.columns).map(([id, { empty }]) => [id, empty]));

/** A place of the directory, in Commune A1 unless told. */
export function place(id: string, given: Partial<Lieu> = {}): Lieu {
  return {
    ...EMPTY,
    id,
    nom: `Lieu ${id.toUpperCase()}`,
    commune: 'Commune A1',
    code_insee: 'ZA001',
    ...given,
  } as Lieu;
}

/** A line of the private list; nothing but the respondent unless told. */
export function link(id_unite: string, given: Partial<Link> = {}): Link {
  return { id_unite, lieu: null, nom: null, commune: null, lien: null, proches: null, ...given };
}

/** Who answered which wave, by the pseudonym's number: `wave('3003', 1, 2)`; in Commune A1 unless told. */
export function wave(millesime: string, units: readonly number[], given: Partial<Reponse> = {}): readonly Reponse[] {
  return units.map((unit) => answer(unit, { millesime, ...given }));
}

/** An observatory of two territories with these places and answers; one département is a cercle's as well. */
export function observe(places: readonly Lieu[], enquete: readonly Reponse[] = []): Data {
  const data = dataOf(enquete);
  const territoires = [...data.settings.territoires, { id: 'cercle-1', nom: 'Cercle 1', type: 'cercle' }];
  return { ...data, lieux: places, settings: { ...data.settings, territoires } };
}
