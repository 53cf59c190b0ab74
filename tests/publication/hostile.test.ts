import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingOf } from '../../src/publication/change.ts';
import type { Comparison } from '../../src/publication/compare.ts';
import { writeHtml } from '../../src/publication/write-html.ts';
import { writeMarkdown } from '../../src/publication/write-markdown.ts';
import { writeText } from '../../src/publication/write-text.ts';

/** What cells and texts have held to break pages and comments. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '</details><img src=x onerror=alert(1)>',
    '| a | b |\n| --- |',
    '```\n# titre',
    '@equipe #12 [lien](javascript:alert(1))',
    '![image](https://example.org/p.png)',
    '"><svg onload=alert(1)>',
    '&lt;b&gt;',
    '\u202egnp.exe',
    '{{ x }} $x$ *y* _z_',
  ),
);

const comparison = fc
  .record({ title: words, before: words, after: words, where: words, file: words, note: words })
  .map(({ title, before, after, where, file, note }): Comparison => {
    const cell = {
      what: title,
      where,
      before,
      after,
      difference: note,
      jump: true,
      breaks: [note],
      weight: 1,
      scope: {},
    };
    const finding = findingOf({ kind: 'figure', id: 'une-figure' }, title, {
      words: [{ what: 'constat', before, after }],
      cells: [cell],
      notes: [note],
    });
    const showings = [{ address: '/methode/', chapter: title, file }];
    const explanations = [{ date: '2026-11-02', quoi: ['une-figure'], explication: note }];
    const change = { ...finding, showings, explanations, isUnexplained: false };
    const addresses = [{ address: '/methode/', state: 'changée' as const }];
    return {
      reference: title,
      observatories: [{ name: title, demonstration: false, changes: [change], addresses }],
      notes: [],
    };
  });

describe('quoi que disent les fichiers', () => {
  test('Markdown : nos balises seulement, ni mention, ni lien, ni case de tableau en trop', () => {
    fc.assert(
      fc.property(comparison, (value) => {
        const text = writeMarkdown(value);
        expect(text.replace(/<\/?details(?: open)?>|<\/?summary>/g, '')).not.toMatch(/[<>]/);
        expect(text).not.toMatch(/[@\]]|\]\(|&#64;(?!\u2060)|&#35;(?!\u2060)/);
        for (const line of text.split('\n').filter((one) => one.startsWith('|')))
          expect(line.split('|')).toHaveLength(6);
      }),
    );
  });

  test('HTML : nos balises seulement, aucun script, rien de cherché ailleurs', () => {
    fc.assert(
      fc.property(comparison, (value) => {
        const html = writeHtml(value, { titre: '', texte: '' });
        const body = html.slice(html.indexOf('<body>'));
        const tags = [...body.matchAll(/<(\/?[a-z][\w-]*)([^>]*)>/gi)];
        const known =
          /^\/?(?:body|main|h[1-3]|p|section|article|header|code|pre|dl|dt|dd|div|span|del|ins|table|caption|thead|tbody|tr|th|td|strong|em|ul|ol|li|a|details|summary|html)$/;
        for (const [, name = '', attributes = ''] of tags) {
          expect(name).toMatch(known);
          expect(attributes).not.toMatch(/\bon\w+\s*=|\bsrc\s*=|href="(?!#)/);
        }
      }),
    );
  });

  test('terminal : des lignes imprimables', () => {
    fc.assert(
      fc.property(comparison, (value) => {
        expect(/[^\P{C}\n]/u.exec(writeText(value))).toBeNull();
      }),
    );
  });
});
