import { enumerate } from '../../text/list.ts';
import type { EditionDraft } from '../edition-cards.ts';

/** What readers call the keys that a published edition cannot do without. */
const NAMES: Readonly<Record<string, string>> = {
  title: 'son titre (title)',
  description: 'sa description (description)',
  theme: 'son thème (theme)',
  dates: 'ses dates (dates)',
  lieu: 'son lieu (lieu)',
};

/** A sentence a draft: which fields of edition.yaml keep it from being published. Empty where there is no draft. */
export function reportDrafts(drafts: readonly EditionDraft[]): string {
  return drafts.map(({ annee, lacks }) => `L’édition ${annee} ${reasonOf(lacks)}.`).join('\n');
}

function reasonOf(lacks: readonly string[]): string {
  return lacks.length === 0
    ? 'n’est pas publiée : sa fiche dit « brouillon: true »'
    : `n’est pas publiée : il lui manque ${enumerate(lacks.map((key) => NAMES[key] ?? key))}`;
}
