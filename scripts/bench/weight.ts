import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { formatNumber } from '../../src/text/number.ts';
import type { BenchRow } from './table.ts';

const TEMPLATES: readonly (readonly [name: string, page: string, aim?: string])[] = [
  ['Accueil', 'index.html'],
  ['Portrait', 'portrait/index.html', '≤ 80'],
  ['Portrait de la démonstration', 'demonstration/portrait/index.html', '≤ 80'],
  ['Financements', 'financements/index.html'],
  ['Annuaire', 'lieux/index.html'],
  ['Galerie', 'graphiques/index.html'],
  ['Données', 'donnees/index.html'],
  ['Méthode', 'methode/index.html'],
];

/** Brotli weight in kB of each template with its style sheets and scripts; the heaviest page where there are many. */
export function benchWeight(dist: string): readonly BenchRow[] {
  const rows = TEMPLATES.filter(([, page]) => existsSync(join(dist, page))).map(([name, page, aim]) => ({
    name,
    value: kilobytes(weigh(dist, page)),
    aim,
  }));
  return [
    ...rows,
    heaviest(dist, 'Figure, la plus lourde', 'graphiques', '≤ 15'),
    heaviest(dist, 'Figure de la démonstration, la plus lourde', 'demonstration/graphiques', '≤ 15'),
    heaviest(dist, 'Intégration, la plus lourde', 'integrer', '≤ 10'),
    heaviest(dist, 'Intégration de la démonstration, la plus lourde', 'demonstration/integrer', '≤ 10'),
    heaviest(dist, 'Lieu, le plus lourd', 'lieux'),
    heaviest(dist, 'Territoire, le plus lourd', 'portrait', '≤ 80'),
    heaviest(dist, 'Territoire de la démonstration, le plus lourd', 'demonstration/portrait', '≤ 80'),
    { name: 'Polices (une fois pour tout le site)', value: kilobytes(fonts(dist)), aim: '≤ 100' },
  ];
}

function heaviest(dist: string, name: string, folder: string, aim?: string): BenchRow {
  const pages = readdirSync(join(dist, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => basename(file) === 'index.html' && file !== 'index.html')
    .map((file) => ({ id: dirname(file), weight: weigh(dist, join(folder, file)) }))
    .sort((a, b) => b.weight - a.weight);
  return { name: `${name} (${pages[0]?.id})`, value: kilobytes(pages[0]?.weight ?? 0), aim };
}

function weigh(dist: string, page: string): number {
  const html = readFileSync(join(dist, page), 'utf8');
  const assets = [...html.matchAll(/<(?:script[^>]*\ssrc|link[^>]*rel="stylesheet"[^>]*\shref)="([^"]+)"/g)].map(
    ([, url]) => join(dist, url as string),
  );
  return [Buffer.from(html), ...[...new Set(assets)].map((file) => readFileSync(file))].reduce(
    (sum, bytes) => sum + brotliCompressSync(bytes).length,
    0,
  );
}

function fonts(dist: string): number {
  const folder = join(dist, '_astro');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.woff2'))
    .reduce((sum, file) => sum + readFileSync(join(folder, file)).length, 0);
}

function kilobytes(bytes: number): string {
  return formatNumber(bytes / 1000, { decimals: 1 });
}
