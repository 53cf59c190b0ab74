import { join } from 'node:path';
import type { Fault } from '../csv/fault.ts';
import { findNearest } from '../csv/nearest.ts';
import type { Data } from '../datasets/data.ts';
import { nameFile } from '../datasets/files.ts';
import { datasets } from '../datasets/index.ts';
import { millesimesOf } from '../datasets/millesimes.ts';
import { indicators } from '../indicators/index.ts';
import { enumerate } from '../text/list.ts';
import type { MdxElement } from './mdx.ts';
import type { WrittenText } from './read-texts.ts';

/**
 * The numbers that texts quote and that have no data: a figure without data becomes a card, but a sentence cannot do
 * without its number, and its page cannot be built.
 */
export function checkValues(texts: readonly WrittenText[], data: Data, content: string): readonly Fault[] {
  return texts.flatMap(({ name, elements }) =>
    elements
      .filter((element) => element.name === 'Value' || element.name === 'Chiffre')
      .flatMap((element) => {
        const fault = explainAbsence(element, data);
        return fault
          ? [{ level: 'erreur' as const, file: nameFile(join(content, `${name}.mdx`)), line: element.line, ...fault }]
          : [];
      }),
  );
}

/** Why an indicator has no value there; nothing for one that has, for published numbers, and for ids that name nothing (`checkProse` tells them). */
function explainAbsence({ name, attributes }: MdxElement, data: Data): Omit<Fault, 'level' | 'file'> | undefined {
  const { id, millesime, territoire } = attributes;
  const indicator = indicators.find((candidate) => candidate.id === id);
  if (!indicator) return undefined;
  const empty = indicator.uses.filter((dataset) => data[dataset].length === 0);
  if (empty.length > 0) {
    const waits = enumerate(empty.map((dataset) => `« ${datasets[dataset].title} »`));
    return {
      columnName: `<${name} id>`,
      value: id,
      problem: 'ce nombre n’a pas encore de données',
      expected: `des données (${waits}), ou une phrase qui s’en passe`,
    };
  }
  const years = millesimesOf(data.enquete);
  if (millesime !== undefined && !years.includes(millesime)) {
    const expected = `un millésime de l’enquête : ${enumerate(years, 'ou')}`;
    return { columnName: `<${name} millesime>`, value: millesime, expected, nearest: findNearest(millesime, years) };
  }
  const places = [data.settings.region, ...data.settings.territoires].map((place) => place.id);
  if (territoire !== undefined && !places.includes(territoire)) {
    const expected = 'l’identifiant d’un territoire de observatoire.yaml';
    return {
      columnName: `<${name} territoire>`,
      value: territoire,
      expected,
      nearest: findNearest(territoire, places),
    };
  }
  return undefined;
}
