import { expect, test } from 'vitest';
import { figure } from '../../src/figures/carte-des-cercles.ts';
import { drawFigure, loadReal, publishFigure, sentencesOf } from './real.ts';

const data = await loadReal();
const [first, second] = data.settings.territoires.filter(({ type }) => type === 'cercle');

/** The directory with three places that say which cercle they belong to: an invented answer, for the test only. */
const told = {
  ...data,
  lieux: data.lieux.map((lieu, i) => ({ ...lieu, cercle: i < 2 ? first!.id : i === 2 ? second!.id : null })),
};

test('sans lieu qui dise son cercle, la figure n’a pas de ligne : elle reste une question', () => {
  const unknown = { ...data, lieux: data.lieux.map((lieu) => ({ ...lieu, cercle: null })) };
  expect(publishFigure(figure, unknown).main.rows).toEqual([]);
});

test('un lieu n’est que dans le cercle qu’il déclare, jamais dans celui de sa commune', () => {
  const { main } = publishFigure(figure, told);
  expect(main.sources).toEqual(data.resources.filter(({ dataset }) => dataset === 'lieux').map(({ source }) => source));
  expect(main.rows.map(({ key }) => key)).toEqual([
    { cercle: first!.id, lieu: data.lieux[0]!.id },
    { cercle: first!.id, lieu: data.lieux[1]!.id },
    { cercle: second!.id, lieu: data.lieux[2]!.id },
  ]);
  expect(sentencesOf(figure, told)).toEqual({
    finding: undefined,
    subtitle: '3 lieux de 2 cercles, là où ils sont. Un cercle n’a pas de frontière',
    reading: `Chaque point est un lieu : ${data.lieux[0]!.nom} est du cercle ${first!.nom}`,
    summary: `Une petite carte pour chaque cercle. ${first!.nom} : 2 lieux ; ${second!.nom} : 1 lieu.`,
  });
});

test.each([600, 310])('l’image dit à %i px quels cercles n’ont pas de lieu connu', (width) => {
  const { svg, marks } = drawFigure(figure, told, width);
  expect(marks).toHaveLength(3);
  const words = svg
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/- /g, '-');
  const without = data.settings.territoires.filter(({ type }) => type === 'cercle').slice(2);
  expect(words).toContain('Sans lieu connu : ');
  for (const { nom } of without) expect(words).toContain(`cercle ${nom}`);
});
