import { join } from 'node:path';
import { answerWave } from '../../scripts/demonstration/answers.ts';
import { settlePlaces, WAVES } from '../../scripts/demonstration/places.ts';
import { type Random, seed } from '../../scripts/demonstration/random.ts';
import type { Data } from '../../src/datasets/data.ts';
import { enquete, type Reponse } from '../../src/datasets/enquete.ts';
import { loadObservatory } from '../../src/datasets/load.ts';

const ROOT = join(import.meta.dirname, '../..');
const { data: loaded } = await loadObservatory({
  data: join(ROOT, 'data/demonstration'),
  content: join(ROOT, 'content/demonstration'),
  demonstration: true,
});

if (!loaded) throw new Error('The demonstration cannot be loaded');

/** The demonstration as it is in the repository. */
export const demonstration: Data = loaded;

const EMPTY = Object.fromEntries(Object.entries(enquete.columns).map(([id, { empty }]) => [id, empty]));

/** A commune that no territory knows. */
const ELSEWHERE = 'ZZ999';

/** What spoils a survey: chances that a place lies nowhere, that a question has no answer, that an amount crushes others. */
interface Accidents {
  readonly elsewhere: number;
  readonly silence: number;
  readonly giant: number;
}

/** The demonstration with another survey, drawn at random: the same number gives the same survey. */
export function drawSurvey(number: number, size: number, waves = 1): Data {
  const random = seed(`survey ${number}`);
  const accidents = {
    elsewhere: random.pick({ 0: 4, 0.02: 3, 0.1: 3 }),
    silence: random.pick({ 0: 4, 0.1: 4, 0.5: 2 }),
    giant: random.pick({ 0: 3, 0.01: 4, 0.05: 3 }),
  };
  const places = settlePlaces(spread(size, random), `-${number}-`);
  const rows = WAVES.slice(-waves).flatMap((wave) =>
    answerWave(places, wave).map((answers) => ({
      ...EMPTY,
      ...spoil(answers, accidents, random),
      millesime: wave.millesime,
    })),
  );
  return { ...demonstration, enquete: rows as unknown as readonly Reponse[] };
}

/** Places by territory, each holding from almost none to most. */
function spread(size: number, random: Random): Readonly<Record<string, number>> {
  const codes = ['T1', 'T2', 'T3', 'T4'];
  const weights = codes.map(() => random.next() ** 2 + 0.02);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = weights.slice(1).map((weight) => Math.round((size * weight) / whole));
  return Object.fromEntries(
    codes.map((code, index) => [
      code,
      index === 0 ? size - counts.reduce((sum, count) => sum + count, 0) : (counts[index - 1] ?? 0),
    ]),
  );
}

function spoil(answers: Partial<Reponse>, accidents: Record<keyof Accidents, string | number>, random: Random) {
  const happens = (accident: keyof Accidents) => random.next() < Number(accidents[accident]);
  const kept = Object.entries(answers).flatMap(([id, answer]) => {
    if (id !== 'id_unite' && id !== 'code_insee' && happens('silence')) return [];
    return [[id, typeof answer === 'number' && happens('giant') ? answer * 1000 : answer]];
  });
  return { ...Object.fromEntries(kept), ...(happens('elsewhere') ? { code_insee: ELSEWHERE } : {}) };
}
