import { amount, communeCode, date, decimal, integer, oneOf, severalOf, slug, yesNo } from '../csv/kinds.ts';
import { defineDataset, type RowOfShape } from './define.ts';
import { checkMoney } from './enquete-checks/money.ts';
import { checkNone } from './enquete-checks/none.ts';
import { checkOpening } from './enquete-checks/opening.ts';
import { checkParts } from './enquete-checks/parts.ts';
import {
  ACCESSIBILITES,
  ACTIVITES,
  ATTENTES,
  BAILLEURS,
  BATIMENTS,
  CONSENTEMENTS,
  DIFFICULTES,
  FORMATIONS,
  FORMES_JURIDIQUES,
  GOUVERNANCES,
  MACHINES,
  MILIEUX,
  OCCUPATIONS,
  PARTENAIRES,
  PARTICIPATIONS,
  PROJETS,
  PUBLICS,
  RESEAUX,
  RESSOURCES,
  SERVICES_NUMERIQUES,
  TRANSITIONS,
  TYPES,
} from './enquete-options.ts';

const PERSONNES = { one: 'personne', many: 'personnes' };
const STRUCTURES = { one: 'structure', many: 'structures' };
const EMPLOIS = { one: 'emploi', many: 'emplois' };

const columns = {
  // Identité
  id_unite: slug({
    title: 'Identifiant du lieu',
    description: 'Pseudonyme, le même d’une vague à l’autre ; ni le nom ni l’adresse.',
    theme: 'Identité',
    required: true,
    unique: true,
  }),
  consentement: oneOf(CONSENTEMENTS, {
    title: 'Accord de publication',
    description: 'Ce que le lieu accepte de voir publié sous son nom.',
    theme: 'Identité',
    required: true,
  }),
  ouverture: date({
    title: 'Date d’ouverture',
    description: 'L’année suffit.',
    theme: 'Identité',
    min: 1900,
  }),
  forme_juridique: oneOf(FORMES_JURIDIQUES, { title: 'Forme juridique', theme: 'Identité' }),
  type_principal: oneOf(TYPES, {
    title: 'Vocation principale',
    description: 'Le type dans lequel le lieu se reconnaît d’abord.',
    theme: 'Identité',
  }),
  labels: severalOf(
    {
      'fabrique-territoire': 'Fabrique de territoire',
      'manufacture-proximite': 'Manufacture de proximité',
      autre: 'Autre label',
      aucun: 'Aucun label',
    },
    { title: 'Labels', description: 'Labels nationaux obtenus.', theme: 'Identité' },
  ),

  // Lieu
  code_insee: communeCode({
    title: 'Code INSEE',
    description: 'Code officiel de la commune, cinq caractères.',
    theme: 'Lieu',
    required: true,
  }),
  cercle: slug({
    title: 'Cercle territorial',
    description: 'Identifiant du cercle que le lieu déclare ; jamais déduit de la commune.',
    theme: 'Lieu',
  }),
  milieu: oneOf(MILIEUX, { title: 'Milieu', theme: 'Lieu' }),
  quartier_prioritaire: yesNo({
    title: 'Quartier prioritaire',
    description: 'Le lieu est dans un quartier prioritaire de la politique de la ville.',
    theme: 'Lieu',
  }),
  transport_collectif: yesNo({
    title: 'Desserte en transport collectif',
    description: 'Un arrêt à moins de dix minutes à pied.',
    theme: 'Lieu',
    since: 2026,
  }),
  jours_ouverture: integer({
    title: 'Jours d’ouverture',
    unit: { one: 'jour par semaine', many: 'jours par semaine' },
    theme: 'Lieu',
    min: 0,
    max: 7,
  }),
  heures_ouverture: decimal({
    title: 'Heures d’ouverture',
    unit: { one: 'heure par semaine', many: 'heures par semaine' },
    theme: 'Lieu',
    min: 0,
    max: 168,
  }),

  // Foncier et locaux
  surface: decimal({ title: 'Surface bâtie', unit: 'm²', theme: 'Foncier et locaux', min: 0, max: 200000 }),
  surface_exterieure: decimal({
    title: 'Surface extérieure',
    unit: 'm²',
    theme: 'Foncier et locaux',
    min: 0,
    max: 2000000,
  }),
  capacite: integer({
    title: 'Capacité d’accueil',
    description: 'Personnes accueillies en même temps.',
    unit: PERSONNES,
    theme: 'Foncier et locaux',
    min: 0,
  }),
  occupation: oneOf(OCCUPATIONS, { title: 'Titre d’occupation', theme: 'Foncier et locaux' }),
  bailleur: oneOf(BAILLEURS, { title: 'Propriétaire des murs', theme: 'Foncier et locaux' }),
  batiment: oneOf(BATIMENTS, { title: 'Bâtiment d’origine', theme: 'Foncier et locaux' }),
  accessibilite: oneOf(ACCESSIBILITES, {
    title: 'Accessibilité',
    description: 'Accès des personnes à mobilité réduite.',
    theme: 'Foncier et locaux',
  }),
  travaux: yesNo({
    title: 'Travaux prévus',
    description: 'Des travaux sont engagés ou prévus dans les deux ans.',
    theme: 'Foncier et locaux',
    since: 2026,
  }),
  loyer_annuel: amount({ title: 'Loyer annuel', unit: '€', theme: 'Foncier et locaux', sensible: true, min: 0 }),

  // Activités
  activites: severalOf(ACTIVITES, {
    title: 'Activités',
    description: 'Plusieurs réponses possibles.',
    theme: 'Activités',
  }),
  machines: severalOf(MACHINES, {
    title: 'Machines partagées',
    description: 'Plusieurs réponses possibles.',
    theme: 'Activités',
    since: 2026,
  }),
  postes_coworking: integer({
    title: 'Postes de coworking',
    unit: { one: 'poste', many: 'postes' },
    theme: 'Activités',
    min: 0,
  }),
  evenements: integer({
    title: 'Évènements dans l’année',
    unit: { one: 'évènement', many: 'évènements' },
    theme: 'Activités',
    min: 0,
  }),
  structures_hebergees: integer({
    title: 'Structures hébergées',
    description: 'Entreprises et associations qui travaillent dans le lieu.',
    unit: STRUCTURES,
    theme: 'Activités',
    min: 0,
  }),
  structures_fabrication: integer({
    title: 'Structures hébergées qui fabriquent',
    description: 'Parmi les structures hébergées, celles de la fabrication locale.',
    unit: STRUCTURES,
    theme: 'Activités',
    min: 0,
  }),

  // Publics
  publics: severalOf(PUBLICS, {
    title: 'Publics accueillis',
    description: 'Plusieurs réponses possibles.',
    theme: 'Publics',
  }),
  frequentation: integer({
    title: 'Visites dans l’année',
    unit: { one: 'visite', many: 'visites' },
    theme: 'Publics',
    min: 0,
  }),
  membres: integer({ title: 'Adhérentes et adhérents', unit: PERSONNES, theme: 'Publics', min: 0 }),
  contributeurs: integer({
    title: 'Contributrices et contributeurs',
    description: 'Personnes qui font vivre le lieu sans y être salariées.',
    unit: PERSONNES,
    theme: 'Publics',
    min: 0,
  }),
  tarif_solidaire: yesNo({ title: 'Tarif solidaire', theme: 'Publics', since: 2026 }),

  // Emploi
  emplois_total: integer({
    title: 'Emplois directs',
    description: 'Personnes employées par le lieu au 31 décembre, hors structures hébergées.',
    unit: EMPLOIS,
    theme: 'Emploi',
    min: 0,
  }),
  emplois_femmes: integer({
    title: 'Emplois occupés par des femmes',
    unit: EMPLOIS,
    theme: 'Emploi',
    min: 0,
  }),
  emplois_etp: decimal({
    title: 'Emplois en équivalent temps plein',
    unit: { one: 'équivalent temps plein', many: 'équivalents temps plein' },
    theme: 'Emploi',
    min: 0,
  }),
  emplois_cdi: integer({ title: 'Emplois en CDI', unit: EMPLOIS, theme: 'Emploi', min: 0 }),
  emplois_cdd: integer({ title: 'Emplois en CDD', unit: EMPLOIS, theme: 'Emploi', min: 0 }),
  emplois_aides: integer({ title: 'Emplois en contrat aidé', unit: EMPLOIS, theme: 'Emploi', min: 0 }),
  emplois_alternance: integer({ title: 'Emplois en alternance', unit: EMPLOIS, theme: 'Emploi', min: 0 }),
  emplois_agents: integer({ title: 'Agents publics', unit: EMPLOIS, theme: 'Emploi', min: 0 }),
  services_civiques: integer({
    title: 'Services civiques',
    description: 'Accueillis dans l’année ; ce ne sont pas des emplois.',
    unit: PERSONNES,
    theme: 'Emploi',
    min: 0,
  }),
  benevoles: integer({ title: 'Bénévoles réguliers', unit: PERSONNES, theme: 'Emploi', min: 0 }),
  masse_salariale: amount({ title: 'Masse salariale', unit: '€', theme: 'Emploi', sensible: true, min: 0 }),

  // Gouvernance
  gouvernance: oneOf(GOUVERNANCES, { title: 'Organisation de la décision', theme: 'Gouvernance' }),
  participation: severalOf(PARTICIPATIONS, {
    title: 'Participation des usagers',
    description: 'Plusieurs réponses possibles.',
    theme: 'Gouvernance',
  }),
  membres_instances: integer({
    title: 'Membres des instances',
    description: 'Personnes qui siègent dans l’instance qui décide.',
    unit: PERSONNES,
    theme: 'Gouvernance',
    min: 0,
  }),
  membres_instances_femmes: integer({
    title: 'Femmes dans les instances',
    unit: PERSONNES,
    theme: 'Gouvernance',
    min: 0,
  }),

  // Partenariats
  partenaires: severalOf(PARTENAIRES, {
    title: 'Partenaires',
    description: 'Plusieurs réponses possibles.',
    theme: 'Partenariats',
  }),
  convention_publique: yesNo({
    title: 'Convention avec une collectivité',
    description: 'Une convention signée est en cours.',
    theme: 'Partenariats',
  }),

  // Ressources
  ressources_total: amount({
    title: 'Ressources de l’année',
    description: 'Dernier exercice clos.',
    unit: '€',
    theme: 'Ressources',
    sensible: true,
    min: 0,
  }),
  subventions_publiques: amount({
    title: RESSOURCES.subventions_publiques,
    unit: '€',
    theme: 'Ressources',
    sensible: true,
    min: 0,
  }),
  prestations: amount({ title: RESSOURCES.prestations, unit: '€', theme: 'Ressources', sensible: true, min: 0 }),
  location_espaces: amount({
    title: RESSOURCES.location_espaces,
    unit: '€',
    theme: 'Ressources',
    sensible: true,
    min: 0,
  }),
  ventes: amount({
    title: RESSOURCES.ventes,
    unit: '€',
    theme: 'Ressources',
    sensible: true,
    min: 0,
  }),
  adhesions: amount({ title: RESSOURCES.adhesions, unit: '€', theme: 'Ressources', sensible: true, min: 0 }),
  mecenat: amount({ title: RESSOURCES.mecenat, unit: '€', theme: 'Ressources', sensible: true, min: 0 }),
  autres_ressources: amount({
    title: RESSOURCES.autres_ressources,
    unit: '€',
    theme: 'Ressources',
    sensible: true,
    min: 0,
  }),
  charges_total: amount({
    title: 'Charges de l’année',
    description: 'Dernier exercice clos.',
    unit: '€',
    theme: 'Ressources',
    sensible: true,
    min: 0,
  }),
  equilibre: oneOf(
    { excedent: 'Excédent', equilibre: 'Équilibre', deficit: 'Déficit' },
    { title: 'Résultat du dernier exercice', theme: 'Ressources', sensible: true },
  ),

  // Transitions
  transitions: severalOf(TRANSITIONS, {
    title: 'Actions de transition écologique',
    description: 'Plusieurs réponses possibles.',
    theme: 'Transitions',
  }),
  energie_suivie: yesNo({
    title: 'Consommations d’énergie suivies',
    theme: 'Transitions',
    since: 2026,
  }),
  bilan_carbone: yesNo({
    title: 'Bilan des émissions',
    description: 'Un bilan des émissions de gaz à effet de serre a été fait.',
    theme: 'Transitions',
    since: 2026,
  }),

  // Médiation numérique
  mediation_numerique: yesNo({
    title: 'Médiation numérique',
    description: 'Le lieu accompagne des personnes dans l’usage du numérique.',
    theme: 'Médiation numérique',
  }),
  services_numeriques: severalOf(SERVICES_NUMERIQUES, {
    title: 'Services de médiation numérique',
    description: 'Plusieurs réponses possibles.',
    theme: 'Médiation numérique',
  }),
  conseillers_numeriques: integer({
    title: 'Conseillères et conseillers numériques',
    unit: PERSONNES,
    theme: 'Médiation numérique',
    min: 0,
  }),
  personnes_numerique: integer({
    title: 'Personnes accompagnées au numérique',
    description: 'Dans l’année.',
    unit: PERSONNES,
    theme: 'Médiation numérique',
    min: 0,
  }),

  // Formation
  formations: severalOf(FORMATIONS, {
    title: 'Formations données',
    description: 'Plusieurs réponses possibles.',
    theme: 'Formation',
  }),
  personnes_formees: integer({
    title: 'Personnes formées',
    description: 'Dans l’année.',
    unit: PERSONNES,
    theme: 'Formation',
    min: 0,
  }),
  qualiopi: yesNo({
    title: 'Certification Qualiopi',
    theme: 'Formation',
    since: 2026,
  }),

  // Réseaux
  reseaux: severalOf(RESEAUX, {
    title: 'Réseaux',
    description: 'Plusieurs réponses possibles.',
    theme: 'Réseaux',
  }),
  attentes_reseau: severalOf(ATTENTES, {
    title: 'Attentes envers le réseau',
    description: 'Plusieurs réponses possibles.',
    theme: 'Réseaux',
    since: 2026,
  }),

  // Perspectives
  projets: severalOf(PROJETS, {
    title: 'Projets pour les deux ans',
    description: 'Plusieurs réponses possibles.',
    theme: 'Perspectives',
    sensible: true,
  }),
  difficulte: oneOf(DIFFICULTES, { title: 'Première difficulté', theme: 'Perspectives', sensible: true }),
  confiance: oneOf(
    { forte: 'Plutôt confiants', moyenne: 'Ni l’un ni l’autre', faible: 'Plutôt inquiets' },
    { title: 'Confiance pour les deux ans', theme: 'Perspectives', sensible: true, since: 2026 },
  ),
} as const;

/** A column of the survey. */
export type SurveyColumn = keyof typeof columns;

/** One place's answers to one wave, with the wave it belongs to. */
export type Reponse = RowOfShape<typeof columns> & { readonly millesime: string };

/** One place's answers to one wave of the regional survey. Rows never leave the build: only gated cells do. */
export const enquete = defineDataset({
  id: 'enquete',
  title: 'Recensement des tiers-lieux',
  description:
    'Les réponses des lieux au recensement régional, une ligne par lieu et par vague. Données déclaratives : seuls des totaux et des parts portant sur trois lieux au moins en sont publiés.',
  access: 'aggregates',
  millesimes: true,
  columns,
  key: ['id_unite'],
  checks: [checkOpening, checkParts, checkMoney, checkNone],
});
