import type { z } from 'zod';

const TYPES: Readonly<Record<string, string>> = {
  string: 'un texte (entre guillemets s’il ressemble à un nombre)',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: '« true » ou « false »',
  array: 'une liste',
  tuple: 'une liste',
  object: 'une suite de lignes « clé: valeur »',
  record: 'une suite de lignes « clé: valeur »',
};

/** What a zod issue asks for, as a French noun phrase; a message written in our schemas is kept. */
export function expectedOf(issue: z.core.$ZodIssue): string {
  if (!isZods(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.message;
    case 'invalid_value':
      return issue.values.map((value) => `« ${String(value)} »`).join(' ou ');
    case 'invalid_union':
      return [...new Set(issue.errors.flat().map(expectedOf))].join(' ou ') || issue.message;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `un nombre ${issue.inclusive ? 'd’au moins' : 'supérieur à'} ${String(issue.minimum).replace('.', ',')}`
        : 'une valeur plus longue';
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `un nombre ${issue.inclusive ? 'd’au plus' : 'inférieur à'} ${String(issue.maximum).replace('.', ',')}`
        : 'une valeur plus courte';
    case 'invalid_key':
      return issue.issues.map(expectedOf).join(' et ');
    default:
      return 'une autre valeur';
  }
}

/** True for zod's own sentences, in English: ours, in schemas, begin with an article. */
export function isZods(message: string): boolean {
  return /^(?:Invalid|Too|Unrecognized|Input) /.test(message.replace(':', ' '));
}
