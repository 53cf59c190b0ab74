import type { Data } from '../datasets/data.ts';
import type { Reponse } from '../datasets/enquete.ts';
import type { Scope } from '../model/figure.ts';
import type { Source, TableColumn } from '../model/table.ts';

/** What readers call a wave of the survey: the settings' label, else its year. */
export function nameWave({ settings }: Data, millesime: string): string {
  return settings.millesimes[millesime]?.libelle ?? millesime;
}

/** Year of the questionnaire that a wave was asked with: two questionnaires make two series. */
export function questionnaireOf({ settings }: Data, millesime: string): number {
  return settings.millesimes[millesime]?.questionnaire ?? Number(millesime);
}

/** The waves present in rows, oldest first. */
export function wavesOf(rows: readonly Reponse[]): readonly string[] {
  return [...new Set(rows.map(({ millesime }) => millesime))].sort();
}

/** The key column of a table whose rows belong to waves. */
export function waveColumn(data: Data): TableColumn {
  const labels = Object.fromEntries(wavesOf(data.enquete).map((wave) => [wave, nameWave(data, wave)]));
  return { id: 'millesime', title: 'Vague', role: 'key', labels };
}

/**
 * Who is counted: "lieux répondants au recensement 2026 (Territoire)". No number is said here: a base is gated with
 * its cell, and words are not.
 */
export function surveyChamp(data: Data, scope: Scope, who = 'lieux répondants'): string {
  const waves = wavesOf(data.enquete);
  const place = data.settings.territoires.find(({ id }) => id === scope.territoire);
  const names = waves.map((wave) => nameWave(data, wave)).join(' et ');
  const broken = new Set(waves.map((wave) => questionnaireOf(data, wave))).size > 1;
  return [
    who,
    place ? ` (${place.nom})` : '',
    `, ${waves.length > 1 ? 'recensements' : 'recensement'} ${names}`,
    waves.length > 1 ? ' ; les répondants changent d’une vague à l’autre' : '',
    broken ? ', le questionnaire aussi (rupture de série)' : '',
  ].join('');
}

/** Where a table's answers come from: one source a wave, called as readers call it. */
export function surveySources(data: Data): readonly Source[] {
  return wavesOf(data.enquete).flatMap((wave) => {
    const resource = data.resources.find(({ dataset, millesime }) => dataset === 'enquete' && millesime === wave);
    return resource ? [{ ...resource.source, millesime: nameWave(data, wave) }] : [];
  });
}
