/** A text with plain spaces in place of those that hold words together. */
export function plain<T extends string | undefined>(text: T): T {
  return text?.replaceAll(/[\u00a0\u202f]/g, ' ') as T;
}
