/** Where the red, green and blue of sRGB stand, as every profile of it says. */
const COLORANTS = {
  rXYZ: [0.4361, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7139],
} as const;
/** Light of half a signal in sRGB. */
const HALF = 0.214;
/** Profiles are rounded, each in its way. */
const [NEAR_COLORANT, NEAR_HALF] = [0.003, 0.02];

/** True for an ICC profile of sRGB, whatever it is called: the browser names its own by a number. */
export function isSrgb(bytes: Uint8Array): boolean {
  const tags = tagsOf(Buffer.from(bytes));
  const places = Object.entries(COLORANTS).every(([name, wished]) => {
    const tag = tags.get(name);
    if (!tag || tag.length < 20) return false;
    return wished.every((part, i) => Math.abs(tag.readInt32BE(8 + 4 * i) / 65536 - part) <= NEAR_COLORANT);
  });
  return places && ['rTRC', 'gTRC', 'bTRC'].every((name) => Math.abs(halfOf(tags.get(name)) - HALF) <= NEAR_HALF);
}

function tagsOf(profile: Buffer): ReadonlyMap<string, Buffer> {
  const tags = new Map<string, Buffer>();
  const count = profile.length < 132 ? 0 : profile.readUInt32BE(128);
  for (let entry = 132; entry + 12 <= profile.length && entry < 132 + 12 * count; entry += 12) {
    const start = profile.readUInt32BE(entry + 4);
    const tag = profile.subarray(start, start + profile.readUInt32BE(entry + 8));
    tags.set(profile.toString('latin1', entry, entry + 4), tag);
  }
  return tags;
}

/** Light of half a signal: by a power, a table, or the formula of sRGB; nothing where there is no such curve. */
function halfOf(tag: Buffer | undefined): number {
  const kind = tag?.toString('latin1', 0, 4);
  if (!tag || tag.length < 12) return Number.NaN;
  if (kind === 'para' && tag.length >= 24) {
    const [power, a, b] = [12, 16, 20].map((at) => tag.readInt32BE(at) / 65536) as [number, number, number];
    return tag.readUInt16BE(8) === 0 ? 0.5 ** power : (a / 2 + b) ** power;
  }
  const count = kind === 'curv' ? tag.readUInt32BE(8) : 0;
  if (count === 1 && tag.length >= 14) return 0.5 ** (tag.readUInt16BE(12) / 256);
  return count > 1 && tag.length >= 12 + 2 * count ? tag.readUInt16BE(12 + 2 * (count >> 1)) / 65535 : Number.NaN;
}
