import type { Link } from '../../src/reminders/links.ts';
import { settlePlaces } from './places.ts';

/** One respondent in so many is left without link, so that the team sees what is then asked of it. */
const LEFT_OPEN = 25;

/** Which fictional respondent is which place of the fictional directory: private even here, so in no file of data/. */
export function linkDemonstration(): readonly Link[] {
  return settlePlaces()
    .filter(({ waves }) => waves.length > 0)
    .map(({ unit, number, consent, commune }): Link => {
      const isListed = consent !== 'aucun';
      const named = { id_unite: unit, nom: `Lieu ${number}`, commune: commune.nom };
      if (!isListed) return { ...named, lieu: null, lien: 'hors-annuaire', proches: null };
      const lieu = `lieu-${number}`;
      return number % LEFT_OPEN === 0
        ? { ...named, lieu: null, lien: 'a-completer', proches: `${lieu} (${named.nom}, ${named.commune})` }
        : { ...named, lieu, lien: 'verifie', proches: null };
    })
    .toSorted((a, b) => a.id_unite.localeCompare(b.id_unite));
}
