import { expect, test } from 'vitest';
import { ADVICE, adviceFor } from '../../src/report/advice.ts';
import { saidProblems, saidTexts } from './said-problems.ts';

/** Where faults of the team's files are worded. */
const ROOMS = ['csv', 'datasets', 'observatory', 'reminders'] as const;

const advise = (problem: string) => adviceFor({ level: 'erreur', file: '', problem, expected: '' });

// Advice hangs on the words of a problem: words changed on one side only show here.
test.each(saidProblems(ROOMS))('« %s » a son conseil, une phrase sans majuscule ni point', (problem) => {
  expect(advise(problem)).toMatch(/^[\p{Ll}«].+[^.]$/u);
});

test('chaque conseil répond à un problème que le code dit, et aucun autre ne passe devant lui', () => {
  // « c’est un PDF » is put together from what the file is.
  const said = saidTexts([...ROOMS, 'import', 'report']).flatMap((text) => [text, `c’est ${text}`]);
  const given = new Set(said.map(advise));
  expect(ADVICE.map(([, advice]) => advice).filter((advice) => !given.has(advice))).toEqual([]);
});
