import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadObservatory } from '../../src/datasets/load.ts';
import { reportMasking } from '../../src/observatory/report-masking.ts';

const ROOT = join(import.meta.dirname, '../..');

async function report(folder: string): Promise<readonly string[]> {
  const { data } = await loadObservatory({
    data: join(ROOT, 'data', folder),
    content: join(ROOT, 'content', folder),
    demonstration: folder !== '',
  });
  return reportMasking(data!).split('\n');
}

test('l’équipe sait avant de publier quels territoires se tairont et combien de réponses il leur manque', async () => {
  const lines = await report('demonstration');
  expect(lines[0]).toBe('Secret statistique, Région de démonstration : ce qui ne sera pas montré');
  expect(lines).toContainEqual(
    expect.stringMatching(/^ {2}Territoire 4, 3003 : 9.réponses, effectif insuffisant ; il en manque 11.réponses$/),
  );
});

test('et dans quelles figures des cases porteront « s »', async () => {
  const line = (await report('demonstration')).find((candidate) => candidate.includes('enquete-flux-ressources'));
  expect(line).toMatch(/^ {4}enquete-flux-ressources : \d+ sur 78 \(Région de démonstration, 3001\), \d+ sur 78/);
});

test('sans réponses, rien n’est à dire', async () => {
  expect(await report('')).toEqual(['']);
});
