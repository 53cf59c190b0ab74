import { expect, test } from 'vitest';
import { contactOf } from '../../src/components/contact.ts';

const settings = (contact: string | null, url: string | null) => ({
  mentions: { editeur: null, directeurPublication: null, hebergeur: null, contact },
  contribuer: { texte: 'Écrivez-nous.', url },
});
const letter = { subject: 'Erreur : « A & B » (lieu-a)', lines: ['Fiche :', ''] };

test('une lettre commencée nomme la fiche, et rien ne s’en perd', () => {
  const contact = contactOf(settings('annuaire@example.org', 'https://example.org/'), letter);
  expect(contact?.isLetter).toBe(true);
  const { pathname, searchParams } = new URL(contact!.href);
  expect(pathname).toBe('annuaire@example.org');
  expect(searchParams.get('subject')).toBe(letter.subject);
  expect(searchParams.get('body')).toBe('Fiche :\r\n');
  expect(contact!.href).not.toMatch(/[\s"<>«]|\+/);
});

test('sans adresse électronique, la page de contact ; sans rien, aucun lien', () => {
  expect(contactOf(settings(null, 'https://example.org/ecrire'), letter)).toEqual({
    href: 'https://example.org/ecrire',
    isLetter: false,
  });
  expect(contactOf(settings(null, null), letter)).toBeUndefined();
});
