import { figure as activitesRegionEtFrance } from './activites-region-et-france.ts';
import { figure as adherentsEtContributeurs } from './adherents-et-contributeurs.ts';
import { figure as appelAProjetsLieux } from './appel-a-projets-lieux.ts';
import { figure as appelAProjetsMontants } from './appel-a-projets-montants.ts';
import { figure as argentDesLieux } from './argent-des-lieux.ts';
import { figure as budgetDuReseau } from './budget-du-reseau.ts';
import { figure as carteDesCercles } from './carte-des-cercles.ts';
import { figure as carteDesLieux } from './carte-des-lieux.ts';
import { figure as centReponses } from './cent-reponses.ts';
import { figure as chiffreAffairesEtEmploisEnFrance } from './chiffre-affaires-et-emplois-en-france.ts';
import { figure as combienDeLieux } from './combien-de-lieux.ts';
import { figure as creditsDeLEtat } from './credits-de-l-etat.ts';
import { figure as croissanceEnFrance } from './croissance-en-france.ts';
import type { ObservatoryFigure } from './define.ts';
import { figure as dispositifsNationaux } from './dispositifs-nationaux.ts';
import { figure as emploisDesFemmes } from './emplois-des-femmes.ts';
import { figure as emploisSelonLaSource } from './emplois-selon-la-source.ts';
import { figure as enqueteAccessibilite } from './enquete-accessibilite.ts';
import { figure as enqueteActivites } from './enquete-activites.ts';
import { figure as enqueteActivitesTerritoires } from './enquete-activites-territoires.ts';
import { figure as enqueteAnciennete } from './enquete-anciennete.ts';
import { figure as enqueteAttentes } from './enquete-attentes.ts';
import { figure as enqueteBatiments } from './enquete-batiments.ts';
import { figure as enqueteCarte } from './enquete-carte.ts';
import { figure as enqueteCentReponses } from './enquete-cent-reponses.ts';
import { figure as enqueteCouverture } from './enquete-couverture.ts';
import { figure as enqueteDifficultes } from './enquete-difficultes.ts';
import { figure as enqueteEmplois } from './enquete-emplois.ts';
import { figure as enqueteFemmesInstances } from './enquete-femmes-instances.ts';
import { figure as enqueteFluxRessources } from './enquete-flux-ressources.ts';
import { figure as enqueteFormations } from './enquete-formations.ts';
import { figure as enqueteFormesJuridiques } from './enquete-formes-juridiques.ts';
import { figure as enqueteGouvernance } from './enquete-gouvernance.ts';
import { figure as enqueteHoraires } from './enquete-horaires.ts';
import { figure as enqueteMachines } from './enquete-machines.ts';
import { figure as enqueteMediationNumerique } from './enquete-mediation-numerique.ts';
import { figure as enqueteMilieux } from './enquete-milieux.ts';
import { figure as enqueteOccupation } from './enquete-occupation.ts';
import { figure as enquetePartenaires } from './enquete-partenaires.ts';
import { figure as enqueteParticipation } from './enquete-participation.ts';
import { figure as enqueteProjets } from './enquete-projets.ts';
import { figure as enqueteProprietaires } from './enquete-proprietaires.ts';
import { figure as enquetePublics } from './enquete-publics.ts';
import { figure as enqueteReseaux } from './enquete-reseaux.ts';
import { figure as enqueteRessources } from './enquete-ressources.ts';
import { figure as enqueteSurfaces } from './enquete-surfaces.ts';
import { figure as enqueteTransitions } from './enquete-transitions.ts';
import { figure as enqueteVocations } from './enquete-vocations.ts';
import { figure as enveloppesNationales } from './enveloppes-nationales.ts';
import { figure as fluxDifference } from './flux-difference.ts';
import { figure as fluxExercices } from './flux-exercices.ts';
import { figure as fluxParExercice } from './flux-par-exercice.ts';
import { figure as fluxStatuts } from './flux-statuts.ts';
import { figure as fluxVerses } from './flux-verses.ts';
import { figure as formesJuridiquesEnFrance } from './formes-juridiques-en-france.ts';
import { figure as habitantsAvecUnLieu } from './habitants-avec-un-lieu.ts';
import { figure as lieuxDeLaMetropole } from './lieux-de-la-metropole.ts';
import { figure as lieuxParHabitant } from './lieux-par-habitant.ts';
import { figure as localisationDesLieux } from './localisation-des-lieux.ts';
import { figure as localisationRegionEtFrance } from './localisation-region-et-france.ts';
import { figure as partenaires } from './partenaires.ts';
import { figure as partsDesRegions } from './parts-des-regions.ts';
import { figure as prioritesEnFrance } from './priorites-en-france.ts';
import { figure as structuresHebergees } from './structures-hebergees.ts';
import { figure as subventionsDesLieux } from './subventions-des-lieux.ts';
import { figure as subventionsFlux } from './subventions-flux.ts';
import { figure as subventionsPubliquesEnFrance } from './subventions-publiques-en-france.ts';
import { figure as tauxEuropeens } from './taux-europeens.ts';
import { figure as vieDuReseau } from './vie-du-reseau.ts';

/** Every figure, in the order of the gallery; a figure's id is its place in urls. */
export const figures: readonly ObservatoryFigure[] = [
  combienDeLieux,
  centReponses,
  enqueteCentReponses,
  partsDesRegions,
  croissanceEnFrance,
  lieuxDeLaMetropole,
  carteDesLieux,
  localisationDesLieux,
  localisationRegionEtFrance,
  carteDesCercles,
  lieuxParHabitant,
  habitantsAvecUnLieu,
  activitesRegionEtFrance,
  prioritesEnFrance,
  structuresHebergees,
  adherentsEtContributeurs,
  partenaires,
  vieDuReseau,
  emploisSelonLaSource,
  emploisDesFemmes,
  argentDesLieux,
  budgetDuReseau,
  tauxEuropeens,
  appelAProjetsMontants,
  appelAProjetsLieux,
  creditsDeLEtat,
  dispositifsNationaux,
  enveloppesNationales,
  chiffreAffairesEtEmploisEnFrance,
  subventionsPubliquesEnFrance,
  formesJuridiquesEnFrance,
  enqueteVocations,
  enqueteActivites,
  enqueteActivitesTerritoires,
  enqueteFormations,
  enqueteMachines,
  enqueteMilieux,
  enqueteBatiments,
  enqueteCarte,
  enqueteCouverture,
  enqueteAnciennete,
  enquetePublics,
  enqueteMediationNumerique,
  enqueteHoraires,
  enqueteAccessibilite,
  enquetePartenaires,
  enqueteReseaux,
  enqueteAttentes,
  enqueteRessources,
  enqueteFluxRessources,
  fluxVerses,
  fluxExercices,
  fluxDifference,
  fluxParExercice,
  fluxStatuts,
  subventionsFlux,
  subventionsDesLieux,
  enqueteEmplois,
  enqueteSurfaces,
  enqueteOccupation,
  enqueteProprietaires,
  enqueteDifficultes,
  enqueteFormesJuridiques,
  enqueteGouvernance,
  enqueteParticipation,
  enqueteFemmesInstances,
  enqueteTransitions,
  enqueteProjets,
];
