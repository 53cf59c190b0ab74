import type { SurveyTarget } from './survey/survey-shape.ts';

/** What is known of the files of 2023: codes in capitals, boxes 0 or 1, the INSEE code in the file of identities. */
export const bdftl2023 = {
  millesime: '2023',
  /** Our columns by header; the files hold hundreds of others, of another questionnaire. */
  columns: {
    ID_UNIQUE: 'id_unite',
    NOM: 'nom_du_lieu',
    Insee: 'code_insee',
    VILLE: 'commune',
    CODPOST: 'code_postal',
  } satisfies Readonly<Record<string, SurveyTarget>>,
  /** Our columns that some others come near: said to the team, who alone may say that they ask the same. */
  hints: {
    TYPE_ACT_NUMER: 'activites',
    OFFRE_NUM_MENUM: 'mediation_numerique',
    THEME_FORM_NUMER: 'formations',
  } satisfies Readonly<Record<string, SurveyTarget>>,
  /** Headers that only this year has. */
  telling: /^(?:Insee|NOM_STRC_PORT|(?:TYPE_ACT|PROD|THEME_FORM|OFFRE_NUM|EQPT)_[A-Z_]+)$/,
} as const;
