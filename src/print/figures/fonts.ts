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
