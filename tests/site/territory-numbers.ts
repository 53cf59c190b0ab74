import type { Data } from '../../src/datasets/data.ts';
import { liesIn } from '../../src/datasets/territories.ts';
import { indicators } from '../../src/indicators/index.ts';
import { keysOf } from '../../src/observatory/printed-numbers.ts';
import type { Observatory } from '../../src/observatory/view.ts';

/** How many known places each territory has, and in all: rows of the directory are public. */
export function placeCounts(data: Data): readonly string[] {
  return data.settings.territoires.map((territoire) =>
    String(data.lieux.filter((lieu) => liesIn(territoire, lieu, data)).length),
  );
}

/**
 * What the page of a territory may say around its figures: counts of its rows in the directory, the threshold, how many
 * answers are missing by the published count, numbers published elsewhere, and indicators of that territory alone.
 */
export function territoryNumbers(id: string, data: Data, view: Observatory): ReadonlySet<string> {
  const { settings, enquete } = data;
  const territoire = settings.territoires.find((known) => known.id === id)!;
  const places = data.lieux.filter((lieu) => liesIn(territoire, lieu, data));
  const types = [...new Set(places.flatMap((lieu) => lieu.types))];
  const answers = view.figure('enquete-carte')?.tables.main.rows.find(({ key }) => key.territoire === id)?.cells
    .lieux?.value;
  const values =
    enquete.length === 0 ? [] : indicators.filter(({ uses }) => uses.every((dataset) => dataset === 'enquete'));
  return keysOf([
    ...placeCounts(data),
    String(new Set(places.map(({ commune }) => commune)).size),
    ...types.map((type) => String(places.filter((lieu) => lieu.types.includes(type)).length)),
    String(places.filter((lieu) => lieu.types.length === 0).length),
    ...places.flatMap(({ nom, commune }) => [nom, commune ?? '']),
    String(settings.effectifMinimum),
    ...(typeof answers === 'number' ? [String(settings.effectifMinimum - answers)] : []),
    ...view.reperes.flatMap((repere) => {
      const { text, champ, sources } = view.value(`reperes/${repere.id}`);
      return [text, champ, JSON.stringify(sources)];
    }),
    ...values.map((indicator) => view.value(indicator.id, { territoire: id }).text),
  ]);
}

/** What the list of communes may hold: codes, postal codes, rounded degrees of public lists, ranks in its own lists. */
export function communeNumbers({ geography, settings }: Data): ReadonlySet<string> {
  const communes = [...geography.communes.values()];
  const round = (degrees: number | null) => (degrees === null ? '' : String(Math.round(degrees * 100) / 100));
  const ranks = Array.from({ length: geography.epci.size + settings.territoires.length + 1 }, (_, index) => index - 1);
  return keysOf([
    ...communes.flatMap(({ code, nom, codesPostaux = [], anciensNoms = [], latitude, longitude }) => [
      code,
      nom,
      ...codesPostaux,
      codesPostaux.join(' '),
      ...anciensNoms,
      round(latitude),
      round(longitude),
    ]),
    ...[...geography.epci.values()].map(({ nom }) => nom),
    ...settings.territoires.flatMap(({ id, nom }) => [id, nom]),
    ...ranks.map(String),
  ]);
}
