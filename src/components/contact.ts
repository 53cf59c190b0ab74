import type { Observatory } from '../observatory/index.ts';

/** Where to write: an address to open, and whether the letter is begun there (a form on a page knows nothing of it). */
export interface Contact {
  readonly href: string;
  readonly isLetter: boolean;
}

/** Where readers write to the team: its mail, with the letter begun, else its page; undefined while neither is known. */
export function contactOf(
  { mentions, contribuer }: Pick<Observatory['settings'], 'mentions' | 'contribuer'>,
  letter: { readonly subject: string; readonly lines: readonly string[] },
): Contact | undefined {
  if (mentions.contact) {
    // Mail programs want real line ends and %20, not the "+" of forms.
    const fields = [
      ['subject', letter.subject],
      ['body', letter.lines.join('\r\n')],
    ].map(([name, value]) => `${name}=${encodeURIComponent(value!)}`);
    return { href: `mailto:${encodeURI(mentions.contact)}?${fields.join('&')}`, isLetter: true };
  }
  return contribuer.url ? { href: contribuer.url, isLetter: false } : undefined;
}
