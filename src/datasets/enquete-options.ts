/** What a place lets us publish under its own name; aggregates are published whatever the answer. */
export const CONSENTEMENTS = {
  aucun: 'Rien sous le nom du lieu',
  annuaire: 'L’annuaire seulement',
  reponses: 'L’annuaire et les réponses, sauf les montants',
  tout: 'L’annuaire et toutes les réponses',
} as const;

/** Classes of location of the regional census; France's own classes differ. */
export const MILIEUX = {
  metropole: 'Métropole',
  'ville-moyenne': 'Ville moyenne',
  rural: 'Rural',
} as const;

/** Legal forms, companies grouped as the national census publishes them. */
export const FORMES_JURIDIQUES = {
  association: 'Association',
  societe: 'SARL, SA ou SAS',
  public: 'Organisme public',
  scic: 'Scic',
  scop: 'Scop',
  autre: 'Autre forme',
  aucune: 'Collectif sans forme juridique',
} as const;

/** The seven types by which a place names its main vocation. */
export const TYPES = {
  coworking: 'Télétravail et coworking',
  atelier: 'Atelier partagé',
  fablab: 'Fab lab',
  culture: 'Lieu culturel, commerce ou café',
  accompagnement: 'Accompagnement',
  'mediation-numerique': 'Médiation numérique',
  'living-lab': 'Living lab',
} as const;

/** By what right a place holds its premises. */
export const OCCUPATIONS = {
  proprietaire: 'Propriétaire',
  bail: 'Bail commercial ou professionnel',
  convention: 'Convention d’occupation',
  gratuit: 'Mise à disposition gratuite',
  autre: 'Autre',
} as const;

/** Who owns the walls. */
export const BAILLEURS = {
  collectivite: 'Collectivité',
  'bailleur-social': 'Bailleur social',
  prive: 'Propriétaire privé',
  association: 'Association ou coopérative',
  autre: 'Autre',
} as const;

/** What the building was before. */
export const BATIMENTS = {
  friche: 'Friche industrielle',
  commerce: 'Ancien commerce',
  'equipement-public': 'Ancien équipement public',
  bureaux: 'Bureaux',
  ferme: 'Ferme ou bâtiment rural',
  neuf: 'Bâtiment neuf',
  autre: 'Autre',
} as const;

/** Whether people of reduced mobility get in. */
export const ACCESSIBILITES = { totale: 'Totale', partielle: 'Partielle', aucune: 'Aucune' } as const;

/** Activities, several a place. */
export const ACTIVITES = {
  coworking: 'Coworking',
  culture: 'Culture',
  fablab: 'Fablab',
  'atelier-artisanal': 'Ateliers artisanaux partagés',
  alimentation: 'Alimentation et cuisine partagée',
  cafe: 'Café, cantine ou restaurant',
  accompagnement: 'Accompagnement de projets',
  formation: 'Formation',
  'mediation-numerique': 'Médiation numérique',
  reemploi: 'Réemploi et réparation',
  agriculture: 'Jardin ou agriculture',
  residence: 'Résidences d’artistes',
  sante: 'Santé et bien-être',
  autre: 'Autre activité',
} as const;

/** Machines that users share, several a place. */
export const MACHINES = {
  'impression-3d': 'Impression 3D',
  'decoupe-laser': 'Découpe laser',
  bois: 'Travail du bois',
  metal: 'Travail du métal',
  textile: 'Couture et textile',
  electronique: 'Électronique',
  impression: 'Impression et sérigraphie',
  aucune: 'Aucune machine partagée',
} as const;

/** People a place says it receives, several a place. */
export const PUBLICS = {
  habitants: 'Habitants du voisinage',
  associations: 'Associations',
  independants: 'Indépendants',
  teletravail: 'Salariés en télétravail',
  entreprises: 'Entreprises',
  artisans: 'Artisans',
  artistes: 'Artistes',
  etudiants: 'Étudiants',
  jeunes: 'Jeunes de moins de 18 ans',
  familles: 'Familles',
  seniors: 'Personnes âgées',
  'demandeurs-emploi': 'Demandeurs d’emploi',
  handicap: 'Personnes handicapées',
} as const;

/** Who decides in the place. */
export const GOUVERNANCES = {
  conseil: 'Conseil d’administration élu',
  collegiale: 'Direction collégiale',
  partagee: 'Gouvernance partagée avec les usagers',
  dirigeant: 'Dirigeant seul',
  collectivite: 'Collectivité',
  autre: 'Autre organisation',
} as const;

/** Ways by which users take part in decisions, several a place. */
export const PARTICIPATIONS = {
  assemblee: 'Assemblée ouverte',
  commissions: 'Commissions thématiques',
  chantiers: 'Chantiers participatifs',
  budget: 'Budget participatif',
  programmation: 'Programmation partagée',
  aucune: 'Aucune',
} as const;

/** Partners, several a place. */
export const PARTENAIRES = {
  commune: 'Commune',
  intercommunalite: 'Intercommunalité',
  departement: 'Département',
  region: 'Région',
  etat: 'État',
  enseignement: 'Enseignement',
  insertion: 'Insertion',
  entreprises: 'Entreprises',
  associations: 'Associations',
  culture: 'Structures culturelles',
  'tiers-lieux': 'Autres tiers-lieux',
  aucun: 'Aucun partenaire',
} as const;

/** The partners that are public bodies. */
export const PARTENAIRES_PUBLICS = ['commune', 'intercommunalite', 'departement', 'region', 'etat'] as const;

/** What a place does for the ecological transition, several a place. */
export const TRANSITIONS = {
  reemploi: 'Réemploi et réparation',
  dechets: 'Tri et compost',
  energie: 'Économies d’énergie',
  'alimentation-locale': 'Alimentation locale',
  mobilite: 'Mobilités douces',
  biodiversite: 'Biodiversité',
  'achats-responsables': 'Achats responsables',
  'numerique-responsable': 'Numérique responsable',
  aucune: 'Aucune action',
} as const;

/** What a place offers in digital mediation, several a place. */
export const SERVICES_NUMERIQUES = {
  demarches: 'Aide aux démarches en ligne',
  ordinateur: 'Prise en main d’un ordinateur',
  telephone: 'Prise en main d’un téléphone',
  internet: 'Accès à internet et au matériel',
  parentalite: 'Parents et enfants face aux écrans',
  creation: 'Création avec le numérique',
  emploi: 'Recherche d’emploi en ligne',
  securite: 'Sécurité et données personnelles',
  aucun: 'Aucun service',
} as const;

/** Training that a place gives, several a place. */
export const FORMATIONS = {
  numerique: 'Numérique',
  fabrication: 'Fabrication et artisanat',
  entrepreneuriat: 'Création d’entreprise',
  cooperation: 'Coopération et gouvernance',
  transition: 'Transition écologique',
  langues: 'Langues et savoirs de base',
  aucune: 'Aucune formation',
} as const;

/** Networks, several a place. */
export const RESEAUX = {
  regional: 'Réseau régional des tiers-lieux',
  national: 'Association nationale des tiers-lieux',
  territorial: 'Cercle territorial',
  thematique: 'Cercle thématique',
  fablabs: 'Réseau de fablabs',
  culture: 'Réseau culturel',
  ess: 'Réseau de l’économie sociale et solidaire',
  aucun: 'Aucun réseau',
} as const;

/** What a place expects from the network, several a place. */
export const ATTENTES = {
  'mise-en-relation': 'Mise en relation',
  financement: 'Aide au financement',
  formation: 'Formation',
  plaidoyer: 'Représentation auprès des collectivités',
  outils: 'Outils partagés',
  visibilite: 'Visibilité',
} as const;

/** Plans for the two years to come, several a place. */
export const PROJETS = {
  agrandir: 'S’agrandir',
  demenager: 'Déménager',
  recruter: 'Recruter',
  essaimer: 'Ouvrir un autre lieu',
  diversifier: 'Ajouter une activité',
  stabiliser: 'Consolider l’existant',
  reduire: 'Réduire l’activité',
} as const;

/** The first difficulty that a place names. */
export const DIFFICULTES = {
  financement: 'Trouver des financements',
  foncier: 'Garder ou trouver des locaux',
  emploi: 'Recruter ou garder l’équipe',
  benevoles: 'Mobiliser des bénévoles',
  public: 'Faire venir le public',
  reglementation: 'Respecter la réglementation',
  aucune: 'Aucune difficulté majeure',
} as const;

/**
 * The resources of a place: a column each, which together make `ressources_total`.
 * Figures stack them in this order.
 */
export const RESSOURCES = {
  subventions_publiques: 'Subventions publiques',
  prestations: 'Ventes de prestations',
  location_espaces: 'Location d’espaces',
  ventes: 'Bar, restauration et boutique',
  adhesions: 'Adhésions',
  mecenat: 'Mécénat et dons',
  autres_ressources: 'Autres ressources',
} as const;

/** Jobs by contract: a column each, which together make at most `emplois_total`. */
export const CONTRATS = {
  emplois_cdi: 'CDI',
  emplois_cdd: 'CDD',
  emplois_aides: 'Contrats aidés',
  emplois_alternance: 'Alternance',
  emplois_agents: 'Agents publics',
} as const;
