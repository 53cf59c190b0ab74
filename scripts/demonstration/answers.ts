import type { Reponse } from '../../src/datasets/enquete.ts';
import {
  ACTIVITES,
  ATTENTES,
  FORMATIONS,
  MACHINES,
  PARTENAIRES,
  PARTICIPATIONS,
  PROJETS,
  PUBLICS,
  RESEAUX,
  RESSOURCES,
  SERVICES_NUMERIQUES,
  TRANSITIONS,
} from '../../src/datasets/enquete-options.ts';
import type { Milieu } from './communes.ts';
import { type Place, WAVES } from './places.ts';
import { type Random, seed } from './random.ts';

/** Chances out of 100 that a place gives an answer; some lean on the place's type or surroundings. */
type Chances = Readonly<Record<string, number>>;

type Type = Place['type'];
type Wave = (typeof WAVES)[number];

const ACTIVITY_CHANCES: Chances = {
  coworking: 42, culture: 40, fablab: 12, 'atelier-artisanal': 22, alimentation: 24, cafe: 34, accompagnement: 36,
  formation: 44, 'mediation-numerique': 26, reemploi: 22, agriculture: 15, residence: 18, sante: 8, autre: 9,
}; // biome-ignore format: a list of chances reads by line

/** The activity that goes with a vocation. */
const OWN_ACTIVITY: Readonly<Record<Type, keyof typeof ACTIVITES>> = {
  coworking: 'coworking',
  atelier: 'atelier-artisanal',
  fablab: 'fablab',
  culture: 'culture',
  accompagnement: 'accompagnement',
  'mediation-numerique': 'mediation-numerique',
  'living-lab': 'formation',
};

const PUBLIC_CHANCES: Chances = {
  habitants: 66, associations: 72, independants: 52, teletravail: 38, entreprises: 42, artisans: 26, artistes: 36,
  etudiants: 34, jeunes: 30, familles: 44, seniors: 32, 'demandeurs-emploi': 38, handicap: 16,
}; // biome-ignore format: a list of chances reads by line

const PARTNER_CHANCES: Chances = {
  commune: 62, intercommunalite: 48, departement: 30, region: 44, etat: 22, enseignement: 46, insertion: 44,
  entreprises: 36, associations: 68, culture: 34, 'tiers-lieux': 50,
}; // biome-ignore format: a list of chances reads by line

const TRANSITION_CHANCES: Chances = {
  reemploi: 46, dechets: 58, energie: 40, 'alimentation-locale': 36, mobilite: 30, biodiversite: 18,
  'achats-responsables': 34, 'numerique-responsable': 22,
}; // biome-ignore format: a list of chances reads by line

const SERVICE_CHANCES: Chances = {
  demarches: 62, ordinateur: 58, telephone: 44, internet: 70, parentalite: 18, creation: 38, emploi: 34, securite: 20,
}; // biome-ignore format: a list of chances reads by line

const FORMATION_CHANCES: Chances = {
  numerique: 34,
  fabrication: 22,
  entrepreneuriat: 26,
  cooperation: 24,
  transition: 18,
  langues: 6,
};
const PARTICIPATION_CHANCES: Chances = { assemblee: 48, commissions: 30, chantiers: 36, budget: 5, programmation: 40 };
const NETWORK_CHANCES: Chances = {
  regional: 62,
  national: 34,
  territorial: 36,
  thematique: 18,
  fablabs: 12,
  culture: 16,
  ess: 30,
};
const EXPECTATION_CHANCES: Chances = {
  'mise-en-relation': 62,
  financement: 58,
  formation: 36,
  plaidoyer: 44,
  outils: 40,
  visibilite: 38,
};
const PROJECT_CHANCES: Chances = {
  agrandir: 22,
  demenager: 8,
  recruter: 34,
  essaimer: 7,
  diversifier: 40,
  stabiliser: 56,
  reduire: 5,
};
const MACHINE_CHANCES: Chances = {
  'impression-3d': 26, 'decoupe-laser': 20, bois: 24, metal: 12, textile: 22, electronique: 16, impression: 14,
}; // biome-ignore format: a list of chances reads by line

/** Shares of a place's money by kind, before chance: what a vocation lives on. */
const MONEY: Readonly<Record<Type, readonly number[]>> = {
  coworking: [22, 18, 46, 4, 6, 2, 2],
  atelier: [34, 24, 22, 6, 10, 2, 2],
  fablab: [48, 30, 6, 2, 8, 4, 2],
  culture: [44, 10, 8, 28, 4, 4, 2],
  accompagnement: [46, 38, 8, 0, 4, 2, 2],
  'mediation-numerique': [70, 18, 2, 0, 4, 4, 2],
  'living-lab': [40, 40, 6, 0, 2, 10, 2],
};

/** How many more places answer "yes" at the second wave, in points, for actions that spread. */
const SPREAD = 7;

/** A wave's answers, one row a place that answered, in the order of pseudonyms. */
export function answerWave(places: readonly Place[], wave: Wave): readonly Partial<Reponse>[] {
  return places
    .filter(({ waves }) => waves.includes(wave.millesime))
    .map((place) => forget(answer(place, wave), seed(`silence ${place.unit} ${wave.millesime}`)))
    .toSorted((a, b) => a.id_unite!.localeCompare(b.id_unite!));
}

function answer(place: Place, wave: Wave): Partial<Reponse> {
  const { unit, type, commune, size } = place;
  // A place's own chances are the same at both waves: it changes its mind only where a chance rises past its draw.
  const lasting = seed(`place ${unit}`);
  const passing = seed(`wave ${unit} ${wave.millesime}`);
  const later = wave === WAVES[0] ? 0 : SPREAD;
  const tick = <K extends string>(options: Readonly<Record<K, string>>, chances: Chances, rise = 0): readonly K[] =>
    (Object.keys(options) as K[]).filter(
      (code) => lasting.next() * 100 < (chances[code] ?? 0) + ((chances[code] ?? 0) > 10 ? rise : 0),
    );
  const tickOrNone = <K extends string>(
    options: Readonly<Record<K, string>>,
    chances: Chances,
    none: string,
    rise = 0,
  ) => {
    const ticked = tick(options, chances, rise);
    return ticked.length > 0 ? ticked : ([none] as unknown as readonly K[]);
  };

  const activities = tick(ACTIVITES, { ...ACTIVITY_CHANCES, [OWN_ACTIVITY[type]]: 100 }, later / 2);
  const fabricates = activities.includes('fablab') || activities.includes('atelier-artisanal');
  const mediates = activities.includes('mediation-numerique') || lasting.next() < 0.2;
  const surface = Math.max(25, Math.round((lasting.around(260 * size, 0.75) * (fabricates ? 1.5 : 1)) / 5) * 5);
  const growth = later ? passing.around(1.06, 0.12) : 1;
  const hosted = Math.round(lasting.around(7 * size, 0.7));
  const employed = jobs(place, lasting, passing, growth);
  return {
    id_unite: unit,
    consentement: place.consent,
    ouverture: String(place.opened),
    forme_juridique: place.form,
    type_principal: type,
    labels: [lasting.pick({ 'fabrique-territoire': 16, 'manufacture-proximite': 4, autre: 14, aucun: 66 })],
    code_insee: commune.code,
    milieu: commune.milieu,
    quartier_prioritaire: lasting.next() < (commune.milieu === 'rural' ? 0 : 0.24),
    transport_collectif: lasting.next() < { metropole: 0.96, 'ville-moyenne': 0.72, rural: 0.34 }[commune.milieu],
    jours_ouverture: lasting.between(3, 7),
    heures_ouverture: lasting.between(8, 60) / 2 + 12,
    surface,
    surface_exterieure:
      lasting.next() < 0.4 ? 0 : Math.round(lasting.around(180 * size * (commune.milieu === 'rural' ? 4 : 1), 0.9)),
    capacite: Math.max(8, Math.round(surface / lasting.between(4, 9))),
    ...premises(lasting, surface, commune.milieu),
    travaux: lasting.next() < 0.32,
    activites: activities,
    machines: fabricates
      ? tickOrNone(MACHINES, scale(MACHINE_CHANCES, 2), 'aucune')
      : tickOrNone(MACHINES, scale(MACHINE_CHANCES, 0.2), 'aucune'),
    postes_coworking: activities.includes('coworking') ? Math.max(2, Math.round(lasting.around(14 * size, 0.6))) : 0,
    evenements: Math.round(lasting.around(activities.includes('culture') ? 46 : 16, 0.7)),
    structures_hebergees: hosted,
    structures_fabrication: Math.round(hosted * (fabricates ? 0.5 : 0.12)),
    publics: tick(
      PUBLICS,
      type === 'coworking'
        ? { ...PUBLIC_CHANCES, independants: 92, teletravail: 78, habitants: 38, familles: 20 }
        : PUBLIC_CHANCES,
    ),
    frequentation: Math.round(lasting.around(2600 * size, 0.8) / 10) * 10,
    membres: Math.round(lasting.around(130 * size, 0.8) * growth),
    contributeurs: Math.round(lasting.around(22 * size, 0.6)),
    tarif_solidaire: lasting.next() < 0.42,
    ...employed,
    ...government(place, lasting, tickOrNone(PARTICIPATIONS, PARTICIPATION_CHANCES, 'aucune')),
    partenaires: tickOrNone(
      PARTENAIRES,
      place.form === 'societe' ? scale(PARTNER_CHANCES, 0.5) : PARTNER_CHANCES,
      'aucun',
      later / 2,
    ),
    convention_publique: lasting.next() < (place.form === 'societe' ? 0.16 : 0.52),
    ...money(place, employed.masse_salariale ?? 0, lasting, passing),
    transitions: tickOrNone(TRANSITIONS, TRANSITION_CHANCES, 'aucune', later),
    energie_suivie: lasting.next() < 0.38,
    bilan_carbone: lasting.next() < 0.07,
    mediation_numerique: mediates,
    services_numeriques: mediates ? tickOrNone(SERVICES_NUMERIQUES, SERVICE_CHANCES, 'aucun') : ['aucun'],
    conseillers_numeriques: mediates ? lasting.between(0, 2) : 0,
    personnes_numerique: mediates ? Math.round(lasting.around(190, 0.7)) : 0,
    ...training(
      activities.includes('formation'),
      lasting,
      tickOrNone(FORMATIONS, scale(FORMATION_CHANCES, 1.8), 'aucune'),
    ),
    reseaux: tickOrNone(RESEAUX, NETWORK_CHANCES, 'aucun'),
    attentes_reseau: tick(ATTENTES, EXPECTATION_CHANCES),
    projets: tick(PROJETS, PROJECT_CHANCES),
    difficulte: passing.pick({
      financement: 40,
      foncier: 18,
      emploi: 12,
      benevoles: 12,
      public: 8,
      reglementation: 6,
      aucune: 4,
    }),
    confiance: passing.pick({ forte: 38, moyenne: 34, faible: 28 }),
  };
}

function scale(chances: Chances, factor: number): Chances {
  return Object.fromEntries(Object.entries(chances).map(([code, chance]) => [code, Math.min(96, chance * factor)]));
}

function premises(random: Random, surface: number, milieu: Milieu): Partial<Reponse> {
  const occupation = random.pick({ proprietaire: 16, bail: 40, convention: 24, gratuit: 16, autre: 4 });
  return {
    occupation,
    bailleur:
      occupation === 'proprietaire'
        ? 'association'
        : random.pick({ collectivite: 44, 'bailleur-social': 10, prive: 38, association: 6, autre: 2 }),
    batiment: random.pick(
      milieu === 'rural'
        ? { friche: 6, commerce: 24, 'equipement-public': 30, bureaux: 4, ferme: 28, neuf: 3, autre: 5 }
        : { friche: 26, commerce: 24, 'equipement-public': 16, bureaux: 22, ferme: 1, neuf: 6, autre: 5 },
    ),
    accessibilite: random.pick({ totale: 46, partielle: 38, aucune: 16 }),
    loyer_annuel:
      occupation === 'gratuit' || occupation === 'proprietaire' ? 0 : euros(surface * random.around(62, 0.35)),
  };
}

/** Jobs by contract add up to the whole; places without any job exist. */
function jobs(place: Place, lasting: Random, passing: Random, growth: number): Partial<Reponse> {
  const total = lasting.next() < 0.14 ? 0 : Math.round(lasting.around(4.4 * place.size, 0.6) * growth);
  const contracts = {
    emplois_cdi: 0,
    emplois_cdd: 0,
    emplois_aides: 0,
    emplois_alternance: 0,
    emplois_agents: 0,
    unnamed: 0,
  };
  const weights =
    place.form === 'public'
      ? { emplois_cdi: 6, emplois_cdd: 14, emplois_aides: 6, emplois_alternance: 6, emplois_agents: 66, unnamed: 2 }
      : { emplois_cdi: 58, emplois_cdd: 18, emplois_aides: 10, emplois_alternance: 10, emplois_agents: 0, unnamed: 4 };
  let women = 0;
  for (let job = 0; job < total; job++) {
    contracts[passing.pick(weights)]++;
    if (passing.next() < 0.6) women++;
  }
  const { unnamed: _, ...named } = contracts;
  const etp = Math.round(total * (0.7 + lasting.next() * 0.28) * 10) / 10;
  return {
    emplois_total: total,
    emplois_femmes: women,
    emplois_etp: etp,
    ...named,
    services_civiques: lasting.next() < 0.28 ? lasting.between(1, 3) : 0,
    benevoles: place.form === 'societe' ? lasting.between(0, 4) : Math.round(lasting.around(17, 0.7)),
    masse_salariale: euros(etp * lasting.around(31_000, 0.12)),
  };
}

function government({ form }: Place, random: Random, participation: Reponse['participation']): Partial<Reponse> {
  const members = form === 'societe' ? random.between(1, 4) : random.between(5, 16);
  return {
    gouvernance: random.pick(
      form === 'public'
        ? { conseil: 8, collegiale: 4, partagee: 10, dirigeant: 2, collectivite: 72, autre: 4 }
        : form === 'societe'
          ? { conseil: 6, collegiale: 16, partagee: 10, dirigeant: 62, collectivite: 0, autre: 6 }
          : { conseil: 44, collegiale: 28, partagee: 22, dirigeant: 2, collectivite: 0, autre: 4 },
    ),
    participation,
    membres_instances: members,
    membres_instances_femmes: Math.round(members * (0.25 + random.next() * 0.5)),
  };
}

/** Money by kind, more where there are wages to pay; the total is the sum of its parts. */
function money(place: Place, wages: number, lasting: Random, passing: Random): Partial<Reponse> {
  const whole = wages * lasting.around(1.7, 0.15) + euros(lasting.around(26_000 * place.size, 0.5));
  const kinds = Object.keys(RESSOURCES) as (keyof typeof RESSOURCES)[];
  const shares = kinds.map((kind, index) => {
    const share = MONEY[place.type][index]! * lasting.around(1, 0.5);
    const chanceOfNone = kind === 'subventions_publiques' ? (place.form === 'societe' ? 0.6 : 0.08) : 0.24;
    return lasting.next() < chanceOfNone ? 0 : share;
  });
  const sum = shares.reduce((total, share) => total + share, 0);
  const parts = shares.map((share, index) => {
    if (place.dominant && kinds[index] === 'mecenat') return euros(640_000);
    return sum > 0 ? euros((whole / 100) * (share / sum)) : 0;
  });
  const total = parts.reduce((amount, part) => amount + part, 0);
  const costs = euros((total / 100) * (0.92 + passing.next() * 0.16));
  return {
    ...Object.fromEntries(kinds.map((kind, index) => [kind, parts[index]!])),
    ressources_total: total,
    charges_total: costs,
    equilibre: total > costs * 1.03 ? 'excedent' : total < costs * 0.97 ? 'deficit' : 'equilibre',
  };
}

function training(trains: boolean, random: Random, formations: Reponse['formations']): Partial<Reponse> {
  return {
    formations: trains ? formations : ['aucune'],
    personnes_formees: trains ? Math.round(random.around(74, 0.8)) : 0,
    qualiopi: trains && random.next() < 0.3,
  };
}

/** Cents, rounded to ten euros as answers are. */
function euros(amount: number): number {
  return Math.round(amount / 10) * 1000;
}

/** Questions left without answer: money by a quarter of places, all of it together; others by a few, one by one. */
function forget(answers: Partial<Reponse>, random: Random): Partial<Reponse> {
  const silentOnMoney = random.next() < 0.24;
  const kept = Object.entries(answers).filter(([id]) => {
    if (ALWAYS.has(id)) return true;
    const silent = random.next() < 0.04;
    return !(MONEY_COLUMNS.has(id) ? silentOnMoney : silent);
  });
  return Object.fromEntries(kept);
}

const ALWAYS: ReadonlySet<string> = new Set(['id_unite', 'consentement', 'code_insee', 'activites']);
const MONEY_COLUMNS: ReadonlySet<string> = new Set([
  ...Object.keys(RESSOURCES),
  'ressources_total',
  'charges_total',
  'equilibre',
  'masse_salariale',
  'loyer_annuel',
]);
