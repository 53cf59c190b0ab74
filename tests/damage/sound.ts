import { enquete, type SurveyColumn } from '../../src/datasets/enquete.ts';

/** Answers of three invented places; what is not here, they did not say. */
const ANSWERS: readonly Partial<Record<SurveyColumn, string>>[] = [
  {
    id_unite: 'rep-1',
    consentement: 'annuaire',
    code_insee: '02408',
    ouverture: '2015',
    forme_juridique: 'Association',
    activites: 'Coworking; Fablab',
    surface: '1200,5',
    emplois_total: '4',
    emplois_femmes: '2',
    travaux: 'oui',
    loyer_annuel: '12500,00',
  },
  {
    id_unite: 'rep-2',
    consentement: 'aucun',
    code_insee: '59350',
    ouverture: '2018-09-01',
    forme_juridique: 'Scic',
    activites: 'Café, cantine ou restaurant; Formation',
    surface: '800',
    emplois_total: '3',
    travaux: 'non',
    loyer_annuel: '9000,00',
  },
  {
    id_unite: 'rep-3',
    consentement: 'tout',
    code_insee: '62765',
    ouverture: '2020',
    forme_juridique: 'Association',
    activites: 'Fablab',
    surface: '450',
    emplois_total: '1',
    travaux: 'non',
    loyer_annuel: '6000,00',
  },
];

const asked = Object.keys(enquete.columns) as readonly SurveyColumn[];

/** Small files without a fault, a few lines each, as each damage finds them; all places are invented. */
export const SOUND = {
  // Ours, as they lie in data/.
  'data/lieux/lieux.csv': `id;nom;commune;code_insee;latitude;longitude;position;types;forme_juridique;cercle;site_web;activite_citee;cite_comme;cite_le;source;verifie_le;retire_le
lieu-a;Lieu A;Laon;02408;49,5641;3,6199;exacte;Fab lab;association;cercle-1;https://a.example.org/;atelier de réparation;tiers-lieu;2024-05-13;https://example.org/liste;;
lieu-b;Lieu B;Lille;59350;50,6321;3,0577;exacte;;;;;café associatif;tiers-lieu;2024;https://example.org/liste;;
lieu-c;Lieu C;Saint-Omer;62765;;;;Atelier partagé;;;;;tiers-lieu;2024;https://example.org/liste;;
`,
  'data/reperes/reperes.csv': `id;serie;rang;modalite;libelle;territoire;millesime;valeur;unite;precision;statut;champ;base;base_precision;source;url;reference;note
lieux-un;lieux;1;;Lieux connus;région;2023;1245;lieux;exact;constaté;tous;;;Source A;https://example.org/a;;
part-un;part;1;;Part des lieux;région;2023;45,5;%;environ;déclaré;répondants;120;exact;Source A;https://example.org/a;;
credit-un;credit;1;;Crédit;région;2024;137825,5;€;exact;voté;tous;;;Source B;https://example.org/b;;
`,
  'data/enquete/enquete-2026.csv': `${[asked.join(';'), ...ANSWERS.map((answer) => asked.map((id) => quote(answer[id] ?? '')).join(';'))].join('\n')}\n`,
  'data/subventions/subventions-2025.csv': `nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;rnaBeneficiaire;objet;montant;nature;conditionsVersement;datesPeriodeVersement;idRAE;notificationUE;pourcentageSubvention;dispositifAide
Collectivité A;99000000100018;2025-03-30;A-1;Association A;05000000100011;;Fonctionnement;12500.50;aide en numéraire;unique;2025-04-15;;non;1;
Collectivité A;99000000100018;2025-03-30;A-2;Association B;99000000200016;;Travaux;8000;aide en nature;échelonné;2025-04-15/2025-12-31;;non;1;
`,

  // Of other organisations, as they arrive.
  'scdl.csv': `nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,rnaBeneficiaire,objet,montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,notificationUE,pourcentageSubvention
Collectivité A,99000000100018,2025-03-30,A-1,Association A,05000000100011,,Fonctionnement,12500.50,aide en numéraire,unique,2025-04-15,,non,1
Collectivité A,99000000100018,2025-03-30,A-2,Association B,99000000200016,,Travaux,8000,aide en nature,échelonné,2025-04-15/2025-12-31,,non,1
Collectivité A,99000000100018,2025-03-30,A-3,Association C,45032466000007,,Équipement,1500,aide en numéraire,unique,2025-06-15,,non,1
`,
  'opendatasoft.csv': `geo_point_2d;nom;type;commune;code_insee;code_postal;departement;site_web;date_maj
49.5700, 3.6300;L’Atelier Imaginaire;Fab lab;Laon;02408;02000;Aisne;https://imaginaire.example.org/;2025-03-01
50.6400, 3.0700;Le Garage Fictif;Coworking;Lille;59350;59000;Nord;;2025-03-01
50.7500, 2.2600;La Halle Inventée;Living lab;Saint-Omer;62765;62500;Pas-de-Calais;;2025-03-01
`,
  'cget.csv': `ID,NOM_TL,CP,COMINIT,INSEECOM,NOMCOM,WEB,TYPO,LAT,LONG,GEOCOD,PRECISION
1,L’Atelier Imaginaire,02000,Laon,02408,Laon,http://imaginaire.example.org/,Tiers lieux à dominante fablab,49.57,3.63,1 rue du Test,0.9
2,Le Garage Fictif,59000,Lille,59350,Lille,,Tiers lieux à dominante coworking,50.64,3.07,2 rue du Test,0.9
`,
  'mediation.csv': `id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,site_web,date_maj
m-1,,L’Atelier Imaginaire,Laon,02000,02408,1 rue du Test,49.57,3.63,TIERS_LIEUX,https://imaginaire.example.org/,2025-03-01
m-2,,Le Garage Fictif,Lille,59000,59350,2 rue du Test,50.64,3.07,TIERS_LIEUX,,2025-03-01
`,
  'google-forms.csv': `Horodateur,Identifiant du lieu,Code INSEE,Accord de publication,Activités,Emplois directs,Loyer annuel,Date d’ouverture,Travaux prévus
2026/03/12 10:11:12 AM UTC+1,rep-1,02408,L’annuaire seulement,"Coworking, Fablab",4,"12500,50",2015,Oui
2026/03/13 10:11:12 AM UTC+1,rep-2,59350,Rien sous le nom du lieu,"Café, cantine ou restaurant, Formation",3,9000,2018-09-01,Non
`,
  'limesurvey.csv': `"id";"submitdate";"lastpage";"startlanguage";"idunite";"codeinsee";"consentement";"activites[coworking]";"activites[fablab]";"surface";"ouverture"
"1";"2026-03-12 10:00:00";"4";"fr";"rep-1";"02408";"annuaire";"Y";"Y";"1200.5000000000";"2015-09-01 00:00:00"
"2";"2026-03-13 10:00:00";"4";"fr";"rep-2";"59350";"aucun";"";"Y";"800.0000000000";"2018-09-01 00:00:00"
`,
  'bdftl-fiche.csv': `ID_UNIQUE;NOM;VILLE;CODPOST;DEPARTEMENT_TL;DATE_OUV
12;L’Atelier Imaginaire;Laon;02000;Aisne;2015
34;Le Garage Fictif;Lille;59000;Nord;2018
`,
  'bdftl-activites.csv': `ID_UNIQUE;NOM;Activités;Coworking;Fablab;Formation
12;L’Atelier Imaginaire;Coworking;1;0;0
34;Le Garage Fictif;Fablab;0;1;0
`,
} as const;

/** The name of a sound file. */
export type SoundFile = keyof typeof SOUND;

function quote(cell: string): string {
  return cell.includes(';') ? `"${cell}"` : cell;
}
