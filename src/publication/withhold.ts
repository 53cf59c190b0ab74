import type { Data } from '../datasets/data.ts';
import { datasets } from '../datasets/index.ts';
import { figures } from '../figures/index.ts';
import { indicators } from '../indicators/index.ts';
import { plural } from '../text/plural.ts';
import type { Finding } from './change.ts';

type Answers = Data['enquete'];

/**
 * True where so few places answered otherwise that the difference between two published numbers would tell what one of
 * them answered, however safe each number is alone.
 */
export function isRevealing(before: Answers, after: Answers, minimumUnits: number): boolean {
  const [old, now] = [before, after].map(answersByWave) as [Waves, Waves];
  return [...new Set([...old.keys(), ...now.keys()])].some((wave) => {
    const [was, is] = [old.get(wave), now.get(wave)];
    // A wave that appears or leaves as a whole is subtracted from nothing.
    if (!was || !is) return false;
    const units = new Set([...was.keys(), ...is.keys()]);
    const moved = [...units].filter((unit) => was.get(unit) !== is.get(unit)).length;
    return moved > 0 && moved < minimumUnits;
  });
}

/** The finding without any number or word that rests on the survey: only that it changes. */
export function withhold(finding: Finding, minimumUnits: number): Finding {
  if (!restsOnAnswers(finding)) return finding;
  const { pictures, ...rest } = finding;
  const few = plural(minimumUnits, 'lieu', 'lieux');
  const note = `Moins de ${few} ont changé de réponses : la différence dirait ce qu’un lieu a répondu. Elle n’est pas montrée.`;
  return {
    ...rest,
    words: [],
    cells: finding.cells.filter(({ jump }) => jump).map(hideNumbers),
    breaks: [],
    notes: [note],
  };
}

type Waves = ReadonlyMap<string, ReadonlyMap<string, string>>;

function answersByWave(rows: Answers): Waves {
  const waves = Map.groupBy(rows, ({ millesime }) => millesime);
  return new Map(
    [...waves].map(([wave, answers]) => [wave, new Map(answers.map((row) => [row.id_unite, JSON.stringify(row)]))]),
  );
}

function restsOnAnswers({ thing: { kind, id } }: Finding): boolean {
  const declared = kind === 'figure' ? figures : kind === 'valeur' ? indicators : [];
  const uses = declared.find((candidate) => candidate.id === id)?.uses ?? [];
  return uses.some((dataset) => datasets[dataset].access === 'aggregates');
}

/** A jump still asks for its explanation. */
function hideNumbers(cell: Finding['cells'][number]): Finding['cells'][number] {
  return { ...cell, before: undefined, after: undefined, difference: undefined, breaks: [], weight: 0 };
}
