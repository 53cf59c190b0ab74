/** Words joined as a sentence does it: "a", "a et b", "a, b et c". */
export function enumerate(words: readonly string[], conjunction: 'et' | 'ou' = 'et'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`;
}
