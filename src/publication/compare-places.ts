import { factsOf } from '../components/place-facts.ts';
import { lieux as dataset, type Lieu } from '../datasets/lieux.ts';
import { formatNumber } from '../text/number.ts';
import { compareWords, type Finding, findingOf } from './change.ts';
import type { Side } from './side.ts';

/** The places of the directory that appear, leave, move, are renamed or are told otherwise. */
export function comparePlaces(before: Side, after: Side): readonly Finding[] {
  const [old, now] = [before, after].map(
    ({ observatory }) => new Map(observatory.lieux.map((lieu) => [lieu.id, lieu])),
  );
  const withdrawn = new Set(after.observatory.retraits.map(({ id }) => id));
  const formerly = new Set(before.observatory.retraits.map(({ id }) => id));
  const ids = new Set([...now!.keys(), ...old!.keys(), ...withdrawn, ...formerly]);
  return [...ids].map((id): Finding => {
    const thing = { kind: 'lieu', id } as const;
    const [was, is] = [old!.get(id), now!.get(id)];
    if (was && is) return findingOf(thing, is.nom, { words: wordsOf(was, before, is, after) });
    if (is) return findingOf(thing, is.nom, { state: 'nouveau' });
    if (withdrawn.has(id)) {
      if (formerly.has(id)) return findingOf(thing, WITHDRAWN);
      return findingOf(thing, WITHDRAWN, {
        state: 'retiré',
        notes: ['Il a demandé à ne plus figurer : sa fiche devient un avis, et son nom n’est pas répété ici.'],
      });
    }
    return findingOf(thing, was?.nom ?? WITHDRAWN, { state: 'retiré' });
  });
}

/** The title of a place that asked to leave: its name is not repeated. */
const WITHDRAWN = 'Fiche retirée';

function wordsOf(before: Lieu, old: Side, after: Lieu, now: Side) {
  const facts = [factsOf(before, old.observatory), factsOf(after, now.observatory)] as const;
  const { nom, site_web, source } = dataset.columns;
  return compareWords([
    [nom.meta.title, before.nom, after.nom],
    ...facts[1].map(({ title, text }, index) => [title.toLocaleLowerCase('fr'), facts[0][index]!.text, text] as const),
    [site_web.meta.title, before.site_web, after.site_web],
    [source.meta.title, before.source, after.source],
    ['point sur la carte', pointOf(before), pointOf(after)],
  ]);
}

function pointOf({ latitude, longitude }: Lieu): string | undefined {
  if (latitude === null || longitude === null) return undefined;
  return [latitude, longitude].map((degrees) => formatNumber(degrees, { decimals: 5 })).join(' ; ');
}
