import fc from 'fast-check';
import { expect, it } from 'vitest';
import { escapeXml } from '../../src/text/escape.ts';

it('escapes markup and quotes', () => {
  expect(escapeXml(`</text><script>alert("l'été")&`)).toBe(
    '&lt;/text&gt;&lt;script&gt;alert(&quot;l&#39;été&quot;)&amp;',
  );
});

it('drops what XML forbids and what turns text around', () => {
  expect(escapeXml('a\u0000b\u0008c\u202ed\u2066e\ufffff')).toBe('abcdef');
  expect(escapeXml('\ud800')).toBe('\ufffd');
});

it('leaves no character that opens markup, whatever comes in', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"'\u0000\u202e]/.test(escapeXml(text))));
});
