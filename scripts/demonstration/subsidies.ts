import type { Subvention } from '../../src/datasets/subventions.ts';
import { NAMED } from './accounts.ts';
import { namePayees, otherPlaces } from './ledger.ts';
import type { Place } from './places.ts';
import { fictionalSiret } from './siret.ts';

/** The year in which the subsidies are given. */
export const YEAR = '3003';

/** One act by which a public body gives an amount to one or several beneficiaries. */
interface Decision {
  readonly giver: string;
  /** Month and day. */
  readonly day: string;
  readonly dispositif: string | null;
  readonly purpose: string;
  readonly euros: number;
  /** Who gets which share of it; `L3` is the third of the places that the ledger pays, `P3` the third of other places. */
  readonly to: Readonly<Record<string, number>>;
}

/** Public bodies that publish what they give, in the order of their numbers. */
const GIVERS = ['Financeur C', 'Financeur D', 'Financeur E', 'Commune A1'];

/** Beneficiaries that are no places; those after the ledger's own are in no other file. */
const BODIES = [...NAMED, 'Association G', 'Association H', 'Coopérative C'];

/** Associations so small that they have no SIRET. */
const SMALL = ['Association I', 'Association J'];

/** Other places that get a subsidy. */
const PLACES = 15;

/** Where the numbers of each sort begin; the ledger's own are below. */
const FIRST = { giver: 101, body: 201, place: 301 };

const [REGION, DEPARTEMENT, AGGLOMERATION, COMMUNE] = GIVERS as [string, string, string, string];
const INVEST = 'Aide à l’investissement';
const CALL = 'Appel à projets A';
const POST = 'Aide à l’emploi';

function decision(
  giver: string,
  day: string,
  dispositif: string | null,
  purpose: string,
  euros: number,
  to: string | Decision['to'],
): Decision {
  return { giver, day, dispositif, purpose, euros, to: typeof to === 'string' ? { [to]: 1 } : to };
}

/** What four public bodies give in a year: round numbers, two amounts that several share, nobody's. All in money: what is given in kind is added to no total. */
const DECISIONS: readonly Decision[] = [
  decision(REGION, '02-14', INVEST, 'Travaux', 60_000, 'L1'),
  decision(REGION, '02-14', INVEST, 'Travaux', 48_000, 'P1'),
  decision(REGION, '02-14', INVEST, 'Machines', 36_000, 'P2'),
  decision(REGION, '02-14', INVEST, 'Machines', 22_500, 'P3'),
  decision(REGION, '06-20', CALL, 'Atelier commun', 40_000, { P4: 0.45, P5: 0.55 }),
  decision(REGION, '06-20', CALL, 'Formation', 18_000, 'Association A'),
  decision(REGION, '06-20', CALL, 'Festival', 12_000, 'P6'),
  decision(REGION, '10-10', POST, 'Deux emplois', 30_000, 'Coopérative A'),
  decision(REGION, '10-10', POST, 'Un emploi', 15_000, 'L4'),
  decision(REGION, '10-10', POST, 'Un emploi', 15_000, 'P7'),
  decision(DEPARTEMENT, '03-21', CALL, 'Réparation et réemploi', 25_000, { P1: 0.4, P8: 0.35, 'Association B': 0.25 }),
  decision(DEPARTEMENT, '03-21', CALL, 'Cuisine partagée', 14_000, 'P9'),
  decision(DEPARTEMENT, '03-21', CALL, 'Médiation numérique', 9_000, 'Association G'),
  decision(DEPARTEMENT, '09-05', null, 'Fonctionnement', 8_000, 'P10'),
  decision(DEPARTEMENT, '09-05', null, 'Fonctionnement', 6_500, 'Association H'),
  decision(DEPARTEMENT, '09-05', null, 'Fonctionnement', 5_000, 'P11'),
  decision(AGGLOMERATION, '04-11', INVEST, 'Mobilier', 20_000, 'P12'),
  decision(AGGLOMERATION, '04-11', INVEST, 'Accessibilité', 16_000, 'L1'),
  decision(AGGLOMERATION, '04-11', null, 'Fonctionnement', 12_000, 'L4'),
  decision(AGGLOMERATION, '11-28', null, 'Fonctionnement', 7_500, 'P13'),
  decision(AGGLOMERATION, '11-28', null, 'Fonctionnement', 4_000, 'Coopérative C'),
  decision(AGGLOMERATION, '11-28', POST, 'Un emploi', 11_000, 'P6'),
  decision(COMMUNE, '05-16', null, 'Fête de quartier', 3_500, 'Association I'),
  decision(COMMUNE, '05-16', null, 'Fonctionnement', 3_000, 'P14'),
  decision(COMMUNE, '05-16', null, 'Fonctionnement', 2_500, 'Association J'),
  decision(COMMUNE, '12-12', null, 'Mobilier', 9_600, 'P15'),
  decision(COMMUNE, '12-12', null, 'Fonctionnement', 4_800, 'Association A'),
]; // biome-ignore format: decisions read by line

/** The subsidies that public bodies publish at the national standard, a row for each beneficiary of a decision. */
export function giveSubsidies(places: readonly Place[]): readonly Partial<Subvention>[] {
  const beneficiaries = nameBeneficiaries(places);
  return DECISIONS.flatMap(({ giver, day, dispositif, purpose, euros, to }, index) =>
    Object.entries(to).map(([name, share]) => ({
      nomAttribuant: giver,
      idAttribuant: fictionalSiret(FIRST.giver + GIVERS.indexOf(giver)),
      dateConvention: `${YEAR}-${day}`,
      referenceDecision: `${YEAR}-${String(index + 1).padStart(2, '0')}`,
      ...beneficiaries.get(name)!,
      objet: purpose,
      montant: euros * 100,
      nature: ['numéraire'],
      conditionsVersement: 'unique',
      datesPeriodeVersement: `${YEAR}-${day}/${YEAR}-12-31`,
      notificationUE: false,
      pourcentageSubvention: share,
      dispositifAide: dispositif,
    })),
  );
}

type Beneficiary = Pick<Subvention, 'nomBeneficiaire' | 'idBeneficiaire' | 'rnaBeneficiaire'>;

/** A place that the ledger knows by its SIRET is named here as who runs it: only the number tells that both are one. */
function nameBeneficiaries(places: readonly Place[]): ReadonlyMap<string, Beneficiary> {
  const named = (nom: string, number: string): Beneficiary => ({
    nomBeneficiaire: nom,
    idBeneficiaire: number,
    rnaBeneficiaire: null,
  });
  const paid = [...namePayees(places)].flatMap(([code, { nom, siret }]) =>
    siret ? [[code, named(`Porteur du ${nom}`, siret)] as const] : [],
  );
  const others = otherPlaces(places, PLACES).map(
    ({ number }, index) => [`P${index + 1}`, named(`Lieu ${number}`, fictionalSiret(FIRST.place + index))] as const,
  );
  const bodies = BODIES.map((nom, index) => [nom, named(nom, fictionalSiret(FIRST.body + index))] as const);
  const small = SMALL.map((nom, index) => {
    const rnaBeneficiaire = `W00000000${index + 1}`;
    return [nom, { nomBeneficiaire: nom, idBeneficiaire: null, rnaBeneficiaire }] as const;
  });
  return new Map<string, Beneficiary>([...paid, ...others, ...bodies, ...small]);
}
