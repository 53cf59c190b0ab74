import type { ObservatoryIndicator } from './define.ts';
import { indicator as enqueteBenevoles } from './enquete-benevoles.ts';
import { indicator as enqueteEmplois } from './enquete-emplois.ts';
import { indicator as enqueteEmploisFemmes } from './enquete-emplois-femmes.ts';
import { indicator as enqueteMediation } from './enquete-mediation.ts';
import { indicator as enqueteMembres } from './enquete-membres.ts';
import { indicator as enquetePartSubventions } from './enquete-part-subventions.ts';
import { indicator as enquetePartenairesPublics } from './enquete-partenaires-publics.ts';
import { indicator as enqueteQuartiersPrioritaires } from './enquete-quartiers-prioritaires.ts';
import { indicator as enqueteRepondants } from './enquete-repondants.ts';
import { indicator as enqueteRessources } from './enquete-ressources.ts';
import { indicator as enqueteStructures } from './enquete-structures.ts';
import { indicator as enqueteSurface } from './enquete-surface.ts';
import { indicator as fluxDemande } from './flux-demande.ts';
import { indicator as fluxEnNature } from './flux-en-nature.ts';
import { indicator as fluxNotifie } from './flux-notifie.ts';
import { indicator as fluxPremierFinanceur } from './flux-premier-financeur.ts';
import { indicator as fluxVerse } from './flux-verse.ts';

/** Every indicator that prose may quote with `<Value id>`. */
export const indicators: readonly ObservatoryIndicator[] = [
  enqueteRepondants,
  enqueteEmplois,
  enqueteEmploisFemmes,
  enqueteBenevoles,
  enqueteMembres,
  enqueteSurface,
  enqueteStructures,
  enqueteRessources,
  enquetePartSubventions,
  enqueteMediation,
  enquetePartenairesPublics,
  enqueteQuartiersPrioritaires,
  fluxDemande,
  fluxNotifie,
  fluxVerse,
  fluxEnNature,
  fluxPremierFinanceur,
];
