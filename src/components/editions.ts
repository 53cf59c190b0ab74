import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { currentFolders } from '../observatory/folders.ts';
import { type Prose, proseIn } from '../observatory/prose.ts';

const words = z.string().trim().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const card = z.object({
  title: words,
  description: words,
  evenement: words.nullish(),
  theme: words.nullish(),
  dates: z.object({ debut: day, fin: day }),
  lieu: words,
  commune: words.nullish(),
  source: z.url({ protocol: /^https?$/ }).nullish(),
});

/** One yearly book: its card and its chapters in order. */
export interface Edition extends z.infer<typeof card> {
  readonly annee: string;
  readonly chapters: readonly (Prose & { readonly slug: string })[];
}

/** The editions whose title, dates and place are known, newest first; the others are drafts that stay unpublished. */
export const editions: readonly Edition[] = readEditions(join(currentFolders().content, 'editions'));

function readEditions(folder: string): Edition[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((annee) => existsSync(join(folder, annee, 'edition.yaml')))
    .sort()
    .reverse()
    .flatMap((annee) => {
      const { success, data } = card.safeParse(parse(readFileSync(join(folder, annee, 'edition.yaml'), 'utf8')));
      return success ? [{ ...data, annee, chapters: chaptersOf(annee) }] : [];
    });
}

function chaptersOf(annee: string): Edition['chapters'] {
  return proseIn(`editions/${annee}`).map((prose) => ({
    ...prose,
    slug: (prose.name.split('/').at(-1) ?? '').replace(/^\d+-/, ''),
  }));
}
