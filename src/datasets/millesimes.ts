import type { Settings } from './settings.ts';

/** The years of data present in rows, oldest first. */
export function millesimesOf(rows: readonly { readonly millesime: string }[]): readonly string[] {
  return [...new Set(rows.map(({ millesime }) => millesime))].sort();
}

/** What readers call a year of data: the settings' label, else the year itself. */
export function nameMillesime({ millesimes }: Settings, millesime: string): string {
  return millesimes[millesime]?.libelle ?? millesime;
}

/** Year of the questionnaire that a year of data was asked with, its own unless the settings say another. */
export function questionnaireOf(settings: Settings | null, millesime: string): number {
  return settings?.millesimes[millesime]?.questionnaire ?? Number(millesime);
}
