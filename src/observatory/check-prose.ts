import { join } from 'node:path';
import type { Fault } from '../csv/fault.ts';
import { findNearest } from '../csv/nearest.ts';
import { nameFile, readSuppliedText } from '../datasets/files.ts';
import { parseYaml, plainOf } from '../datasets/yaml.ts';
import { elementsIn, type MdxElement, parseMdx, splitFrontmatter } from './mdx.ts';
import { MDX_COMPONENTS } from './mdx-components.ts';
import { listProse } from './prose-plugin.ts';

/** The ids that prose may name, by component. */
type KnownIds = Readonly<Record<'Figure' | 'Card' | 'Value' | 'Chiffre', readonly string[]>>;

/** What the faults of a missing or wrong id call the thing that was expected. */
const EXPECTED = {
  Figure: 'l’identifiant d’une figure',
  Card: 'l’identifiant d’une figure',
  Value: 'l’identifiant d’un indicateur, ou reperes/ suivi de celui d’un chiffre publié',
  Chiffre: 'l’identifiant d’un indicateur, ou reperes/ suivi de celui d’un chiffre publié',
} as const;

/** What the MDX parser throws; some faults have their line in the sentence only: "(6:1-6:24)". */
interface SyntaxFailure {
  readonly reason?: string;
  readonly line?: number;
  readonly place?: { readonly line?: number };
}

/** Reads every MDX file of a content folder and lists what would stop its page: syntax, missing title, ids that name nothing. */
export function checkProse(content: string, known: KnownIds): readonly Fault[] {
  return listProse(content).flatMap((file) => {
    const path = join(content, file);
    const text = readSuppliedText(path, 'un texte en MDX');
    return typeof text === 'string' ? checkText(nameFile(path), text, known) : [text];
  });
}

/** The faults of one MDX text; `file` is only told. */
export function checkText(file: string, text: string, known: KnownIds): readonly Fault[] {
  const { frontmatter, body } = splitFrontmatter(text);
  return [...checkFrontmatter(file, frontmatter), ...checkBody(file, body, known)];
}

function checkFrontmatter(file: string, frontmatter: string): readonly Fault[] {
  const { document, errors: found } = parseYaml(frontmatter);
  const errors = found.map(
    ({ line }): Fault => ({
      level: 'erreur',
      file,
      line: line + 1,
      problem: 'L’en-tête de la page n’est pas du YAML correct',
      expected: 'des lignes « nom: valeur » entre deux lignes « --- »',
    }),
  );
  const title = errors.length > 0 ? 'unread' : (plainOf(document) as { title?: unknown } | null | undefined)?.title;
  const missing: Fault = {
    level: 'erreur',
    file,
    line: 1,
    columnName: 'title',
    expected: 'un titre, dans l’en-tête : « title: … »',
  };
  return typeof title === 'string' && title.trim() !== '' ? errors : [...errors, missing];
}

function checkBody(file: string, body: string, known: KnownIds): readonly Fault[] {
  try {
    return elementsIn(parseMdx(body)).flatMap((element) => [
      ...checkComponent(element, file),
      ...checkElement(element, file, known),
    ]);
  } catch (error) {
    const { reason, line, place } = error as SyntaxFailure;
    if (reason === undefined && !(error instanceof RangeError)) throw error;
    const at = line ?? place?.line ?? Number(/\((\d+):/.exec(reason ?? '')?.[1] ?? 1);
    return [
      {
        level: 'erreur',
        file,
        line: at,
        value: body.split('\n')[at - 1] ?? '',
        problem: 'Le texte n’est pas du MDX correct',
        expected: 'des balises fermées (« <Figure id="…" /> »), et les signes < et { seulement pour elles',
      },
    ];
  }
}

/** A name that nothing answers to would stop the page, in English. */
function checkComponent({ name, attributes, line }: MdxElement, file: string): readonly Fault[] {
  if (!/^\p{Lu}/u.test(name)) return [];
  const names = Object.keys(MDX_COMPONENTS);
  const component = Object.hasOwn(MDX_COMPONENTS, name) ? MDX_COMPONENTS[name] : undefined;
  const here = { level: 'erreur', file, line } as const;
  if (!component) {
    const problem = 'composant inconnu';
    return [{ ...here, value: `<${name}>`, problem, expected: 'un composant', nearest: findNearest(name, names) }];
  }
  if (component.edition && !/(?:^|\/)editions\//.test(file)) {
    const expected = 'un composant des pages';
    return [{ ...here, value: `<${name}>`, problem: 'composant réservé aux éditions', expected }];
  }
  return Object.keys(attributes)
    .filter((attribute) => !component.attributes.includes(attribute))
    .map((attribute) => ({
      ...here,
      value: `<${name} ${attribute}>`,
      problem: 'attribut inconnu',
      expected:
        component.attributes.length > 0
          ? component.attributes.map((known) => `« ${known} »`).join(', ')
          : 'aucun attribut',
      nearest: findNearest(attribute, component.attributes),
    }));
}

function checkElement({ name, attributes, line }: MdxElement, file: string, known: KnownIds): readonly Fault[] {
  if (!Object.hasOwn(known, name)) return [];
  const component = name as keyof KnownIds;
  const named = [
    { attribute: 'id', value: attributes.id, of: component },
    // The figure whose page shows a number to quote.
    ...(component === 'Chiffre' && attributes.figure !== undefined
      ? [{ attribute: 'figure', value: attributes.figure, of: 'Figure' as const }]
      : []),
  ];
  return named
    .filter(({ value, of }) => value === undefined || !known[of].includes(value))
    .map(({ attribute, value, of }) => ({
      level: 'erreur',
      file,
      line,
      columnName: `<${component} ${attribute}>`,
      value: value ?? '',
      expected: EXPECTED[of],
      nearest: value === undefined ? undefined : findNearest(value, known[of]),
    }));
}
