import { editDistance, findNearest } from '../csv/nearest.ts';
import type { Lieu } from '../datasets/lieux.ts';
import { foldName } from '../text/fold.ts';
import { keepText, type Link } from './links.ts';

/** Who answered, as far as a survey's file tells; name and commune are never kept in data/. */
export interface Respondent {
  readonly id_unite: string;
  readonly nom: string | null;
  readonly commune: string | null;
}

/** More places than this are no help to somebody who looks for one. */
const MOST_NEAR = 5;

/**
 * The list of links, completed with new respondents: the same name in the same commune is proposed, whatever is doubtful
 * is left to the team with the places that come close. A link that stands is never changed.
 */
export function linkPlaces(
  known: readonly Link[],
  respondents: readonly Respondent[],
  directory: readonly Lieu[],
): readonly Link[] {
  const told = new Map(respondents.map((respondent) => [respondent.id_unite, respondent]));
  const listed = new Set(known.map(({ id_unite }) => id_unite));
  const added = [...told.keys()].filter((id) => !listed.has(id)).map(newLink);
  return [...known, ...added].map((link) => {
    const respondent = told.get(link.id_unite);
    const named = {
      ...link,
      nom: link.nom ?? keepText('nom', respondent?.nom ?? null),
      commune: link.commune ?? keepText('commune', respondent?.commune ?? null),
    };
    return named.lieu === null ? seekPlace(named, directory) : named;
  });
}

function newLink(id_unite: string): Link {
  return { id_unite, lieu: null, nom: null, commune: null, lien: 'a-completer', proches: null };
}

/** A respondent said to be outside the directory may enter it later: only its own name and commune then take it in. */
function seekPlace(link: Link, directory: readonly Lieu[]): Link {
  const same = directory.filter((lieu) => isNamed(lieu, link.nom) && liesAt(lieu, link.commune));
  if (same.length === 1) return { ...link, lieu: same[0]!.id, lien: 'propose', proches: null };
  if (link.lien === 'hors-annuaire') return link;
  const proches = nearPlaces(link, directory).map(
    ({ id, nom, commune }) => `${id} (${commune ? `${nom}, ${commune}` : nom})`,
  );
  return { ...link, lien: 'a-completer', proches: proches.join(' | ') || null };
}

/** Places of the same name elsewhere, of a near name in the commune; without a name, those of the commune. Nearest first. */
function nearPlaces({ nom, commune }: Link, directory: readonly Lieu[]): readonly Lieu[] {
  const ranked = directory.flatMap((lieu) => {
    const here = liesAt(lieu, commune);
    const isNear = nom === null ? here : isNamed(lieu, nom) || (here && resembles(lieu.nom, nom));
    if (!isNear) return [];
    return [{ lieu, rank: (here ? 0 : 1000) + (nom === null ? 0 : editDistance(foldName(lieu.nom), foldName(nom))) }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || a.lieu.id.localeCompare(b.lieu.id))
    .slice(0, MOST_NEAR)
    .map(({ lieu }) => lieu);
}

function isNamed(lieu: Lieu, nom: string | null): boolean {
  return nom !== null && foldName(lieu.nom) === foldName(nom);
}

function liesAt(lieu: Lieu, commune: string | null): boolean {
  return commune !== null && lieu.commune !== null && foldName(lieu.commune) === foldName(commune);
}

/** A slip of the keyboard, or one name inside the other: "La Friche" and "Association La Friche". */
function resembles(one: string, other: string): boolean {
  const [a, b] = [foldName(one), foldName(other)];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return findNearest(a, [b]) !== undefined || (short.length > 3 && ` ${long} `.includes(` ${short} `));
}
