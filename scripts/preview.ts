// npm run preview : le dernier site construit, tel qu’il sera publié.
import { existsSync } from 'node:fs';
import { readBase } from './base.ts';
import { FOLDERS, readOptions } from './options.ts';
import { runTool } from './tool.ts';

const options = readOptions({
  name: 'npm run preview',
  does: 'sert le dernier site fabriqué, comme en ligne.',
  options: {
    port: { takes: 'NUMÉRO', does: 'sert le site à ce port plutôt qu’au 4321' },
    outDir: { takes: 'DOSSIER', does: 'sert le site de ce dossier plutôt que celui de dist/' },
    ...FOLDERS,
  },
});
const env = {
  OBSERVATOIRE_BASE: readBase({ ...process.env, ...options.environment }),
  OBSERVATOIRE_SORTIE: options.values.outDir,
};
const folder = options.values.outDir ?? 'dist';
if (existsSync(folder)) {
  process.exitCode = (await runTool('astro', ['preview', '--port', options.values.port ?? '4321'], { env })).code;
} else {
  console.error(`Il n’y a pas encore de site dans ${folder}/ : « npm run build » le fabrique.`);
  process.exitCode = 1;
}
