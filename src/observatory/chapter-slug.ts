/** What a chapter of an edition is called in its address: "editions/2025/01-fives-cail" is "fives-cail". */
export function slugOfChapter(name: string): string {
  return (name.split('/').at(-1) ?? '').replace(/^\d+-/, '');
}

/** The chapter that a file of the content folder is, as `dans` says it ("2025/fives-cail"); none for any other text. */
export function placeOfChapter(name: string): string | undefined {
  const annee = /^editions\/([^/]+)\/[^/]+$/.exec(name.replace(/\.mdx$/, ''))?.[1];
  return annee && `${annee}/${slugOfChapter(name.replace(/\.mdx$/, ''))}`;
}
