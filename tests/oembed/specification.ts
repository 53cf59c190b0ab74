import { z } from 'zod';

/** "Only HTTP and HTTPS URLs are valid." */
const url = z.url({ protocol: /^https?$/ });
const text = z.string().regex(/\S/);
/** "The width in pixels": of something that is shown. */
const pixels = z.int().positive();

/** Parameters that any answer may have (2.3.4). */
const common = {
  version: z.literal('1.0'),
  title: text.optional(),
  author_name: text.optional(),
  author_url: url.optional(),
  provider_name: text.optional(),
  provider_url: url.optional(),
  cache_age: z.int().nonnegative().optional(),
  thumbnail_url: url.optional(),
  thumbnail_width: pixels.optional(),
  thumbnail_height: pixels.optional(),
};
const shown = { html: text, width: pixels, height: pixels };

/**
 * An answer of oEmbed 1.0, by the rules of https://oembed.com, section 2.3.4. Stricter than they are: parameters that the
 * specification does not name, which it lets pass, are refused.
 */
export const oembedAnswer = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('photo'), ...common, url, width: pixels, height: pixels }),
    z.strictObject({ type: z.literal('video'), ...common, ...shown }),
    z.strictObject({ type: z.literal('link'), ...common }),
    z.strictObject({ type: z.literal('rich'), ...common, ...shown }),
  ])
  .refine(
    ({ thumbnail_url, thumbnail_width, thumbnail_height }) =>
      new Set([thumbnail_url, thumbnail_width, thumbnail_height].map((value) => value === undefined)).size === 1,
    'thumbnail_url, thumbnail_width and thumbnail_height go together',
  );
