import { join } from 'node:path';
import type { Fault } from '../csv/fault.ts';
import { nameFile } from '../datasets/files.ts';
import type { Settings } from '../datasets/settings.ts';
import type { EditionCard } from './edition-cards.ts';
import type { WrittenText } from './read-texts.ts';
import type { Observatory } from './view.ts';

/** The texts and editions to judge, where they lie, what has data, and the address that the host gives the site, where known. */
interface Site {
  /** None while there are errors in the data: figures are judged once they are mended. */
  readonly figure?: Observatory['figure'];
  readonly editions: readonly EditionCard[];
  readonly texts: readonly WrittenText[];
  readonly content: string;
  readonly served?: URL;
}

/**
 * What must not go online: a site without its legal notice, one built for another address than its host's, and a published
 * edition that leaves the place of a figure empty.
 */
export function checkPublication(settings: Settings, site: Site): readonly Fault[] {
  const file = nameFile(join(site.content, 'observatoire.yaml'));
  return [
    ...checkNotice(settings, file),
    ...(site.served ? checkAddress(settings, file, site.served) : []),
    ...(site.figure ? checkChapters(site.figure, site) : []),
  ];
}

/** The law asks for it and nobody can invent it. */
function checkNotice({ mentions }: Settings, file: string): readonly Fault[] {
  return Object.entries(mentions)
    .filter(([, value]) => value === null)
    .map(([name]) => ({
      level: 'erreur',
      file,
      columnName: `mentions.${name}`,
      problem: 'mention légale vide : le site ne peut pas être mis en ligne',
      expected: 'une valeur, donnée par la structure qui publie',
    }));
}

/** Under another path than its own, a site has neither styles nor links; another name in front of it is only odd. */
function checkAddress({ base, adresse }: Settings, file: string, served: URL): readonly Fault[] {
  const path = served.pathname.replace(/\/?$/, '/');
  const misplaced: Fault = {
    level: 'erreur',
    file,
    columnName: 'base',
    value: base,
    problem: 'ce n’est pas le chemin où l’hébergeur servira le site : ni styles, ni liens n’y marcheraient',
    expected: `« ${path} »`,
    nearest: path,
  };
  const renamed: Fault = {
    level: 'avertissement',
    file,
    columnName: 'adresse',
    value: adresse ?? '',
    problem: 'ce n’est pas l’adresse que donne l’hébergeur',
    expected: `« ${served.origin} », à moins qu’un autre serveur ne réponde à votre adresse`,
  };
  return [...(base === path ? [] : [misplaced]), ...(adresse === null || adresse === served.origin ? [] : [renamed])];
}

/** On a page a figure without data becomes the card of its question; a book must not be published with one. */
function checkChapters(figure: Observatory['figure'], { editions, texts, content }: Site): readonly Fault[] {
  const folders = editions.map(({ annee }) => `editions/${annee}/`);
  return texts
    .filter(({ name }) => folders.some((folder) => name.startsWith(folder)))
    .flatMap(({ name, elements }) =>
      elements
        .filter(({ name: tag, attributes: { id } }) => tag === 'Figure' && id !== undefined && !figure(id))
        .map(({ attributes, line }) => ({
          level: 'erreur' as const,
          file: nameFile(join(content, `${name}.mdx`)),
          line,
          columnName: '<Figure id>',
          value: attributes.id,
          problem: 'figure sans données, dans une édition publiée',
          expected:
            'une figure qui a des données ; sinon, retirez-la, ou videz le titre de edition.yaml : l’édition redevient un brouillon',
        })),
    );
}
