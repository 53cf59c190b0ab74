// npm run build : contrôle les données, construit les deux observatoires, puis remplace le dernier site d’un seul geste.
import { build } from './build-site.ts';
import { readOptions } from './options.ts';

const options = readOptions('npm run build', ['outDir', 'donnees', 'contenu'], ['publication']);
process.exitCode = await build({
  outDir: options.values.outDir ?? 'dist',
  publication: options.flags.has('publication'),
  environment: options.environment,
  say: (line) => console.log(line),
});
