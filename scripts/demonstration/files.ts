import { writeCsv } from '../../src/csv/write.ts';
import { flux } from '../../src/datasets/flux.ts';
import { recordsOf } from '../../src/datasets/records.ts';
import { reperes } from '../../src/datasets/reperes.ts';
import { subventions } from '../../src/datasets/subventions.ts';
import { ACCOUNTS } from './accounts.ts';
import { answerWave } from './answers.ts';
import { settleCommunes } from './communes.ts';
import { countPlaces } from './counts.ts';
import { writeDirectory } from './directory-file.ts';
import { keepLedger, totalsOf } from './ledger.ts';
import { drawMap } from './map.ts';
import { type Place, settlePlaces, WAVES } from './places.ts';
import { giveSubsidies, YEAR } from './subsidies.ts';
import { writeSurvey } from './survey-file.ts';

const LICENCE = {
  name: 'etalab-2.0',
  title: 'Licence Ouverte 2.0, données fictives',
  path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
};

/** Every file of the demonstration's data, by path inside its folder. The same on every machine and at every run. */
export function makeDemonstration(): ReadonlyMap<string, string> {
  const places = settlePlaces();
  return new Map([
    ['LISEZMOI.md', README],
    ['datapackage.json', `${JSON.stringify(describePackage(places), null, 2)}\n`],
    ['territoires/communes.csv', writeCommunes()],
    ['territoires/contours.topojson', drawMap()],
    ['lieux/lieux.csv', writeDirectory(places)],
    ['reperes/reperes.csv', writeCsv(recordsOf(reperes.columns, countPlaces(places)))],
    ...WAVES.map(
      (wave) =>
        [`enquete/enquete-${wave.millesime}.csv`, writeSurvey(answerWave(places, wave), wave.questionnaire)] as const,
    ),
    ...ACCOUNTS.map(
      (accounts) =>
        [
          `flux/flux-${accounts.exercice}.csv`,
          writeCsv(recordsOf(flux.columns, keepLedger(accounts, places))),
        ] as const,
    ),
    [`subventions/subventions-${YEAR}.csv`, writeCsv(recordsOf(subventions.columns, giveSubsidies(places)))],
  ]);
}

const README = `# Démonstration : des données fictives

Rien ici n’est vrai. La région, ses territoires, ses communes, ses lieux et leurs réponses sont tirés au sort par
\`npm run demonstration\`, toujours de la même façon. Ne corrigez pas ces fichiers à la main : changez
\`scripts/demonstration/\` et relancez la commande.
`;

function writeCommunes(): string {
  const columns = ['code', 'nom', 'departement', 'epci', 'nom_epci', 'population', 'latitude', 'longitude'] as const;
  const communes = settleCommunes().map((commune) => ({ ...commune, nom_epci: commune.nomEpci }));
  return writeCsv([columns, ...communes.map((commune) => columns.map((id) => commune[id]))]);
}

function describePackage(places: readonly Place[]) {
  const listed = places.filter(({ consent }) => consent !== 'aucun').length;
  return {
    name: 'observatoire-de-demonstration',
    title: 'Données fictives de la démonstration',
    licenses: [LICENCE],
    resources: [
      {
        name: 'lieux',
        title: 'Annuaire fictif',
        path: 'lieux/lieux.csv',
        sources: [{ title: 'Annuaire fictif de la région de démonstration' }],
        licenses: [LICENCE],
        date: '3003-05',
        base: `les ${listed} lieux fictifs ouverts au public`,
        univers: places.length,
        // Every place of its base is there: the others are not open to the public.
        exhaustif: true,
        access: 'public',
        statut: 'fictif',
        declaratif: false,
      },
      {
        name: 'reperes',
        title: 'Comptages fictifs',
        path: 'reperes/reperes.csv',
        sources: [{ title: 'Sources fictives de la région de démonstration' }],
        licenses: [LICENCE],
        date: '3003-05',
        base: 'comptages fictifs',
        univers: null,
        exhaustif: false,
        access: 'public',
        statut: 'fictif',
        declaratif: false,
      },
      ...WAVES.map(({ millesime }, index) => ({
        name: `enquete-${millesime}`,
        title: `Recensement fictif, ${index === 0 ? 'première' : 'seconde'} vague`,
        path: `enquete/enquete-${millesime}.csv`,
        sources: [{ title: 'Recensement fictif de la région de démonstration' }],
        licenses: [LICENCE],
        date: `${millesime}-05`,
        base: 'lieux fictifs répondants',
        univers: places.filter(({ opened }) => opened <= Number(millesime)).length,
        exhaustif: false,
        access: 'aggregates',
        statut: 'fictif',
        declaratif: true,
      })),
      ...ACCOUNTS.map((accounts) => ({
        name: `flux-${accounts.exercice}`,
        title: `Comptes fictifs de l’exercice ${accounts.exercice}`,
        path: `flux/flux-${accounts.exercice}.csv`,
        sources: [{ title: 'Comptes fictifs de la région de démonstration' }],
        licenses: [LICENCE],
        date: `${accounts.exercice}-12-31`,
        base: 'financeurs, dispositifs, actions et bénéficiaires fictifs',
        univers: null,
        exhaustif: true,
        access: 'public',
        statut: 'fictif',
        declaratif: false,
        totaux: totalsOf(accounts),
      })),
      {
        name: `subventions-${YEAR}`,
        title: 'Subventions fictives au format national',
        path: `subventions/subventions-${YEAR}.csv`,
        sources: [{ title: 'Collectivités fictives de la région de démonstration' }],
        licenses: [LICENCE],
        date: `${YEAR}-12-31`,
        base: 'subventions de quatre collectivités fictives à des lieux et à des associations fictifs',
        univers: null,
        exhaustif: true,
        access: 'public',
        statut: 'fictif',
        declaratif: false,
      },
    ],
  };
}
