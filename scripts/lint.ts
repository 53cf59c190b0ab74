// npm run lint : style et erreurs du code (Biome), puis types, pages Astro comprises (astro check).

import { readOptions } from './options.ts';
import { runTool } from './tool.ts';

readOptions({
  name: 'npm run lint',
  does: 'contrôle le style et les types du code.',
  options: {},
  codes: ['sans erreur', 'avec des erreurs'],
});

const biome = await runTool('biome', ['check', '.']);
const astro = await runTool('astro', ['check', '--minimumFailingSeverity', 'hint']);
process.exitCode = Math.max(biome.code, astro.code);
