import { describe, expect, test } from 'vitest';
import type { Data } from '../../src/datasets/data.ts';
import { countAnswers } from '../../src/reminders/count-answers.ts';
import { describeFollowUp } from '../../src/reminders/describe-follow-up.ts';
import { followUp } from '../../src/reminders/follow-up.ts';
import type { Link } from '../../src/reminders/links.ts';
import { link, observe, place, wave } from './observatory.ts';

/** Each place as "id group status status…", in the order of calls. */
function lines(data: Data, links: readonly Link[], millesime?: string) {
  return followUp(data, links, millesime).places.map(({ lieu, group, statuses }) =>
    [lieu.id, group, ...statuses].join(' '),
  );
}

const B = { commune: 'Commune B1', code_insee: 'ZB001' };

describe('qui appeler d’abord', () => {
  const data = observe(
    [place('a'), place('b'), place('c'), place('d')],
    [...wave('3001', [1, 2]), ...wave('3003', [1, 4])],
  );
  const links = [link('u1', { lieu: 'a' }), link('u2', { lieu: 'b' }), link('u4', { lieu: 'd' })];

  test('qui a déjà répondu mais pas cette fois, puis qui n’a jamais répondu, puis qui a répondu', () => {
    expect(lines(data, links)).toEqual([
      'b avant oui non',
      'c jamais non non',
      'a repondu oui oui',
      'd repondu non oui',
    ]);
  });

  test('pour un autre millésime que le dernier', () => {
    expect(lines(data, links, '3001')).toEqual([
      'd avant non oui',
      'c jamais non non',
      'a repondu oui oui',
      'b repondu oui non',
    ]);
  });

  test('pour un recensement dont aucune réponse n’est encore déposée', () => {
    const { current, places } = followUp(data, links, '3005');
    expect(current).toEqual({ millesime: '3005', nom: '3005' });
    expect(places.map(({ group, last }) => `${group} ${last?.nom}`)).toEqual([
      'avant N+2',
      'avant N',
      'avant N+2',
      'jamais undefined',
    ]);
  });

  test('un lieu que deux pseudonymes désignent, d’une vague à l’autre, est un seul lieu', () => {
    const renamed = [link('u2', { lieu: 'b' }), link('u4', { lieu: 'b' }), link('u1', { lieu: 'a' })];
    expect(lines(data, renamed)).toContain('b repondu oui oui');
  });
});

describe('un répondant que rien ne relie', () => {
  test('se dit avec les seules vagues où il a répondu', () => {
    const observed = observe([place('a')], [...wave('3001', [1, 2]), ...wave('3003', [1])]);
    const { strangers } = followUp(observed, []);
    expect(strangers.map(({ id_unite, waves }) => [id_unite, waves.map(({ nom }) => nom)])).toEqual([
      ['u1', ['N', 'N+2']],
      ['u2', ['N']],
    ]);
  });

  const data = observe([place('a'), place('b', B), place('c', { code_insee: null })], wave('3003', [1]));

  test('met en doute les lieux de sa commune, et ceux dont on ignore la commune', () => {
    expect(lines(data, [])).toEqual(['b jamais non', 'a verifier inconnu', 'c verifier inconnu']);
  });

  test('ne met plus rien en doute quand on le sait hors annuaire', () => {
    const found = followUp(data, [link('u1', { lien: 'hors-annuaire', nom: 'Ailleurs' })]);
    expect(found.places.map(({ group }) => group)).toEqual(['jamais', 'jamais', 'jamais']);
    expect(found.strangers).toMatchObject([
      { id_unite: 'u1', nom: 'Ailleurs', isOutside: true, commune: 'Commune A1' },
    ]);
  });
});

test('un lieu retiré n’est dans aucune liste, ni parmi les lieux ni parmi les répondants', () => {
  const data = { ...observe([place('a')], wave('3003', [1, 2])), retraits: [{ id: 'parti', retire_le: '3003-02-01' }] };
  const found = followUp(data, [link('u1', { lieu: 'a' }), link('u2', { lieu: 'parti', nom: 'Lieu parti' })]);
  expect(found.places.map(({ lieu }) => lieu.id)).toEqual(['a']);
  expect(found.strangers).toEqual([]);
  expect(JSON.stringify(found)).not.toContain('parti');
});

test('le cercle vient de l’annuaire, sinon de la réponse du lieu, jamais de la commune', () => {
  const data = observe(
    [place('a', { cercle: 'cercle-1' }), place('b'), place('c')],
    wave('3003', [2, 3]).map((row, index) => ({ ...row, cercle: index === 0 ? 'cercle-1' : null })),
  );
  const found = followUp(data, [link('u2', { lieu: 'b' }), link('u3', { lieu: 'c' })]);
  expect(countAnswers(found, 'cercle', 'Sans cercle connu')).toEqual([
    { label: 'Cercle 1', known: 2, answered: [1] },
    { label: 'Sans cercle connu', known: 1, answered: [1] },
  ]);
});

describe('ce qu’en dit la commande', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  test('sans enquête', () => {
    const found = followUp(observe([place('a'), place('b')]), []);
    expect(found.places.map(({ group }) => group)).toEqual(['jamais', 'jamais']);
    expect(plain(describeFollowUp(found))).toBe(
      'Aucune enquête n’est déposée : les 2 lieux de l’annuaire sont tous à interroger.',
    );
  });

  test('avec une enquête', () => {
    const data = observe([place('a'), place('b', B), place('c', B)], [...wave('3001', [2]), ...wave('3003', [1, 9])]);
    const links = [link('u1', { lieu: 'a' }), link('u2', { lieu: 'b' }), link('u9', { lien: 'hors-annuaire' })];
    expect(plain(describeFollowUp(followUp(data, links)))).toBe(
      [
        'Recensement N+2 : 2 réponses, dont 1 sans lieu connu de l’annuaire.',
        'Sur 3 lieux de l’annuaire : 1 a répondu, 1 à relancer d’abord (déjà répondu à un autre recensement), 1 sans aucune réponse connue, 0 à vérifier (lien inconnu).',
      ].join('\n'),
    );
  });
});
