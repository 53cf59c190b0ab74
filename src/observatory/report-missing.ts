import type { Data } from '../datasets/data.ts';
import { datasets } from '../datasets/index.ts';
import { enumerate } from '../text/list.ts';
import { plural } from '../text/plural.ts';
import type { EditionDraft } from './edition-cards.ts';
import type { Observatory } from './view.ts';

/** A heading and its lines; left out when there is none. */
type Section = readonly [title: string, lines: readonly string[]];

/**
 * What a site about to go online does not have yet, as text for the team: slots of the settings, data, questions, places
 * nobody checked, drafts. Nothing in it stops the publication: what does is told as a fault. Empty where nothing is missing.
 */
export function reportMissing(
  data: Data,
  { cards }: Pick<Observatory, 'cards'>,
  drafts: readonly EditionDraft[],
): string {
  const sections: readonly Section[] = [
    ['Réglages, dans observatoire.yaml', missingSettings(data)],
    ['Données', missingData(data)],
    [`Questions sans réponse : ${cards.length}`, openQuestions(cards)],
    ['Annuaire', missingInDirectory(data)],
    [
      'Éditions en brouillon, laissées de côté',
      drafts.map(({ annee, lacks }) =>
        lacks.length > 0 ? `${annee} : il manque ${enumerate(lacks.map(quote))}` : `${annee} : « brouillon: true »`,
      ),
    ],
  ];
  const told = sections.filter(([, lines]) => lines.length > 0);
  if (told.length === 0) return '';
  return [
    'Ce que ce site n’a pas encore',
    ...told.map(([title, lines]) => [`  ${title}`, ...lines.map((line) => `    ${line}`)].join('\n')),
    'Rien de cette liste n’empêche la mise en ligne.',
  ].join('\n\n');
}

function missingSettings({ settings }: Data): readonly string[] {
  const { adresse, contours, contribuer, reseau } = settings;
  const slots: readonly (readonly [value: unknown, line: string])[] = [
    [
      adresse,
      '« adresse » : ni code à coller, ni plan du site, ni catalogue pour data.gouv.fr, ni adresse dans les citations',
    ],
    [contours, '« contours » : des cartes sans fond'],
    [contribuer.url, '« contribuer.url » : pas de lien pour qui veut répondre'],
    [reseau.url, '« reseau.url » : le nom du réseau, sans lien'],
  ];
  return slots.filter(([value]) => value === null).map(([, line]) => line);
}

function missingData({ resources, reperes }: Data): readonly string[] {
  const absent = Object.values(datasets).filter(({ id }) => !resources.some(({ dataset }) => dataset === id));
  const unbounded = resources.filter(({ declaratif, univers }) => declaratif && univers === null);
  const unlinked = reperes.filter(({ url }) => url === null).length;
  return [
    ...absent.map(({ title }) => `${quote(title)} : aucun fichier`),
    ...unbounded.map(({ title }) => `${quote(title)} : univers inconnu, donc pas de taux de réponse`),
    ...(unlinked > 0 ? [`${plural(unlinked, 'chiffre publié', 'chiffres publiés')} sans page en ligne à citer`] : []),
  ];
}

/** By what they wait for, so that the file that would answer most of them is seen. */
function openQuestions(cards: Observatory['cards']): readonly string[] {
  return [...Map.groupBy(cards, ({ waits }) => enumerate(waits.map(quote)))].flatMap(([waits, waiting]) => [
    `en attente de ${waits} : ${waiting.length}`,
    ...waiting.map(({ id, question }) => `  ${question} (${id})`),
  ]);
}

function missingInDirectory({ lieux }: Data): readonly string[] {
  const lacks: readonly (readonly [count: number, what: string])[] = [
    [lieux.filter(({ verifie_le }) => verifie_le === null).length, 'sans date de vérification (verifie_le)'],
    [
      lieux.filter(({ latitude }) => latitude === null).length,
      'sans position, donc absents de la carte (latitude, longitude)',
    ],
    [lieux.filter(({ types }) => types.length === 0).length, 'sans type (types)'],
    [lieux.filter(({ site_web }) => site_web === null).length, 'sans site (site_web)'],
  ];
  return lacks
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${plural(count, 'lieu', 'lieux')} sur ${lieux.length} ${what}`);
}

function quote(words: string): string {
  return `« ${words} »`;
}
