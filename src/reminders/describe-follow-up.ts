import { plural } from '../text/plural.ts';
import { typo } from '../text/typography.ts';
import type { FollowUp, Group } from './follow-up.ts';

/** What the command says of its list: how many places are left to ask, and how useful each call is. */
export function describeFollowUp({ places, current, answers, waves, strangers }: FollowUp): string {
  const count = (group: Group) => places.filter((place) => place.group === group).length;
  const all = plural(places.length, 'lieu', 'lieux');
  if (current === null) return typo(`Aucune enquête n’est déposée : les ${all} de l’annuaire sont tous à interroger.`);
  const received = answers[waves.indexOf(current)]!;
  const unlinked = strangers.filter((stranger) => stranger.waves.includes(current)).length;
  return [
    received === 0
      ? `Recensement ${current.nom} : aucune réponse n’est encore déposée.`
      : `Recensement ${current.nom} : ${plural(received, 'réponse', 'réponses')}, dont ${unlinked} sans lieu connu de l’annuaire.`,
    `Sur ${all} de l’annuaire : ${plural(count('repondu'), 'a répondu', 'ont répondu')}, ${count('avant')} à relancer d’abord (déjà répondu à un autre recensement), ${count('jamais')} sans aucune réponse connue, ${count('verifier')} à vérifier (lien inconnu).`,
  ]
    .map(typo)
    .join('\n');
}
