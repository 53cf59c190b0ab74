import { lieux as dataset, type Lieu } from '../datasets/lieux.ts';
import { kindOf, territoryOf } from '../datasets/territories.ts';
import type { Observatory } from '../observatory/index.ts';
import { formatDate } from '../text/date.ts';
import { upperFirst } from '../text/sentence.ts';
import { territoryPath } from './territories.ts';

/** Something that the page of a place says, of the place itself or of how it is known. */
export interface PlaceFact {
  readonly about: 'lieu' | 'source';
  readonly title: string;
  /** Missing where the source says nothing. */
  readonly text: string | null | undefined;
  /** The same text in pieces that lead to pages of the observatory. */
  readonly links?: readonly (readonly [text: string, page: string])[];
}

/** What the page of a place says of it beside its site and its source, always as many facts in the same order. */
export function factsOf(lieu: Lieu, observatory: Pick<Observatory, 'settings' | 'geography'>): readonly PlaceFact[] {
  const { types, forme_juridique } = dataset.columns;
  const { settings } = observatory;
  const territoire = territoryOf(lieu, observatory);
  const cercle = settings.territoires.find(({ id }) => id === lieu.cercle);
  const kinds = lieu.types.map((type) => [types.options?.[type] ?? type, `/lieux/?type=${type}`] as const);
  return [
    { about: 'lieu', title: 'Commune', text: lieu.commune },
    {
      about: 'lieu',
      title: upperFirst(kindOf({ type: settings.partition })),
      text: territoire?.nom,
      ...(territoire ? { links: [[territoire.nom, territoryPath(territoire.id)]] } : {}),
    },
    {
      about: 'lieu',
      title: 'Cercle',
      text: cercle?.nom,
      ...(cercle ? { links: [[cercle.nom, territoryPath(cercle.id)]] } : {}),
    },
    {
      about: 'lieu',
      title: kinds.length > 1 ? 'Types' : 'Type',
      text: kinds.map(([label]) => label).join(' · '),
      links: kinds,
    },
    { about: 'lieu', title: 'Activité citée', text: lieu.activite_citee },
    {
      about: 'lieu',
      title: 'Forme juridique',
      text: lieu.forme_juridique && forme_juridique.options?.[lieu.forme_juridique],
    },
    { about: 'lieu', title: 'Position sur la carte', text: POSITION_SAID[lieu.position ?? 'inconnue'] },
    { about: 'source', title: 'Cité comme', text: lieu.cite_comme },
    {
      about: 'source',
      title: 'Date de la source',
      text: lieu.cite_le ? formatDate(lieu.cite_le) : 'la source n’en donne pas',
    },
    {
      about: 'source',
      title: 'Vérifié par l’équipe',
      text: lieu.verifie_le ? `le ${formatDate(lieu.verifie_le)}` : 'jamais vérifié',
    },
  ];
}

/** How sure the point of a place is. */
const POSITION_SAID = {
  exacte: 'à l’adresse',
  commune: 'au centre de la commune',
  inconnue: 'inconnue : ce lieu n’est pas sur la carte',
} as const;
