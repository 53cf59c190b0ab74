import { bars } from '../charts/bars.ts';
import { SERVICES_NUMERIQUES } from '../datasets/enquete-options.ts';
import { defineShareFigure } from './survey-share-figure.ts';

/** Services of digital mediation, among places that answered, those with none included. */
export const figure = defineShareFigure({
  id: 'enquete-mediation-numerique',
  title: 'Les services de médiation numérique des lieux répondants',
  question: 'Quelle aide au numérique trouve-t-on dans les tiers-lieux de la région ?',
  theme: 'pour qui',
  survey: {
    id: 'service',
    title: 'Service',
    options: SERVICES_NUMERIQUES,
    single: false,
    column: 'services_numeriques',
  },
  predicates: {
    demarches: 'aident aux démarches en ligne',
    ordinateur: 'aident à prendre en main un ordinateur',
    telephone: 'aident à prendre en main un téléphone',
    internet: 'donnent accès à internet et à du matériel',
    parentalite: 'accompagnent parents et enfants face aux écrans',
    creation: 'aident à créer avec le numérique',
    emploi: 'aident à chercher un emploi en ligne',
    securite: 'aident à protéger ses données',
    aucun: 'n’offrent aucun service de médiation numérique',
  },
  chart: (table, columns, frame) => bars(table, columns, frame),
});
