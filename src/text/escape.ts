const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Text made safe inside XML and HTML, in elements and attributes. Characters that XML forbids, lone surrogates and
 * marks that reverse the direction of text are dropped: they can only come from a damaged or hostile cell.
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g,
      '',
    )
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
