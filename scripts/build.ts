// npm run build : contrôle les données, construit les deux observatoires, puis remplace le dernier site d’un seul geste.
import { build } from './build-site.ts';
import { FOLDERS, readOptions, refuseCall } from './options.ts';

const options = readOptions({
  name: 'npm run build',
  does: 'contrôle les données et les textes, puis fabrique le site.',
  options: {
    publication: {
      does: 'prépare la mise en ligne, sans la démonstration : dit ce que le site n’a pas encore, et s’arrête sur ce qui ne doit pas être publié',
    },
    adresse: {
      takes: 'URL',
      does: 'avec --publication : l’adresse où l’hébergeur servira le site ; la fabrication s’arrête si « base » n’y répond pas',
    },
    outDir: { takes: 'DOSSIER', does: 'écrit le site dans ce dossier plutôt que dans dist/' },
    ...FOLDERS,
  },
  codes: ['quand le site est fabriqué', 'quand il ne l’est pas : le dernier reste en place'],
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
