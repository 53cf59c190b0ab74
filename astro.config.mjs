import { join } from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { currentFolders } from './src/observatory/folders.ts';
import { prosePlugin } from './src/observatory/prose-plugin.ts';
import { base } from './src/observatory/urls.ts';
import { faultsPlugin } from './src/publication/faults-plugin.ts';
import { tokensPlugin } from './src/styles/tokens-plugin.ts';

const folders = currentFolders();
const isPrinted = process.env.OBSERVATOIRE_IMPRESSION === '1';
const isFrozen = Boolean(process.env.OBSERVATOIRE_FIGER);
const cache = join(
  'node_modules/.cache/observatoire',
  `${folders.demonstration ? 'demonstration' : 'reel'}${isPrinted ? '-impression' : isFrozen ? '-figer' : ''}`,
);

// Everything regional is in content/observatoire.yaml; scripts/ pass the folders, the base path and the output here.
export default defineConfig({
  base,
  trailingSlash: 'always',
  // Sheets and books are pages of their own (src/print/pages): the site has none of them, they have none of the site.
  // What is frozen is drawn once, by pages of its own too (src/freezing/pages).
  srcDir: isPrinted ? 'src/print' : isFrozen ? 'src/freezing' : 'src',
  publicDir: 'src/static',
  cacheDir: join(cache, 'astro'),
  outDir: process.env.OBSERVATOIRE_SORTIE ?? 'dist',
  integrations: [mdx()],
  markdown: { syntaxHighlight: false },
  build: { inlineStylesheets: 'never', concurrency: 4 },
  devToolbar: { enabled: false },
  vite: {
    cacheDir: join(cache, 'vite'),
    build: { assetsInlineLimit: 0 },
    plugins: [prosePlugin(folders), tokensPlugin(folders.demonstration), faultsPlugin(folders)],
    server: {
      proxy: process.env.OBSERVATOIRE_MANDATAIRE
        ? { [`${base}demonstration/`]: process.env.OBSERVATOIRE_MANDATAIRE }
        : {},
    },
  },
});
