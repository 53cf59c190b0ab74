import type { Data } from '../datasets/data.ts';
import { datasets } from '../datasets/index.ts';
import { millesimesOf } from '../datasets/millesimes.ts';
import { partitionOf } from '../datasets/territories.ts';
import { figures } from '../figures/index.ts';
import { indicators } from '../indicators/index.ts';
import type { PublishedTable } from '../model/table.ts';
import { plural } from '../text/plural.ts';
import { publishAll } from './publish-all.ts';
import { dataIn, scopesOf } from './scopes.ts';

/**
 * What secrecy will take from the survey's figures, told to the team before they publish: territories where too few
 * places answered, then each figure with the cells that will show "s", place by place. Empty where nothing is masked.
 */
export function reportMasking(data: Data): string {
  const survey = figures.filter(({ uses }) => uses.some((id) => datasets[id].access === 'aggregates'));
  if (data.enquete.length === 0) return '';
  const publication = publishAll(data, figures, indicators);
  const masked = survey.flatMap(({ id, uses, scopes }) =>
    scopesOf(data, uses, scopes).flatMap((scope) => {
      const tables = Object.values(publication.tables(id, scope) ?? {});
      const { hidden, all } = countCells(tables);
      return hidden === 0 ? [] : [{ id, place: nameOf(data, scope), hidden, all }];
    }),
  );
  const lines = [...Map.groupBy(masked, ({ id }) => id)].map(
    ([id, places]) =>
      `  ${id} : ${places.map(({ place, hidden, all }) => `${hidden} sur ${all} (${place})`).join(', ')}`,
  );
  return [
    `Secret statistique, ${data.settings.region.nom} : ce qui ne sera pas montré`,
    ...silentTerritories(data).map((line) => `  ${line}`),
    ...(lines.length > 0 ? ['  Cases marquées « s », par figure :', ...lines.map((line) => `  ${line}`)] : []),
  ].join('\n');
}

function silentTerritories(data: Data): readonly string[] {
  const { effectifMinimum } = data.settings;
  return millesimesOf(data.enquete).flatMap((millesime) =>
    partitionOf(data).flatMap((territory) => {
      const answers = dataIn(data, { millesime, territoire: territory.id }).enquete.length;
      if (answers >= effectifMinimum) return [];
      const missing = plural(effectifMinimum - answers, 'réponse', 'réponses');
      return [
        `${territory.nom}, ${millesime} : ${plural(answers, 'réponse', 'réponses')}, effectif insuffisant ; il en manque ${missing}`,
      ];
    }),
  );
}

function countCells(tables: readonly PublishedTable[]): { readonly hidden: number; readonly all: number } {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)));
  return { hidden: cells.filter(({ sign }) => sign === 's').length, all: cells.length };
}

function nameOf(
  { settings }: Data,
  { millesime, territoire }: { readonly millesime: string; readonly territoire: string },
): string {
  const place = settings.territoires.find(({ id }) => id === territoire)?.nom ?? settings.region.nom;
  return /^\d/.test(millesime) ? `${place}, ${millesime}` : place;
}
