// npm run dev : le site pendant qu’on y travaille ; les deux observatoires à une seule adresse.
import { demonstrationFolders } from '../src/observatory/folders.ts';
import { readBase } from './base.ts';
import { FOLDERS, readOptions } from './options.ts';
import { runTool } from './tool.ts';

const DEMONSTRATION_PORT = '4322';

const options = readOptions({
  name: 'npm run dev',
  does: 'ouvre le site pendant qu’on écrit ; il se met à jour à chaque enregistrement.',
  options: { port: { takes: 'NUMÉRO', does: 'sert le site à ce port plutôt qu’au 4321' }, ...FOLDERS },
});
Object.assign(process.env, options.environment, {
  OBSERVATOIRE_BASE: readBase({ ...process.env, ...options.environment }),
});
const port = options.values.port ?? '4321';
const real = { OBSERVATOIRE_MANDATAIRE: `http://localhost:${DEMONSTRATION_PORT}` };
await Promise.all([
  runTool('astro', ['dev', '--port', port], { env: demonstrationFolders(process.env) ? real : {} }),
  demonstrationFolders(process.env) &&
    runTool('astro', ['dev', '--port', DEMONSTRATION_PORT], { env: { OBSERVATOIRE_DEMONSTRATION: '1' }, quiet: true }),
]);
