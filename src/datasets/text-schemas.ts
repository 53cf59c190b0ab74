import { z } from 'zod';
import { findHostile } from '../csv/hostile.ts';
import { findPersonal, NOT_PERSONAL } from '../csv/personal.ts';

/** A text of our YAML and JSON files. */
export const words = z.string().trim().min(1, 'un texte non vide');

/** A text, with what is asked for there: "le nombre corrigé, comme on le lit". */
export function wordsOf(expected: string) {
  return z.string(expected).trim().min(1, expected);
}

/** A text that is published as it is written: it lets nobody be reached, and harms no page. */
export function sentence(expected: string) {
  return wordsOf(expected)
    .refine((text) => findPersonal(text).length === 0, NOT_PERSONAL)
    .superRefine((text, context) => {
      const hostile = findHostile(text);
      if (hostile) context.addIssue(`un texte simple, sans ${hostile}`);
    });
}

/** An identifier, as in addresses and in names of files. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'un identifiant en minuscules, chiffres et traits d’union');

/** A web address. */
export const url = z.string().regex(/^https?:\/\/[^\s<>"'`]+$/, 'une adresse web complète, https://…');
