import { join } from 'node:path';
import type { Fault } from '../../csv/fault.ts';
import { findNearest } from '../../csv/nearest.ts';
import { nameFile } from '../../datasets/files.ts';
import type { MdxNode } from '../mdx.ts';
import type { WrittenText } from '../read-texts.ts';
import { type Book, type BookChapter, bindBook, findTarget, REFERENCES } from './book.ts';
import { isPhotoName } from './list-photos.ts';
import type { Piece } from './read-chapter.ts';
import { findTypedStatistics } from './typed-statistics.ts';

/** What a book is judged by: where its files lie, what else it may name, and whether it is published. */
interface Surroundings {
  readonly content: string;
  /** Files of the edition's folder `photos/`. */
  readonly photos: readonly string[];
  /** Ids of the directory; none while it has faults. */
  readonly lieux: readonly string[] | undefined;
  readonly isDraft: boolean;
}

type FaultHere = (line: number, fault: Omit<Fault, 'level' | 'file' | 'line'>) => Fault;

/** Addresses under an edition that are not a chapter's. */
const RESERVED = ['livre', 'photos'];

/**
 * The faults of an edition: photographs without credit or alternative text, references that lead nowhere, names given
 * twice, sessions and portraits without what they are about, statistics typed without a source (only told in a draft).
 */
export function checkEdition(annee: string, texts: readonly WrittenText[], around: Surroundings): readonly Fault[] {
  const whole = bindBook(annee, texts, { drafts: true });
  if (around.isDraft) return checkBook(whole, around);
  // What is published may lean on no chapter that is not; a chapter in preparation may lean on all.
  const drafts = whole.chapters
    .filter(({ draft }) => draft)
    .map((chapter) => faultIn(chapter, around.content)(1, { expected: '' }).file);
  return [
    ...checkBook(bindBook(annee, texts, { drafts: false }), around),
    ...checkBook(whole, around).filter(({ file }) => drafts.includes(file)),
  ];
}

function checkBook(book: Book, around: Surroundings): readonly Fault[] {
  return [
    ...book.chapters.flatMap((chapter) => {
      const here = faultIn(chapter, around.content);
      return [
        ...checkSlug(chapter, book, here),
        ...chapter.pieces.flatMap((piece) => [
          ...checkPhoto(piece, around, here),
          ...checkReference(piece, book, here),
          ...checkTerm(piece, book, here),
          ...checkNote(piece, here),
          ...checkNeeds(piece, here),
          ...checkPlace(piece, around.lieux, here),
        ]),
        ...checkMarkdownNotes(chapter, here),
        ...checkStatistics(chapter, around.isDraft, here),
      ];
    }),
    ...checkDoubles(book, around.content),
  ];
}

function faultIn({ name }: Pick<BookChapter, 'name'>, content: string): FaultHere {
  const file = nameFile(join(content, `${name}.mdx`));
  return (line, fault) => ({ level: 'erreur', file, line, ...fault });
}

function checkSlug({ slug, number }: BookChapter, { chapters }: Book, here: FaultHere): readonly Fault[] {
  const expected = 'un nom de fichier à lui, après le numéro : 03-tables-rondes.mdx';
  if (RESERVED.includes(slug)) {
    return [here(1, { value: slug, problem: 'adresse réservée, pour un chapitre', expected })];
  }
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
    return [
      here(1, {
        value: slug,
        problem: 'nom de chapitre impossible dans une adresse',
        expected: 'des minuscules sans accent, des chiffres et des traits d’union',
      }),
    ];
  }
  const isTaken = chapters.some((other) => other.number < number && other.slug === slug);
  return isTaken ? [here(1, { value: slug, problem: 'deux chapitres ont la même adresse', expected })] : [];
}

function checkPhoto({ name, attributes, line }: Piece, { photos }: Surroundings, here: FaultHere): readonly Fault[] {
  const { fichier, photo, alt = '', credit = '' } = attributes;
  const [key, file] = name === 'Photo' ? ['fichier', fichier ?? ''] : ['photo', photo];
  if (file === undefined) return [];
  return [
    ...(photos.includes(file)
      ? []
      : [here(line, { columnName: `<${name} ${key}>`, value: file, ...missing(file, photos) })]),
    ...(alt.trim()
      ? []
      : [
          here(line, {
            columnName: `<${name} alt>`,
            problem: 'photo sans texte de remplacement',
            expected: 'ce que la photo montre, en une phrase : alt="…"',
          }),
        ]),
    ...(credit.trim()
      ? []
      : [
          here(line, {
            columnName: `<${name} credit>`,
            problem: 'photo sans crédit',
            expected: 'le nom de son auteur : credit="…"',
          }),
        ]),
  ];
}

/** A file may well be there under a name that no address can bear. */
function missing(file: string, photos: readonly string[]): Pick<Fault, 'problem' | 'expected' | 'nearest'> {
  if (file !== '' && !isPhotoName(file)) {
    return {
      problem: 'nom de photo qui ne convient pas à une adresse',
      expected: 'des minuscules sans accent, des chiffres et des traits d’union, puis .jpg, .png ou .webp',
    };
  }
  return {
    problem: 'photo absente du dossier « photos » de l’édition',
    expected: 'le nom d’un de ses fichiers',
    nearest: findNearest(file, photos),
  };
}

const KINDS = { figure: 'une figure', chapitre: 'un chapitre', note: 'une note' } as const;

function checkReference({ name, attributes, line }: Piece, book: Book, here: FaultHere): readonly Fault[] {
  if (name !== 'Renvoi') return [];
  const named = REFERENCES.filter((kind) => attributes[kind] !== undefined);
  const [kind] = named;
  if (named.length !== 1 || kind === undefined) {
    return [
      here(line, {
        columnName: '<Renvoi>',
        problem: named.length === 0 ? 'renvoi qui ne mène nulle part' : 'renvoi à plusieurs choses',
        expected: 'une seule cible : figure="…", chapitre="…" ou note="…"',
      }),
    ];
  }
  const value = attributes[kind]!;
  if (findTarget(book, kind, value)) return [];
  return [
    here(line, {
      columnName: `<Renvoi ${kind}>`,
      value,
      problem: 'renvoi à ce que l’édition n’a pas',
      expected: `le nom d’${KINDS[kind]} de l’édition`,
      nearest: findNearest(value, namesOf(book)[kind]),
    }),
  ];
}

function namesOf({ figures, chapters, notes }: Book) {
  return {
    figure: figures.map(({ id }) => id),
    chapitre: chapters.map(({ slug }) => slug),
    note: notes.flatMap(({ id }) => id ?? []),
  };
}

function checkTerm({ name, attributes: { id = '' }, line }: Piece, { terms }: Book, here: FaultHere): readonly Fault[] {
  if (name !== 'Terme' || terms.some((term) => term.id === id)) return [];
  return [
    here(line, {
      columnName: '<Terme id>',
      value: id,
      problem: 'mot que le glossaire ne définit pas',
      expected: 'l’identifiant d’une définition du glossaire',
      nearest: findNearest(
        id,
        terms.map((term) => term.id),
      ),
    }),
  ];
}

/** A note hangs on the word before it; the tags of one may not stand inside another. */
function checkNote({ name, node, line, around }: Piece, here: FaultHere): readonly Fault[] {
  if (name !== 'Note') return [];
  const expected = 'la note collée au mot qui l’appelle : « mot<Note>Le texte de la note.</Note> »';
  if (node.type === 'mdxJsxFlowElement') {
    return [here(line, { columnName: '<Note>', problem: 'note détachée de sa phrase', expected })];
  }
  if ((node.children ?? []).length === 0) {
    return [here(line, { columnName: '<Note>', problem: 'note vide', expected })];
  }
  return around.includes('Note')
    ? [
        here(line, {
          columnName: '<Note>',
          problem: 'note dans une note',
          expected: 'une note qui n’en appelle pas d’autre',
        }),
      ]
    : [];
}

/** What a component says nothing without. */
const NEEDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Seance: { titre: 'le titre de la séance : titre="…"', heure: 'son heure : heure="11 h 30 – 12 h 30"' },
  Nombre: { source: 'd’où vient ce nombre : source="…"' },
  Definition: { id: 'un identifiant, que <Terme id="…"> reprend : id="…"', terme: 'le mot défini : terme="…"' },
};

function checkNeeds({ name, attributes, line }: Piece, here: FaultHere): readonly Fault[] {
  return Object.entries(NEEDS[name] ?? {})
    .filter(([key]) => !attributes[key]?.trim())
    .map(([key, expected]) => here(line, { columnName: `<${name} ${key}>`, problem: `« ${key} » manque`, expected }));
}

function checkPlace(
  { name, attributes: { id, nom }, line }: Piece,
  lieux: readonly string[] | undefined,
  here: FaultHere,
): readonly Fault[] {
  if (name !== 'PortraitLieu') return [];
  if (id === undefined && !nom?.trim()) {
    const expected = 'l’identifiant d’un lieu de l’annuaire (id="…"), ou son nom (nom="…")';
    return [here(line, { columnName: '<PortraitLieu>', problem: 'portrait sans lieu', expected })];
  }
  if (id === undefined || !lieux || lieux.includes(id)) return [];
  return [
    here(line, {
      columnName: '<PortraitLieu id>',
      value: id,
      problem: 'l’annuaire n’a pas ce lieu',
      expected: 'l’identifiant d’un lieu de l’annuaire',
      nearest: findNearest(id, lieux),
    }),
  ];
}

/** "[^1]", which would be printed as it stands. */
function checkMarkdownNotes({ tree }: BookChapter, here: FaultHere): readonly Fault[] {
  const found = (node: MdxNode): readonly MdxNode[] => [
    ...(/\[\^[^\]]+\]/.test(node.value ?? '') && node.type === 'text' ? [node] : []),
    ...(node.type === 'linkReference' || node.type === 'definition' ? footnoteOf(node) : []),
    ...(node.children ?? []).flatMap(found),
  ];
  return (tree ? found(tree) : []).map((node) =>
    here(node.position?.start.line ?? 1, {
      value: /\[\^[^\]]+\]/.exec(node.value ?? '')?.[0] ?? '[^…]',
      problem: 'note écrite à la manière de Markdown',
      expected: 'le texte de la note à sa place : « mot<Note>Le texte de la note.</Note> »',
    }),
  );
}

function footnoteOf(node: MdxNode & { readonly label?: string }): readonly MdxNode[] {
  return node.label?.startsWith('^') ? [node] : [];
}

function checkStatistics({ tree, draft }: BookChapter, isDraft: boolean, here: FaultHere): readonly Fault[] {
  return (tree ? findTypedStatistics(tree) : []).map(({ line, text }) => ({
    ...here(line, {
      value: text,
      problem: 'nombre tapé sans source',
      expected: '<Value id="…" />, ou <Nombre source="…">le nombre</Nombre> s’il n’est pas dans les données',
    }),
    level: draft || isDraft ? 'avertissement' : 'erreur',
  }));
}

/** Names given twice: the second place is told. */
function checkDoubles(book: Book, content: string): readonly Fault[] {
  const doubles = <T extends { readonly chapter: string; readonly line: number }>(
    things: readonly T[],
    nameOf: (thing: T) => string | undefined,
    fault: Omit<Fault, 'level' | 'file' | 'line'>,
  ) =>
    things.flatMap((thing, index) => {
      const value = nameOf(thing);
      const isDouble = value !== undefined && things.slice(0, index).some((other) => nameOf(other) === value);
      const chapter = book.chapters.find(({ slug }) => slug === thing.chapter)!;
      return isDouble ? [faultIn(chapter, content)(thing.line, { ...fault, value })] : [];
    });
  return [
    ...doubles(book.figures, ({ id }) => id, {
      columnName: '<Figure id>',
      problem: 'figure posée deux fois dans l’édition',
      expected: 'une seule fois chaque figure ; ailleurs, un renvoi : <Renvoi figure="…" />',
    }),
    ...doubles(book.notes, ({ id }) => id, {
      columnName: '<Note id>',
      problem: 'deux notes portent le même nom',
      expected: 'un nom qu’aucune autre note de l’édition ne porte',
    }),
    ...doubles(book.terms, ({ id }) => id, {
      columnName: '<Definition id>',
      problem: 'mot défini deux fois',
      expected: 'une seule définition pour chaque mot',
    }),
  ];
}
