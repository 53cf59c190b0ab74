import type { Data } from '../../src/datasets/data.ts';
import { enquete, type Reponse } from '../../src/datasets/enquete.ts';
import type { Territoire } from '../../src/datasets/settings.ts';
import { disguisesOf } from './disguises.ts';

/** A territory with one commune, and in it one place. */
export const TERRITORY: Territoire = { id: 'territoire-5', nom: 'Territoire 5', type: 'departement', code: 'T5' };
export const COMMUNE = {
  code: 'ZE001',
  nom: 'Commune E1',
  departement: 'T5',
  epci: null,
  population: 4321,
  latitude: 0,
  longitude: 0,
};

const [SUBSIDIES, PATRONAGE, WAGES, RENT] = [345_678_910, 530_864_300, 98_765_430, 8_765_430];

/** What no other place answers, in amounts (cents) and counts. */
const AMOUNTS = { subventions_publiques: SUBSIDIES, mecenat: PATRONAGE, masse_salariale: WAGES, loyer_annuel: RENT };
const COUNTS = { emplois_total: 543, emplois_femmes: 321, emplois_cdi: 389, membres: 9_876, benevoles: 765 };
const SURFACE = 7_654;

/** A place with unmistakable values, that lets everything be published under its name. */
export const CANARY: Reponse = {
  ...(Object.fromEntries(Object.entries(enquete.columns).map(([id, { empty }]) => [id, empty])) as Reponse),
  id_unite: 'canari-7h3q',
  millesime: '3003',
  consentement: 'tout',
  code_insee: COMMUNE.code,
  ouverture: '2611-07-19',
  forme_juridique: 'scic',
  type_principal: 'living-lab',
  milieu: 'rural',
  activites: ['sante'],
  partenaires: ['etat'],
  surface: SURFACE,
  emplois_cdd: 154,
  ...COUNTS,
  ...AMOUNTS,
  prestations: 0,
  location_espaces: 0,
  ventes: 0,
  adhesions: 0,
  autres_ressources: 0,
  ressources_total: SUBSIDIES + PATRONAGE,
  charges_total: 812_345_670,
  equilibre: 'excedent',
};

/** Every form in which the place's values could be recognised. */
export const DISGUISES: ReadonlySet<string> = new Set([
  ...[...Object.values(AMOUNTS), CANARY.ressources_total!, CANARY.charges_total!].flatMap((cents) => [
    ...disguisesOf(cents / 100, '€'),
  ]),
  ...Object.values(COUNTS).flatMap((count) => [...disguisesOf(count, '')]),
  ...disguisesOf(SURFACE, 'm²'),
  '2611',
]);

/** An observatory with one more place, alone in its commune and in its territory. */
export function withCanary(data: Data): Data {
  const territoires = [...data.settings.territoires, TERRITORY];
  return {
    ...data,
    settings: { ...data.settings, territoires },
    geography: {
      ...data.geography,
      territoires,
      communes: new Map([...data.geography.communes, [COMMUNE.code, COMMUNE]]),
    },
    enquete: [...data.enquete, CANARY],
  };
}
