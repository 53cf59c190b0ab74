/** A named style of the manuscript, which a layout program maps on its own. */
export interface ManuscriptStyle {
  /** Its name inside the file, without accents nor spaces. */
  readonly id: string;
  /** Its name as people read it. */
  readonly name: string;
  /** What of the book's page gets it; selectors of CSS, the more exact wins. */
  readonly selectors: readonly string[];
  readonly look: StyleLook;
}

/** How a style looks in the manuscript: enough to tell it from its neighbours, for the layout is the team's. */
interface StyleLook {
  /** Serif is the text's. */
  readonly font?: 'serif' | 'sans' | 'title';
  /** In points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Six hexadecimal digits. */
  readonly colour?: string;
  readonly ground?: string;
  /** In points. */
  readonly before?: number;
  readonly after?: number;
  /** In mm, from the left. */
  readonly indent?: number;
  /** Its place in the outline of the document, from 1. */
  readonly outline?: number;
  readonly keepNext?: boolean;
}

const SOFT = '5B5652';
const PLACE = '8A2C5A';
const GROUND = 'F3F1EE';

/** What a box says of itself and of its list. */
const box = (id: string, name: string, selector: string, rest: StyleLook = {}): readonly ManuscriptStyle[] => [
  { id, name, selectors: [selector, `${selector} p`], look: { font: 'sans', ground: GROUND, after: 4, ...rest } },
  {
    id: `${id}Liste`,
    name: `${name}\u00a0: liste`,
    selectors: [`${selector} li`],
    look: { font: 'sans', ground: GROUND, after: 3 },
  },
];

/** Titles have the names that every word processor knows, and shows in its own language: « Titre 1 » in French. */
export const HEADINGS: readonly (ManuscriptStyle & { readonly shown: string })[] = [
  {
    id: 'Title',
    name: 'Title',
    shown: 'Titre',
    selectors: ['h1'],
    look: { font: 'title', size: 30, bold: true, after: 12 },
  },
  {
    id: 'Heading1',
    name: 'heading 1',
    shown: 'Titre 1',
    selectors: ['h2'],
    look: { font: 'title', size: 24, bold: true, before: 6, after: 14, outline: 1, keepNext: true },
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    shown: 'Titre 2',
    selectors: ['h3'],
    look: { font: 'title', size: 16, bold: true, before: 18, after: 6, outline: 2, keepNext: true },
  },
  {
    id: 'Heading3',
    name: 'heading 3',
    shown: 'Titre 3',
    selectors: ['h4'],
    look: { font: 'title', size: 13, bold: true, before: 14, after: 4, outline: 3, keepNext: true },
  },
];

/** The styles of paragraphs that are the book's own, in the order in which a reader meets them. */
export const PARAGRAPHS: readonly ManuscriptStyle[] = [
  { id: 'Texte', name: 'Texte', selectors: ['p', 'div', 'dd', 'li'], look: { after: 6 } },
  { id: 'TexteListe', name: 'Texte\u00a0: liste', selectors: ['li'], look: { after: 3 } },
  { id: 'PageDeTitre', name: 'Page de titre', selectors: ['.title-page p'], look: { font: 'sans', after: 6 } },
  {
    id: 'RubriqueFiche',
    name: 'Fiche\u00a0: rubrique',
    selectors: ['dt'],
    look: { font: 'sans', colour: SOFT, keepNext: true },
  },
  { id: 'Fiche', name: 'Fiche', selectors: ['.facts dd', '.colophon dd'], look: { font: 'sans', after: 4 } },
  {
    id: 'NumeroDeChapitre',
    name: 'Chapitre\u00a0: numéro',
    selectors: ['.chapter p.chapter-number'],
    look: { font: 'title', size: 12, bold: true, keepNext: true },
  },
  { id: 'Chapeau', name: 'Chapeau', selectors: ['.lead', '.lead p'], look: { size: 13, after: 12 } },
  {
    id: 'Exergue',
    name: 'Exergue',
    selectors: ['.pull', '.pull p'],
    look: { font: 'title', size: 16, bold: true, before: 12, after: 12, indent: 8 },
  },
  {
    id: 'Citation',
    name: 'Citation',
    selectors: ['blockquote', 'blockquote p'],
    look: { italic: true, indent: 8, after: 4 },
  },
  {
    id: 'CitationAuteur',
    name: 'Citation\u00a0: auteur',
    selectors: ['.quote figcaption'],
    look: { font: 'sans', size: 9, colour: SOFT, indent: 8, after: 10 },
  },
  ...box('Retenir', 'Encadré « À retenir »', '.keep'),
  {
    id: 'RetenirTitre',
    name: 'Encadré « À retenir »\u00a0: titre',
    selectors: ['.keep .keep-title'],
    look: { font: 'title', size: 12, bold: true, ground: GROUND, before: 10, after: 3, keepNext: true },
  },
  ...box('Encadre', 'Encadré', '.aside'),
  ...box('Question', 'Question ouverte', '.card'),
  {
    id: 'QuestionTitre',
    name: 'Question ouverte\u00a0: titre',
    selectors: ['.card h3', '.card h4', '.card h5'],
    look: { font: 'title', size: 12, bold: true, ground: GROUND, keepNext: true },
  },
  {
    id: 'SeanceHeure',
    name: 'Séance\u00a0: heure',
    selectors: ['.session p.session-time'],
    look: { font: 'title', size: 11, bold: true, before: 12, keepNext: true },
  },
  {
    id: 'SeanceTitre',
    name: 'Séance\u00a0: titre',
    selectors: ['.session h3', '.session h4', '.session h5'],
    look: { font: 'title', size: 12, bold: true, after: 2, outline: 3, keepNext: true },
  },
  {
    id: 'SeanceTexte',
    name: 'Séance\u00a0: texte',
    selectors: ['.session', '.session p', '.session li'],
    look: { font: 'sans', after: 4 },
  },
  {
    id: 'SeancePrecision',
    name: 'Séance\u00a0: précision',
    selectors: ['.session p.session-about'],
    look: { font: 'sans', size: 9, colour: SOFT, after: 4 },
  },
  {
    id: 'PortraitNom',
    name: 'Portrait\u00a0: nom',
    selectors: ['.place-portrait h3', '.place-portrait h4', '.place-portrait h5'],
    look: { font: 'title', size: 13, bold: true, before: 12, outline: 3, keepNext: true },
  },
  {
    id: 'PortraitPrecision',
    name: 'Portrait\u00a0: précision',
    selectors: ['.place-portrait p.session-about'],
    look: { font: 'sans', size: 9, colour: SOFT, after: 4 },
  },
  {
    id: 'Portrait',
    name: 'Portrait',
    selectors: ['.place-portrait', '.place-portrait p', '.place-portrait li'],
    look: { after: 6 },
  },
  {
    id: 'PhotoEmplacement',
    name: 'Photographie\u00a0: emplacement',
    selectors: ['.photo p.photo-place'],
    look: { font: 'sans', size: 9, bold: true, colour: PLACE, before: 10, keepNext: true },
  },
  { id: 'Legende', name: 'Légende', selectors: ['.photo p.caption'], look: { font: 'sans', size: 9, keepNext: true } },
  {
    id: 'Credit',
    name: 'Crédit',
    selectors: ['.photo p.credit'],
    look: { font: 'sans', size: 9, colour: SOFT, after: 10 },
  },
  {
    id: 'FigureEmplacement',
    name: 'Figure\u00a0: emplacement',
    selectors: ['.figure p.figure-place'],
    look: { font: 'sans', size: 9, bold: true, colour: PLACE, before: 12, keepNext: true },
  },
  {
    id: 'FigureNumero',
    name: 'Figure\u00a0: numéro',
    selectors: ['.figure p.figure-number'],
    look: { font: 'sans', size: 9, bold: true, keepNext: true },
  },
  {
    id: 'FigureTitre',
    name: 'Figure\u00a0: titre',
    selectors: ['.figure h3', '.figure h4', '.figure h5'],
    look: { font: 'title', size: 12, bold: true, keepNext: true },
  },
  {
    id: 'FigureSousTitre',
    name: 'Figure\u00a0: sous-titre',
    selectors: ['.figure p.subtitle'],
    look: { font: 'sans', size: 9, colour: SOFT, keepNext: true },
  },
  {
    id: 'FigureMentions',
    name: 'Figure\u00a0: lecture, champ, source',
    selectors: ['.figure .figure-notes p'],
    look: { font: 'sans', size: 8, after: 2 },
  },
  {
    id: 'Chiffre',
    name: 'Chiffre',
    selectors: ['.numbers p.big'],
    look: { font: 'title', size: 22, bold: true, before: 10, keepNext: true },
  },
  {
    id: 'ChiffreObjet',
    name: 'Chiffre\u00a0: ce qu’il compte',
    selectors: ['.numbers p.big-noun'],
    look: { font: 'sans', keepNext: true },
  },
  {
    id: 'ChiffreSource',
    name: 'Chiffre\u00a0: source',
    selectors: ['.numbers p.big-source'],
    look: { font: 'sans', size: 8, colour: SOFT, after: 8 },
  },
  {
    id: 'TableauTitre',
    name: 'Tableau\u00a0: en-tête',
    selectors: ['th', 'th p'],
    look: { font: 'sans', size: 9, bold: true },
  },
  { id: 'TableauCellule', name: 'Tableau\u00a0: cellule', selectors: ['td', 'td p'], look: { font: 'sans', size: 9 } },
  {
    id: 'GlossaireMot',
    name: 'Glossaire\u00a0: mot',
    selectors: ['.glossary dt'],
    look: { font: 'title', size: 11, bold: true, before: 6, keepNext: true },
  },
  {
    id: 'GlossaireDefinition',
    name: 'Glossaire\u00a0: définition',
    selectors: ['.glossary dd', '.glossary dd p'],
    look: { after: 6 },
  },
  { id: 'Remerciements', name: 'Remerciements', selectors: ['.thanks', '.thanks p', '.thanks li'], look: { after: 6 } },
  { id: 'Colophon', name: 'Colophon', selectors: ['.colophon > p'], look: { font: 'sans', after: 6 } },
];

/** The styles of words inside a paragraph. */
export const CHARACTERS: readonly ManuscriptStyle[] = [
  { id: 'Gras', name: 'Gras', selectors: ['strong', 'b'], look: { bold: true } },
  { id: 'Italique', name: 'Italique', selectors: ['em', 'i'], look: { italic: true } },
];

/** Which style each part of the page gets, for the converter. */
export const STYLE_MAP: Readonly<Record<string, string>> = Object.fromEntries(
  [...HEADINGS, ...PARAGRAPHS, ...CHARACTERS].flatMap(({ id, selectors }) =>
    selectors.map((selector) => [selector, id]),
  ),
);
