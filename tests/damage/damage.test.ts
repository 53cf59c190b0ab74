import { describe, expect, test } from 'vitest';
import type { Damage } from './damage.ts';
import { encodings } from './encodings.ts';
import { layout } from './layout.ts';
import { places } from './places.ts';
import { SOUND, type SoundFile } from './sound.ts';
import { texts } from './texts.ts';
import { readSound, tryDamage } from './try-damage.ts';
import { values } from './values.ts';

const FAMILIES: Readonly<Record<string, readonly Damage[]>> = {
  'les octets': encodings,
  'les lignes et les colonnes': layout,
  'les nombres, les dates et les réponses': values,
  'les lieux et les communes': places,
  'les textes': texts,
};

test.each(Object.keys(SOUND) as SoundFile[])('%s est sain', async (file) => {
  const { code, out } = await readSound(file);
  expect({ code, out: file.startsWith('data/') ? out : '' }).toEqual({ code: 0, out: '' });
  expect(out).not.toMatch(/^ {2,4}(?:Erreur|Avertissement)/m);
});

test('chaque dégât a son nom', () => {
  const names = Object.values(FAMILIES).flatMap((family) => family.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
});

describe.each(Object.entries(FAMILIES))('un seul dégât, dans %s', (_, family) => {
  test.each(family.map((damage) => [`${damage.name} (${damage.file}) : ${damage.outcome}`, damage] as const))(
    '%s',
    async (_, { said, outcome, ...damage }) => {
      const got = await tryDamage(damage);
      expect(got).toEqual({ outcome, said: said.replace(/^\n/, '') });
    },
  );
});
