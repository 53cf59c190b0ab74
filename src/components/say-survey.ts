import { plural } from '../text/plural.ts';
import type { SurveyState, TerritoryContents } from './territory-contents.ts';

/** What a territory lacks to be told by its own answers: a heading and why; undefined where nothing is lacking. */
export function sayWhatIsMissing(survey: SurveyState): { readonly title: string; readonly text: string } | undefined {
  if (survey.state === 'sans enquête') {
    return {
      title: `Ce que disent les lieux d’ici : il y faut ${plural(survey.needed, 'réponse', 'réponses')}`,
      text: 'L’observatoire n’a encore reçu aucun fichier de réponses au recensement.',
    };
  }
  if (survey.state !== 'trop peu') return undefined;
  return {
    title:
      survey.missing === undefined
        ? 'Ce que disent les lieux d’ici : il y manque encore des réponses'
        : `Ce que disent les lieux d’ici : encore ${plural(survey.missing, 'réponse', 'réponses')}`,
    text: `Un territoire montre ses réponses à partir de ${plural(survey.needed, 'lieu répondant', 'lieux répondants')}. Au-dessous, un lieu pourrait s’y reconnaître.`,
  };
}

/** Why territories outside the partition show no answer: they overlap others. */
export function sayOtherPartition(partition: string): string {
  const whose = partition === 'departement' ? 'celui des départements' : 'un autre que celui-ci';
  return `Les réponses au recensement ne se lisent pas ici. Elles suivent un seul découpage de la région, ${whose} : deux territoires qui se chevauchent pourraient se soustraire, et dire la réponse d’un lieu.`;
}

/** Why no subsidy is shown; '' where some are. */
export function sayWithoutSubsidies(without: TerritoryContents['withoutSubsidies']): string {
  if (without === undefined) return '';
  return without === 'aucune'
    ? 'Subventions : l’observatoire n’a encore reçu aucun fichier de subventions publiées.'
    : 'Subventions : aucune de celles que nous avons reçues ne nomme un lieu d’ici.';
}
