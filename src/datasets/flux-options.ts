/** Levels of a flow of money, from the one that gives to the ones that spend; « reste » is a named remainder. */
export const NIVEAUX = {
  financeur: 'Financeur',
  dispositif: 'Dispositif',
  action: 'Action',
  beneficiaire: 'Bénéficiaire',
  depense: 'Dépense',
  reste: 'Reste',
} as const;

/** What flows: money, or a thing, premises or time that somebody gives and that the accounts put a price on. */
export const NATURES = {
  numeraire: 'Numéraire',
  cvn: 'Contribution volontaire en nature',
} as const;

/** How far a grant has come: three states of the same money, which are never added. */
export const STATUTS = {
  demande: 'Demandé',
  notifie: 'Notifié',
  verse: 'Versé',
} as const;

/** Kinds of funder: what the colour of a flow means. */
export const TYPES_FINANCEUR = {
  europe: 'Union européenne',
  etat: 'État',
  region: 'Région',
  departement: 'Département',
  intercommunalite: 'Intercommunalité',
  commune: 'Commune',
  'organisme-public': 'Organisme public',
  fondation: 'Fondation',
  entreprise: 'Entreprise',
  propre: 'Ressources propres',
  autre: 'Autre financeur',
} as const;

/** A level of the ledger, by its code. */
export type Niveau = keyof typeof NIVEAUX;

/** A nature of flow, by its code. */
export type Nature = keyof typeof NATURES;

/** A status of flow, by its code. */
export type Statut = keyof typeof STATUTS;

/** A kind of funder, by its code. */
export type TypeFinanceur = keyof typeof TYPES_FINANCEUR;
