/** Who counts how many places: the figure that a sheet opens or ends with. */
export const COUNTS: readonly string[] = ['combien-de-lieux', 'enquete-couverture'];

/** What a sheet may show, most telling first; of alternatives the survey's own comes before what was published elsewhere. */
export const SHOWN: readonly (readonly string[])[] = [
  ['enquete-milieux', 'localisation-des-lieux'],
  ['enquete-vocations', 'activites-region-et-france'],
  ['enquete-partenaires', 'partenaires'],
  ['enquete-emplois', 'emplois-des-femmes'],
  ['enquete-publics'],
  ['enquete-gouvernance', 'vie-du-reseau'],
  ['enquete-formes-juridiques', 'formes-juridiques-en-france'],
  ['enquete-formations', 'emplois-selon-la-source'],
  ['enquete-participation'],
  ['enquete-transitions'],
  ['enquete-anciennete'],
];
