import { formatNumber, NO_BREAK } from '../../text/number.ts';
import { plural } from '../../text/plural.ts';
import { typo } from '../../text/typography.ts';
import { type BookLayout, columnOf } from '../edition/book-layout.ts';
import { FAMILIES } from '../fonts.ts';
import { CHARACTERS, HEADINGS, PARAGRAPHS } from '../manuscript/styles.ts';
import { drawnAt } from './figure-widths.ts';
import type { Pictures } from './taken-figure.ts';

/** What the folder is about. */
interface Told extends Pictures {
  /** The book's title. */
  readonly title: string;
  /** The file that holds the text. */
  readonly text: string;
  readonly layout: BookLayout;
  readonly demonstration: boolean;
}

/** The page that a layout team reads first: what each file is, and what to do with it. */
export function explainFolder({ title, text, layout, figures, photos, demonstration }: Told): string {
  const drawn = figures.filter(({ drawings }) => drawings);
  const { paper } = layout;
  const sections = [
    title.toLocaleUpperCase('fr'),
    ...(demonstration ? ['DÉMONSTRATION : cette région, ses lieux et ses nombres sont fictifs.'] : []),
    `Ce dossier contient de quoi mettre ce livre en pages : ${[
      'le texte',
      ...(drawn.length > 0 ? [plural(drawn.length, 'figure', 'figures')] : []),
      ...(photos.length > 0 ? [plural(photos.length, 'photographie', 'photographies')] : []),
      'les polices',
    ].join(', ')}. La commande qui l’a fait le remplace à chaque fois : rangez votre mise en pages ailleurs.`,
    heading('D’abord, les polices'),
    `Installez les polices du dossier « polices » : ${FAMILIES.map(({ name }) => name).join(', ')}. Sans elles, les lettres des fichiers SVG sont remplacées par d’autres, plus larges. Leur licence, à côté d’elles, permet de s’en servir et de les transmettre.`,
    heading('Le texte'),
    `${text} s’ouvre avec Word ou LibreOffice, et s’importe dans InDesign ou Scribus. Tout le texte y est, dans l’ordre du livre. Chaque paragraphe porte un style nommé, et rien d’autre : associez ces styles aux vôtres à l’importation. Les notes sont de vraies notes de bas de page ; elles recommencent à 1 à chaque chapitre. Les espaces insécables y sont déjà.`,
    'Une figure ou une photographie est annoncée entre crochets, avec le nom de son fichier : mettez l’image à cette place, puis effacez la ligne. Son numéro, son titre, sa lecture, son champ et sa source suivent : ils se composent avec elle.',
    'Un renvoi dit « figure 3 » : la page n’est connue que de vous. Un nombre du texte vient des données de l’observatoire : s’il doit changer, dites-le à l’équipe, qui refera ce dossier.',
    'Styles de paragraphe :',
    [
      ...HEADINGS.map(({ name, shown }) => `- ${shown} (« ${name} » dans le fichier)`),
      ...PARAGRAPHS.map(({ name }) => `- ${name}`),
      '- Note de bas de page (« footnote text » dans le fichier)',
    ].join('\n'),
    `Styles de caractère : ${CHARACTERS.map(({ name }) => name).join(', ')}, lien (« Hyperlink »).`,
    ...(drawn.length > 0 ? explainFigures(drawn.length < figures.length, layout) : []),
    ...(photos.length > 0
      ? [
          heading('Les photographies'),
          'Le dossier « photos » les contient entières, redressées, en couleurs sRVB, sans ce que l’appareil y avait écrit du lieu et du jour. photos.csv donne, pour chaque place où l’une d’elles se montre, le crédit, la légende et le texte de remplacement, et jusqu’à quelle largeur l’imprimer.',
        ]
      : []),
    heading('Les tableaux'),
    `Les fichiers CSV s’ouvrent avec un tableur. Ils donnent aussi le texte de remplacement de chaque image : il doit suivre l’image dans un PDF, pour qui ne la voit pas.`,
    heading('Ce qui a été contrôlé'),
    `controle.json dit ce qui a été vérifié : la taille et les polices de chaque fichier, et que chaque phrase du livre est dans le texte. Format du livre : ${paper.name}.`,
  ];
  return `\uFEFF${typo(sections.join('\n\n')).replaceAll('\n', '\r\n')}\r\n`;
}

function explainFigures(someAreMissing: boolean, layout: BookLayout): readonly string[] {
  const mm = (width: number) => `${formatNumber(width)}${NO_BREAK}mm`;
  return [
    heading('Les figures'),
    `Chaque figure est en quatre fichiers. « colonne » est large comme le texte (${mm(columnOf(layout))}) ; « page », comme la feuille moins un bord de chaque côté (${mm(drawnAt('page', layout).width)}). Placez-les à 100 % : leurs lettres ont alors ${formatNumber(layout.small, { decimals: 1 })} points, comme les légendes du livre. Chaque largeur est dessinée pour elle-même ; n’étirez pas l’une pour faire l’autre.`,
    'Le PDF contient ses polices et se place tel quel. Le SVG se modifie : son texte reste du texte. Les lettres posées sur un trait y sont deux fois : une fois en contour, dessous, et une fois pleines.',
    'figures.csv donne pour chacune le numéro, le titre, la lecture, le champ, la source, la licence et le texte de remplacement. La source se cite toujours avec la figure.',
    ...(someAreMissing
      ? ['Une figure sans fichier attend encore ses données : le texte dit la question qui reste ouverte.']
      : []),
  ];
}

function heading(words: string): string {
  return `${words}\n${'='.repeat(words.length)}`;
}
