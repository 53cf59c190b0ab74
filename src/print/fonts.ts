import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A font of the book: how a style sheet names it, and its file. */
interface Font {
  readonly family: string;
  readonly weight: number;
  readonly italic?: true;
  readonly file: string;
}

/** A family: what the package that holds it is called, and its licence (OFL), which goes wherever the fonts go. */
interface Family {
  readonly name: string;
  readonly licence: string;
  readonly fonts: readonly Font[];
}

const familyOf = (name: string, packaged: string, files: readonly (readonly [string, number, true?])[]): Family => {
  const folder = dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${packaged}/package.json`)));
  const prefix = name.replaceAll(' ', '');
  return {
    name,
    licence: join(folder, 'LICENSE_FONT'),
    fonts: files.map(([style, weight, italic]) => ({
      family: name,
      weight,
      ...(italic ? { italic } : {}),
      file: join(folder, style, `${prefix}_${style}.ttf`),
    })),
  };
};

/** The fonts of drawings and text, as the layout team installs them. */
export const FAMILIES: readonly Family[] = [
  familyOf('Source Sans 3', 'source-sans-3', [
    ['400Regular', 400],
    ['400Regular_Italic', 400, true],
    ['600SemiBold', 600],
    ['700Bold', 700],
  ]),
  familyOf('Bricolage Grotesque', 'bricolage-grotesque', [['700Bold', 700]]),
  familyOf('Source Serif 4', 'source-serif-4', [
    ['400Regular', 400],
    ['400Regular_Italic', 400, true],
    ['600SemiBold', 600],
    ['700Bold', 700],
  ]),
];

/** How a PDF calls letters that the browser drew because they bear an outline: a font of Type 3, in the file itself. */
export const DRAWN = 'lettres dessinées';

/** True for the name that a PDF gives one of our fonts: any other is what the browser found on the machine of the day. */
export function isOurFont(name: string): boolean {
  return name === DRAWN || FAMILIES.some((family) => name.startsWith(family.name.replaceAll(' ', '')));
}
