import { describe, expect, test } from 'vitest';
import { findTypedStatistics } from '../../../src/observatory/edition/typed-statistics.ts';
import { parseMdx } from '../../../src/observatory/mdx.ts';

const found = (body: string) => findTypedStatistics(parseMdx(body)).map(({ line, text }) => [line, text]);

describe('un nombre tapé qui mesure quelque chose est vu, avec sa ligne', () => {
  test.each([
    ['Il y a 153 lieux ici.', 1, 'y a 153 lieux ici.'],
    ['Texte,\npuis 47 % des lieux.', 2, 'Texte, puis 47 % des'],
    ['Un budget de 3 000 €.', 1, 'budget de 3 000 €.'],
    ['Un budget de 2,5 millions d’euros.', 1, 'budget de 2,5 millions d’euros.'],
    ['12 lieux sur 40.', 1, '12 lieux sur'],
    ['500 m² de halle.', 1, '500 m² de'],
    ['De 3 à 5 lieux.', 1, '3 à 5 lieux.'],
    ['Quarante pour cent des lieux.', 1, 'Quarante pour cent des lieux.'],
    ['Un lieu sur deux.', 1, 'Un lieu sur deux.'],
    ['La moitié des lieux.', 1, 'La moitié des lieux.'],
    ['Deux cents emplois.', 1, 'Deux cents emplois.'],
    ['## Les 3 règles', 1, 'Les 3 règles'],
    ['Mot<Note>Il y en a 40 lieux.</Note>.', 1, 'en a 40 lieux.'],
    ['<Encadre titre="12 lieux">x</Encadre>', 1, '12 lieux'],
    ['<Retenir>\n\n- 12 lieux\n\n</Retenir>', 3, '12 lieux'],
  ])('%s', (body, line, text) => expect(found(body)).toEqual([[line, text]]));
});

describe('le reste est libre', () => {
  test.each([
    ['dates', 'Les 6 et 7 novembre 2025, le 1er mai, du 3 au 5 juin, en 2023, de 2024 à 2026.'],
    ['heures et durées', 'À 9 h 30, de 9 h 30 à 11 h 15, pendant 20 minutes, un bail de 9 ans, en 2 ou 3 jours.'],
    ['prix de billets', 'Le billet coûte 12 €. L’entrée est à 5 euros.'],
    ['citations', '« Il y a 30 lieux », dit-elle. <Citation auteur="A">30 lieux</Citation>'],
    ['citation en bloc', '> Nous avons 30 lieux.'],
    ['rangs', 'La figure 3, les pages 12 à 15, l’article 4, le 3e cycle, la salle 2, n° 7.'],
    ['adresses', '12, rue des Lilas, 59000 Ville.'],
    ['noms', 'Le Lieu 12, le Territoire 1, la vague N+2, la licence CC BY-SA 4.0.'],
    ['nombres lus dans les données', '<Value id="a" /> lieux. <Nombre source="b">30 lieux</Nombre>'],
    ['nombres dont une note donne la source', 'Il y a 30 lieux<Note>Source : le rapport.</Note>.'],
    ['petits nombres en lettres', 'Trois questions, deux salles, une dizaine de chaises, des centaines de fois.'],
    ['code', '`30 lieux`'],
  ])('%s', (_, body) => expect(found(body)).toEqual([]));
});
