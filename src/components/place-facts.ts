import { lieux as dataset, type Lieu } from '../datasets/lieux.ts';
import { territoryOf } from '../datasets/territories.ts';
import type { Observatory } from '../observatory/index.ts';
import { formatDate } from '../text/date.ts';

/** What the page of a place says of it, as titles and texts; a text is missing where the source says nothing. */
export function factsOf(
  lieu: Lieu,
  observatory: Pick<Observatory, 'settings' | 'geography'>,
): readonly (readonly [title: string, text: string | null | undefined])[] {
  const { types, forme_juridique } = dataset.columns;
  const cercle = observatory.settings.territoires.find(({ id }) => id === lieu.cercle);
  return [
    ['Commune', lieu.commune && [lieu.commune, territoryOf(lieu, observatory)?.nom].filter(Boolean).join(', ')],
    [lieu.types.length > 1 ? 'Types' : 'Type', lieu.types.map((type) => types.options?.[type] ?? type).join(' · ')],
    ['Activité citée', lieu.activite_citee],
    ['Forme juridique', lieu.forme_juridique && forme_juridique.options?.[lieu.forme_juridique]],
    ['Cercle', cercle?.nom],
    ['Position sur la carte', lieu.position === 'commune' ? 'au centre de la commune' : lieu.position && 'à l’adresse'],
    ['Cité comme', lieu.cite_comme],
    ['Date de la source', lieu.cite_le && formatDate(lieu.cite_le)],
    ['Vérifié le', lieu.verifie_le && formatDate(lieu.verifie_le)],
  ];
}

/** The other places of the same commune: what the page of a place names below it. */
export function neighboursOf(lieu: Lieu, lieux: readonly Lieu[]): readonly Lieu[] {
  return lieu.code_insee === null
    ? []
    : lieux.filter(({ code_insee, id }) => code_insee === lieu.code_insee && id !== lieu.id);
}
