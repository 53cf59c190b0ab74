// npm run preview : le dernier site construit, tel qu’il sera publié.
import { readBase } from './base.ts';
import { readOptions } from './options.ts';
import { runTool } from './tool.ts';

const options = readOptions('npm run preview', ['donnees', 'contenu', 'port', 'outDir']);
const env = {
  OBSERVATOIRE_BASE: readBase({ ...process.env, ...options.environment }),
  OBSERVATOIRE_SORTIE: options.values.outDir,
};
process.exitCode = (await runTool('astro', ['preview', '--port', options.values.port ?? '4321'], { env })).code;
