// npm run preview : le dernier site construit, tel qu’il sera publié.
import { readOptions } from './options.ts';
import { siteBase } from './site-settings.ts';
import { runTool } from './tool.ts';

const options = readOptions('npm run preview', ['donnees', 'contenu', 'port', 'outDir']);
const env = { ...options.environment, OBSERVATOIRE_BASE: await siteBase(options.environment), OBSERVATOIRE_SORTIE: options.values.outDir };
process.exitCode = (await runTool('astro', ['preview', '--port', options.values.port ?? '4321'], { env })).code;
