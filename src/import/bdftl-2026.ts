import type { SurveyTarget } from './survey/survey-shape.ts';

/** What is known of the files of 2026: answers as labels, then a box for each answer; the département by name, no INSEE code. */
export const bdftl2026 = {
  millesime: '2026',
  /** Our columns by header; the files hold hundreds of others, of another questionnaire. */
  columns: {
    ID_UNIQUE: 'id_unite',
    NOM: 'nom_du_lieu',
    VILLE: 'commune',
    CODPOST: 'code_postal',
    DEPARTEMENT_TL: 'departement',
    DATE_OUV: 'ouverture',
  } satisfies Readonly<Record<string, SurveyTarget>>,
  /** Our columns that some others come near: said to the team, who alone may say that they ask the same. */
  hints: {
    TYPE_STRUCTURE_GEST: 'forme_juridique',
    statut_foncier: 'occupation',
    familles_tiers_lieux: 'activites',
    activites_toutes: 'activites',
  } satisfies Readonly<Record<string, SurveyTarget>>,
  /** Headers that only this year has. */
  telling:
    /^(?:LATITUDE|LONGITUDE|[A-Z]+_TL|NOM_STRC_GEST|TYPE_STRUCTURE_GEST|statut_lieu|statut_foncier|familles_tiers_lieux|activites_toutes)$/,
} as const;
