import type { MdxElement } from '../observatory/mdx.ts';
import type { WrittenText } from '../observatory/read-texts.ts';
import type { ValueView } from '../observatory/value-view.ts';
import type { PartsOf } from './figure-parts.ts';
import type { Side } from './side.ts';
import type { Part } from './thing.ts';

/**
 * What a text puts on the page where it stands: its own words, then every figure, number and setting that it names. On the
 * page of a territory, numbers are that territory's.
 */
export function partsOfText(name: string, side: Side, partsOf: PartsOf, territoire?: string): readonly Part[] {
  const text = side.texts.find((candidate) => candidate.name === name);
  if (!text) return [];
  const file = fileOf(text, side);
  // What the team has yet to bring is in no page.
  const written = text.body.replace(/<AApporter>[\s\S]*?<\/AApporter>/g, '').trim();
  const own: Part = { thing: { kind: 'texte', id: name }, shown: JSON.stringify([text.frontmatter, written]), file };
  return [
    own,
    ...text.elements.flatMap((element) => partsOfElement(element, side, partsOf, territoire).map(named(file))),
  ];
}

/** Where a text lies, from the root of the project. */
export function fileOf({ name }: Pick<WrittenText, 'name'>, { observatory }: Side): string {
  return `content/${observatory.demonstration ? 'demonstration/' : ''}${name}.mdx`;
}

/** The number that a text quotes; undefined where today's code or this side's data do not know it. */
function quotedBy({ attributes }: MdxElement, { observatory }: Side, here?: string): ValueView | undefined {
  const { id = '', millesime, territoire = here } = attributes;
  try {
    return observatory.value(id, { ...(millesime ? { millesime } : {}), ...(territoire ? { territoire } : {}) });
  } catch {
    return undefined;
  }
}

function partsOfElement(element: MdxElement, side: Side, partsOf: PartsOf, territoire?: string): readonly Part[] {
  const { name, attributes } = element;
  const { id = '', nom: setting = '' } = attributes;
  const { observatory } = side;
  if (name === 'Figure' || name === 'Card') {
    const figure = observatory.figure(id);
    const shown = figure ? partsOf(figure).whole : JSON.stringify(observatory.card(id) ?? null);
    return [{ thing: { kind: 'figure', id }, shown }];
  }
  if (name === 'Value' || name === 'Chiffre') {
    const { text, champ, base, sources } = quotedBy(element, side, territoire) ?? {};
    const page = attributes.figure && observatory.figure(attributes.figure)?.title;
    return [
      { thing: { kind: 'valeur', id }, shown: JSON.stringify([attributes, text, champ, base, sources?.[0], page]) },
    ];
  }
  if (name === 'PortraitLieu' && id !== '') {
    const { nom, commune, types } = observatory.lieux.find((lieu) => lieu.id === id) ?? {};
    return [{ thing: { kind: 'lieu', id }, shown: JSON.stringify([nom, commune, types]) }];
  }
  if (name === 'Seuil' || name === 'Mention') {
    const { effectifMinimum, secret, mentions } = observatory.settings;
    const known: Readonly<Record<string, unknown>> = { effectifMinimum, ...secret, ...mentions };
    return [{ thing: { kind: 'reglages', id: 'observatoire' }, shown: JSON.stringify([setting, known[setting]]) }];
  }
  if (name === 'FondDeCarte') {
    return [
      { thing: { kind: 'reglages', id: 'observatoire' }, shown: JSON.stringify(observatory.settings.fondDeCarte) },
    ];
  }
  return [];
}

function named(file: string): (part: Part) => Part {
  return (part) => ({ ...part, file });
}
