// npm run preview : le dernier site construit, tel qu’il sera publié, avec ce qu’un bon hébergeur envoie.
import { existsSync } from 'node:fs';
import { headersOf } from '../src/hosting/headers.ts';
import { serve } from '../src/hosting/serve.ts';
import { readBase } from './base.ts';
import { FOLDERS, readOptions, refuseCall } from './options.ts';

const options = readOptions({
  name: 'npm run preview',
  does: 'sert le dernier site fabriqué, comme en ligne.',
  options: {
    port: { takes: 'NUMÉRO', does: 'sert le site à ce port plutôt qu’au 4321' },
    outDir: { takes: 'DOSSIER', does: 'sert le site de ce dossier plutôt que celui de dist/' },
    ...FOLDERS,
  },
});
const folder = options.values.outDir ?? 'dist';
const port = Number(options.values.port ?? 4321);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  refuseCall(`« ${options.values.port} » n’est pas un numéro de port, de 0 à 65535`);
}
if (existsSync(folder)) {
  const base = readBase({ ...process.env, ...options.environment });
  try {
    const { origin } = await serve(folder, { port, base, headersOf });
    console.log(`${folder}/ se voit à ${origin}${base} ; Ctrl+C l’arrête.`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    console.error(`Le port ${port} est déjà pris : « npm run preview -- --port ${port + 1} » en prend un autre.`);
    process.exitCode = 1;
  }
} else {
  console.error(`Il n’y a pas encore de site dans ${folder}/ : « npm run build » le fabrique.`);
  process.exitCode = 1;
}
