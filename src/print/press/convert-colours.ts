import type { PDFObject } from 'pdf-lib';
import { convertPixels } from './convert-pixels.ts';
import { type Inks, inkColour, type Rgb } from './inks.ts';
import type { Drawing, Setting } from './inspect.ts';
import type { Profile } from './profile.ts';
import { applyEdits } from './tokenize.ts';

/** The drawings with every colour of theirs in the inks of the profile; nothing else in them changes. Throws UnusableProfile. */
export async function convertColours(
  drawings: ReadonlyMap<PDFObject, Drawing>,
  profile: Profile,
): Promise<ReadonlyMap<PDFObject, Uint8Array>> {
  const settings = [...drawings.values()].flatMap((drawing) => [...drawing.settings.values()]);
  const byProfile = await convertAll(
    settings.map(rgbOf).filter((rgb) => rgb !== undefined),
    profile,
  );
  return new Map(
    [...drawings].map(([key, { bytes, settings }]) => {
      const edits = [...settings.values()]
        .toSorted((a, b) => a.operation.start - b.operation.start)
        .flatMap((setting) => {
          const rgb = rgbOf(setting);
          if (!rgb) return [];
          const { start, end } = setting.operation;
          const inks = inkColour(rgb, setting.uses, byProfile.get(rgb.join())!);
          return [{ start, end, text: `${inks.map(short).join(' ')} ${setting.isStroke ? 'K' : 'k'}` }];
        });
      return [key, applyEdits(bytes, edits)];
    }),
  );
}

/** All at once: each call of the converter costs as much as thousands of colours. */
async function convertAll(colours: readonly Rgb[], profile: Profile): Promise<ReadonlyMap<string, Inks>> {
  const distinct = [...new Map(colours.map((colour) => [colour.join(), colour])).entries()];
  if (distinct.length === 0) return new Map();
  const data = Uint8Array.from(distinct.flatMap(([, colour]) => colour));
  const inks = await convertPixels({ data, width: distinct.length, height: 1, channels: 3 }, profile);
  return new Map(
    distinct.map(([key], i) => [key, [0, 1, 2, 3].map((ink) => inks[i * 4 + ink]! / 255) as unknown as Inks]),
  );
}

/** Undefined for what is in inks already. */
function rgbOf({ colour: { model, parts } }: Setting): Rgb | undefined {
  const [first = 0] = parts;
  if (model === 'gray') return rgbOfParts([first, first, first]);
  return model === 'rgb' ? rgbOfParts(parts) : undefined;
}

const rgbOfParts = (parts: readonly number[]) => parts.map((part) => Math.round(part * 255)) as unknown as Rgb;

function short(ink: number): string {
  return String(Math.round(ink * 1000) / 1000);
}
