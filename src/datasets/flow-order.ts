import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../csv/fault.ts';
import { nameFile, readSuppliedText } from './files.ts';
import { nodeId } from './flux-nodes.ts';
import { NIVEAUX, type Niveau, TYPES_FINANCEUR, type TypeFinanceur } from './flux-options.ts';
import { readDocument } from './read-document.ts';
import { words } from './text-schemas.ts';

const LEVELS = Object.keys(NIVEAUX) as Niveau[];
const TYPES = Object.keys(TYPES_FINANCEUR) as TypeFinanceur[];

const node = z.strictObject({ nom: words, court: words.optional() });
const funder = node.extend({ type: z.enum(TYPES) });

/** What content/flux.yaml may say: the nodes of each level in the order of every picture, and the type of funders. */
const flowOrderSchema = z
  .strictObject({
    niveaux: z.strictObject({
      financeur: z.array(funder).default([]),
      dispositif: z.array(node).default([]),
      action: z.array(node).default([]),
      beneficiaire: z.array(node).default([]),
      depense: z.array(node).default([]),
      reste: z.array(node).default([]),
    } satisfies Record<Niveau, z.ZodType>),
  })
  .superRefine(({ niveaux }, context) => {
    for (const level of LEVELS) {
      const ids = niveaux[level].map(({ nom }) => nodeId(level, nom));
      for (const [index, id] of ids.entries()) {
        if (ids.indexOf(id) < index)
          context.addIssue({
            code: 'custom',
            path: ['niveaux', level, index, 'nom'],
            message: 'un nom que ce niveau n’a pas encore',
          });
      }
    }
  });

/** A node as the author names it: `court` is what pictures write where room is scarce, `type` the kind of a funder. */
export interface OrderedNode {
  readonly nom: string;
  readonly court?: string | undefined;
  readonly type?: TypeFinanceur | undefined;
}

/** The author's order of nodes, by level; equal in every exercice. */
export type FlowOrder = Readonly<Record<Niveau, readonly OrderedNode[]>>;

/** The order of an observatory without content/flux.yaml: that of the ledger. */
export const NO_ORDER: FlowOrder = {
  financeur: [],
  dispositif: [],
  action: [],
  beneficiaire: [],
  depense: [],
  reste: [],
};

/** The order that content/flux.yaml gives, and the file's faults; without the file, the order of the ledger. */
export function readFlowOrder(content: string): {
  readonly order: FlowOrder;
  readonly file: string;
  readonly faults: readonly Fault[];
} {
  const path = join(content, 'flux.yaml');
  const file = nameFile(path);
  if (!existsSync(path)) return { order: NO_ORDER, file, faults: [] };
  const text = readSuppliedText(path, 'l’ordre des flux');
  if (typeof text !== 'string') return { order: NO_ORDER, file, faults: [text] };
  const { value, faults } = readDocument(text, file, flowOrderSchema);
  return { order: value?.niveaux ?? NO_ORDER, file, faults };
}
