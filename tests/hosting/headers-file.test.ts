import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headersFile } from '../../src/hosting/headers-file.ts';
import { nginxExample } from '../../src/hosting/nginx-example.ts';

const FILES = [
  '_headers',
  '404.html',
  'index.html',
  '_astro/page.abc.css',
  'graphiques/partenaires.csv',
  'graphiques/partenaires/index.html',
  'integrer/partenaires/index.html',
  'rechercher/index.html',
  'demonstration/index.html',
  'demonstration/integrer/partenaires/index.html',
];

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'";

/** What stands under each path of a file of headers. */
function rulesOf(text: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    text
      .split('\n\n')
      .slice(1)
      .map((block) => block.trimEnd().split('\n  ') as [string, ...string[]])
      .map(([path, ...headers]) => [path, headers]),
  );
}

test('une règle par dossier, sous le chemin du site ; seules les figures à intégrer se montrent dans un cadre', () => {
  const page = [
    `Content-Security-Policy: ${POLICY}; frame-ancestors 'none'`,
    'Cache-Control: public, max-age=0, must-revalidate',
  ];
  const embed = [`Content-Security-Policy: ${POLICY}`, 'Cache-Control: public, max-age=0, must-revalidate'];
  expect(rulesOf(headersFile(FILES, '/observatoire/'))).toEqual({
    '/observatoire/*': [
      'X-Content-Type-Options: nosniff',
      'Referrer-Policy: strict-origin-when-cross-origin',
      'Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()',
      'Access-Control-Allow-Origin: *',
      'Cross-Origin-Resource-Policy: cross-origin',
    ],
    '/observatoire/': page,
    '/observatoire/404.html': page,
    '/observatoire/_astro/*': ['Cache-Control: public, max-age=31536000, immutable'],
    '/observatoire/demonstration/': page,
    '/observatoire/demonstration/integrer/*': embed,
    '/observatoire/graphiques/*': page,
    '/observatoire/integrer/*': embed,
    '/observatoire/rechercher/*': [
      `Content-Security-Policy: ${POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")}; frame-ancestors 'none'`,
      'Cache-Control: public, max-age=0, must-revalidate',
    ],
  });
  expect(Object.keys(rulesOf(headersFile(FILES, '/')))).toContain('/integrer/*');
});

test('l’exemple nginx du projet est celui que disent les règles', () => {
  expect(readFileSync(join(import.meta.dirname, '../../hebergement/nginx.conf'), 'utf8')).toBe(nginxExample());
});
