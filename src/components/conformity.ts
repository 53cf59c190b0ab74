import { currentFolders } from '../observatory/folders.ts';
import { judgeConformity, readSelfCheck } from '../observatory/self-check.ts';

/** The self-check of this site; null where nobody made one. */
export const { check: selfCheck } = readSelfCheck(currentFolders());

/** What the self-check comes to. */
export const conformity = judgeConformity(selfCheck);
