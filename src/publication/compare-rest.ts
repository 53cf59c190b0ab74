import type { Resource } from '../datasets/datapackage.ts';
import { compareWords, type Finding, findingOf } from './change.ts';
import type { Side } from './side.ts';

/** The texts, editions, data files and settings that differ. */
export function compareRest(before: Side, after: Side): readonly Finding[] {
  return [
    ...compareTexts(before, after),
    ...compareEditions(before, after),
    ...compareResources(before, after),
    compareSettings(before, after),
  ];
}

function compareTexts(before: Side, after: Side): readonly Finding[] {
  return pairs(before.texts, after.texts, ({ name }) => name).map(([id, old, now]) => {
    const title = String((now ?? old)!.frontmatter.title ?? id);
    if (!old || !now) return findingOf({ kind: 'texte', id }, title, { state: old ? 'retiré' : 'nouveau' });
    return findingOf({ kind: 'texte', id }, title, {
      words: compareWords([
        ['titre', old.frontmatter.title, now.frontmatter.title],
        ['description', old.frontmatter.description, now.frontmatter.description],
      ]),
      notes: old.body === now.body ? [] : ['Le texte est récrit.'],
    });
  });
}

function compareEditions(before: Side, after: Side): readonly Finding[] {
  return pairs(before.editions, after.editions, ({ annee }) => annee).map(([id, old, now]) => {
    const { title } = (now ?? old)!;
    const thing = { kind: 'edition', id } as const;
    if (!old || !now) return findingOf(thing, title, { state: old ? 'retiré' : 'nouveau' });
    return findingOf(thing, title, { words: compareLeaves(old, now) });
  });
}

function compareResources(before: Side, after: Side): readonly Finding[] {
  return pairs(before.observatory.resources, after.observatory.resources, ({ name }) => name).map(([id, old, now]) => {
    const thing = { kind: 'fichier', id } as const;
    const { title } = (now ?? old)!;
    if (!old || !now) return findingOf(thing, title, { state: old ? 'retiré' : 'nouveau' });
    return findingOf(thing, title, { words: compareLeaves(told(old), told(now)) });
  });
}

/** What datapackage.json says, without what we make of it. */
function told({ source, dataset, millesime, ...described }: Resource) {
  return described;
}

/** The threshold of this very comparison is no reader's concern. */
function compareSettings(before: Side, after: Side): Finding {
  const shown = ({ observatory }: Side) => {
    const { comparaison, ...settings } = observatory.settings;
    return settings;
  };
  const words = compareLeaves(shown(before), shown(after));
  return findingOf({ kind: 'reglages', id: 'observatoire' }, 'Réglages (observatoire.yaml)', { words });
}

/** The simple values that differ in two documents, by their path: "secret.unitesMinimum". */
function compareLeaves(before: object, after: object): Finding['words'] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  const names = [...new Set([...now.keys(), ...old.keys()])];
  return compareWords(names.map((name) => [name, old.get(name), now.get(name)]));
}

function leavesOf(value: unknown, path: readonly string[] = []): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path.join('.'), value]]);
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...leavesOf(inner, [...path, key])]));
}

/** Things of both sides by name, those of now first. */
function pairs<T>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (thing: T) => string,
): readonly (readonly [name: string, before: T | undefined, after: T | undefined])[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((thing) => [nameOf(thing), thing])));
  return [...new Set([...now!.keys(), ...old!.keys()])].map((name) => [name, old!.get(name), now!.get(name)]);
}
