import { hasErrors } from '../src/csv/fault.ts';
import { demonstrationFolders, realFolders } from '../src/observatory/folders.ts';
import { reportFaults, verify } from '../src/observatory/verify.ts';
import { readOptions } from './options.ts';

const { environment } = readOptions('npm run verifier', ['donnees', 'contenu']);
const all = { ...process.env, ...environment };
const observatories = [realFolders(all), demonstrationFolders(all)].filter((folders) => folders !== undefined);
const { faults, masking } = await verify(observatories, { publication: false });
console.log([reportFaults(faults), ...masking].join('\n\n'));
process.exitCode = hasErrors(faults) ? 1 : 0;
