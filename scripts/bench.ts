// npm run bench : ce que coûtent la lecture, la construction et chaque page ; des rapports mesurés dans une même exécution.
import { benchBuild } from './bench/build.ts';
import { benchFlows } from './bench/flows.ts';
import { benchReading } from './bench/reading.ts';
import { benchSecrecy } from './bench/secrecy.ts';
import { printTable } from './bench/table.ts';
import { benchWeight } from './bench/weight.ts';
import { readOptions } from './options.ts';

readOptions({
  name: 'npm run bench',
  does: 'mesure la durée, la mémoire et le poids des pages.',
  options: {},
  codes: ['quand tout est mesuré', 'quand le site ne se fabrique pas'],
});

printTable('Lire et contrôler un CSV de 80 colonnes (médiane de passages alternés)', benchReading());
printTable('Secret statistique, sur la démonstration', await benchSecrecy());
printTable('Dessiner des flux (médiane de 15 passages)', benchFlows());
const { rows, dist, clean } = await benchBuild();
printTable('Construire le site (les images PNG sont en cache)', rows);
printTable('Poids d’une page (Ko après brotli, HTML + feuilles de style + scripts, sans polices)', benchWeight(dist));
clean();
