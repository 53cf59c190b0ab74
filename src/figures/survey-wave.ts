import type { Data } from '../datasets/data.ts';
import { millesimesOf, nameMillesime, questionnaireOf } from '../datasets/millesimes.ts';
import type { Scope } from '../model/figure.ts';
import type { Source, TableColumn } from '../model/table.ts';

/** The key column of a table whose rows belong to waves. */
export function waveColumn(data: Data): TableColumn {
  const labels = Object.fromEntries(
    millesimesOf(data.enquete).map((wave) => [wave, nameMillesime(data.settings, wave)]),
  );
  return { id: 'millesime', title: 'Vague', role: 'key', labels };
}

/**
 * Who is counted: "lieux répondants au recensement 2026 (Territoire)". No number is said here: a base is gated with
 * its cell, and words are not.
 */
export function surveyChamp(data: Data, scope: Scope, who = 'lieux répondants'): string {
  const waves = millesimesOf(data.enquete);
  const place = data.settings.territoires.find(({ id }) => id === scope.territoire);
  const names = waves.map((wave) => nameMillesime(data.settings, wave)).join(' et ');
  const broken = new Set(waves.map((wave) => questionnaireOf(data.settings, wave))).size > 1;
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
  return millesimesOf(data.enquete).flatMap((wave) => {
    const resource = data.resources.find(({ dataset, millesime }) => dataset === 'enquete' && millesime === wave);
    return resource ? [{ ...resource.source, millesime: nameMillesime(data.settings, wave) }] : [];
  });
}
