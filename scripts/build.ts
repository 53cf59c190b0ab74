// npm run build : contrôle les données, construit les deux observatoires, puis remplace le dernier site d’un seul geste.
import { build } from './build-site.ts';
import { readOptions, refuseCall } from './options.ts';

const COMMAND = 'npm run build';
const options = readOptions(COMMAND, ['outDir', 'adresse', 'donnees', 'contenu'], ['publication'], {
  help: `${COMMAND} : contrôle les données et les textes, puis fabrique le site.

  --publication       prépare la mise en ligne : sans la démonstration ; dit ce que le site n’a pas
                      encore, et s’arrête sur ce qui ne doit pas être publié
  --adresse URL       avec --publication : l’adresse où l’hébergeur servira le site ; la fabrication
                      s’arrête si « base » n’y répond pas
  --outDir DOSSIER    écrit le site dans ce dossier plutôt que dans dist/
  --donnees DOSSIER   lit ces données plutôt que data/
  --contenu DOSSIER   lit ces textes et ces réglages plutôt que content/
  --aide              affiche ce texte

Code de sortie : 0 quand le site est fabriqué, 1 quand il ne l’est pas (le dernier reste en place),
2 pour un appel incorrect.`,
});
const { adresse } = options.values;
const served = adresse === undefined ? null : URL.parse(adresse);
if (adresse !== undefined && !/^https?:$/.test(served?.protocol ?? '')) {
  refuseCall(`« ${adresse} » n’est pas une adresse web complète, https://…`);
}
process.exitCode = await build({
  outDir: options.values.outDir ?? 'dist',
  publication: options.flags.has('publication'),
  ...(served ? { served } : {}),
  environment: options.environment,
  say: (line) => console.log(line),
});
