import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { pages, read } from './dist.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // Astro writes void elements and attribute quotes in its own, valid way.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    // U+00A0 and U+202F are the French typography itself.
    'no-raw-characters': 'off',
    'tel-non-breaking': 'off',
  },
});

test.each(pages)('%s est du HTML correct', async (page) => {
  const { results } = await validator.validateString(read(page));
  expect(
    results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line} ${ruleId} : ${message}`)),
  ).toEqual([]);
});
