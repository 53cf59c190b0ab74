import { expect, test } from 'vitest';
import { pictureCodeOf } from '../../src/components/picture-code.ts';
import { citationOf, creditOf, embedCodeOf, frameTitleOf } from '../../src/components/sharing.ts';
import { observatory } from '../../src/observatory/index.ts';

const figure = observatory.figure('combien-de-lieux')!;
/** With plain spaces: another test sees to the typography. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const own = { ...figure, territoire: observatory.settings.territoires[0]!.id };
const quoted = { ...figure, heading: 'Un titre & des "guillemets" <b>', sources: [{ label: 'Source A' }] };

test('le titre d’un cadre dit de quoi il parle, de quel territoire, d’après quelle source', () => {
  expect(plain(frameTitleOf(quoted))).toBe('Un titre & des "guillemets" <b> : source Source A');
  expect(plain(frameTitleOf(figure))).toMatch(/ : plusieurs sources$/);
  expect(plain(frameTitleOf({ ...own, sources: [{ label: 'Source A' }] }))).toContain(
    ` (${observatory.settings.territoires[0]!.nom}) : source Source A`,
  );
});

test('le code à copier est un cadre, un script et une ligne, chacun sur la sienne', () => {
  const [frame, script, credit, ...rest] = embedCodeOf(quoted).split('\n');
  expect(frame).toMatch(
    /^<iframe id="otl-combien-de-lieux" title="Un titre &amp; des &quot;guillemets&quot; &lt;b&gt;/,
  );
  expect(frame).toMatch(/ width="100%" height="\d+" scrolling="no" frameborder="0" loading="lazy" .*><\/iframe>$/);
  expect(script).toBe('<script async src="/integrer/v1.js"></script>');
  expect(credit).toBe(creditOf(quoted));
  expect(rest).toEqual([]);
});

test('la figure d’un territoire mène à sa place dans la page du territoire', () => {
  expect(embedCodeOf(own)).toContain(`src="/integrer/${own.territoire}/combien-de-lieux/"`);
  expect(embedCodeOf(own)).toContain(`id="otl-${own.territoire}-combien-de-lieux"`);
  expect(creditOf(own)).toContain(`href="/portrait/${own.territoire}/#combien-de-lieux"`);
});

test('la ligne sous le cadre donne le lien, l’observatoire, les sources et la licence', () => {
  expect(plain(creditOf(quoted))).toBe(
    `<p><a href="/graphiques/combien-de-lieux/">Un titre &amp; des &quot;guillemets&quot; &lt;b&gt;</a> : ${observatory.settings.nom} ${observatory.settings.region.en}, d’après Source A, CC BY-SA 4.0</p>`,
  );
});

test('là où les cadres sont retirés : une image décrite, qui mène à la page, et la même ligne', () => {
  const [picture, credit] = pictureCodeOf(figure).split('\n');
  expect(picture).toMatch(
    /^<a href="\/graphiques\/combien-de-lieux\/"><img src="\/graphiques\/combien-de-lieux\.png" alt="[^"]{40,}" width="\d+" height="\d+" loading="lazy" style="max-width:100%;height:auto"><\/a>$/,
  );
  expect(credit).toBe(creditOf(figure));
});

test('la référence dit qui, quoi, où, chaque source une fois avec ses années, l’adresse et la licence', () => {
  const { nom, region, territoires } = observatory.settings;
  const sources = [
    { label: 'Recensement 2023, Réseau A', millesime: '2023' },
    { label: 'Comptes B', millesime: '2024' },
    { label: 'Comptes B', millesime: '2025' },
    { label: 'Presse C' },
  ];
  const who = `${nom} ${region.en}`;
  expect(plain(citationOf({ ...quoted, heading: 'Un titre', sources: sources.slice(0, 1) }))).toBe(
    `${who}, « Un titre », d’après Recensement 2023, Réseau A, /graphiques/combien-de-lieux/, CC BY-SA 4.0.`,
  );
  expect(plain(citationOf({ ...own, heading: 'Un titre', sources }))).toBe(
    `${who}, « Un titre (${territoires[0]!.nom}) », d’après Recensement 2023, Réseau A, Comptes B, 2024 et 2025, et Presse C, /portrait/${own.territoire}/#combien-de-lieux, CC BY-SA 4.0.`,
  );
});

test('la ligne ne nomme pas plus de deux sources : la figure les cite toutes', () => {
  const from = (...labels: string[]) => plain(creditOf({ ...quoted, sources: labels.map((label) => ({ label })) }));
  expect(from('A', 'B', 'A')).toContain(', d’après A et B, CC');
  expect(from('A', 'B', 'C')).toContain(', d’après plusieurs sources, citées dans la figure, CC');
});
