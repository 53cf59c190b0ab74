// npm run bench : ce que coûtent la lecture, la construction et chaque page ; des rapports mesurés dans une même exécution.
import { benchBuild } from './bench/build.ts';
import { benchContours } from './bench/contours.ts';
import { benchFlows } from './bench/flows.ts';
import { benchPrinting } from './bench/printing.ts';
import { benchReading } from './bench/reading.ts';
import { benchSearch } from './bench/search.ts';
import { benchSecrecy } from './bench/secrecy.ts';
import { printTable } from './bench/table.ts';
import { benchTerritories } from './bench/territories.ts';
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
printTable('Faire un fond de carte (médiane de 3 passages)', benchContours());
const { rows, dist, many, clean } = await benchBuild();
printTable('Construire le site (les images PNG sont en cache)', rows);
printTable('Territoires (médiane de 3 passages alternés)', await benchTerritories());
printTable('Index de recherche', await benchSearch(dist, many));
printTable('Imprimer, pages composées et PDF contrôlés', await benchPrinting());
printTable('Poids d’une page (Ko après brotli, HTML + feuilles de style + scripts, sans polices)', benchWeight(dist));
clean();
