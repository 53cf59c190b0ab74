import { z } from 'zod';

/** A text of our YAML and JSON files. */
export const words = z.string().trim().min(1, 'un texte non vide');

/** An identifier, as in addresses and in names of files. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'un identifiant en minuscules, chiffres et traits d’union');

/** A web address. */
export const url = z.string().regex(/^https?:\/\/[^\s<>"'`]+$/, 'une adresse web complète, https://…');
