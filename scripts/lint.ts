// npm run lint : style et erreurs du code (Biome), puis types, pages Astro comprises (astro check).
import { runTool } from './tool.ts';

const biome = await runTool('biome', ['check', '.']);
const astro = await runTool('astro', ['check', '--minimumFailingSeverity', 'hint']);
process.exitCode = Math.max(biome.code, astro.code);
