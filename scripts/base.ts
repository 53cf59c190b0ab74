import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../src/datasets/read-document.ts';
import { settingsSchema } from '../src/datasets/settings.ts';
import { realFolders } from '../src/observatory/folders.ts';

/** The path under which observatoire.yaml puts the site; "/" while that file has faults, which `verifier` tells. */
export function readBase(environment: Readonly<Record<string, string | undefined>>): string {
  const file = join(realFolders(environment).content, 'observatoire.yaml');
  return existsSync(file) ? (readDocument(readFileSync(file, 'utf8'), file, settingsSchema).value?.base ?? '/') : '/';
}
