// npm test : tous les essais, ceux du site construit et du navigateur compris. « npm test -- tests/csv » n’en lance qu’une partie.
import { runTool } from './tool.ts';

process.exitCode = (await runTool('vitest', ['run', ...process.argv.slice(2)])).code;
