import type { Fault } from '../csv/fault.ts';
import { writeGithub } from './github.ts';
import { writeGitlab } from './gitlab.ts';
import { writeHtml } from './html.ts';
import { writeJson } from './json.ts';
import { countFaults, describeFaults, type Layout, layOutNote } from './terminal.ts';

/** A way of telling a list of faults, with what else there is to say of sound files. */
type Form = (faults: readonly Fault[], notes: readonly string[], layout: Layout) => string;

/** Every form of the report, by the name that `--format` gives it. */
export const forms = {
  terminal: (faults, notes, layout) => {
    const told = notes.map((note) => layOutNote(note, layout));
    return `${[...(faults.length > 0 ? [describeFaults(faults, layout)] : []), countFaults(faults), ...told].join('\n\n')}\n`;
  },
  json: writeJson,
  github: writeGithub,
  gitlab: writeGitlab,
  html: writeHtml,
} as const satisfies Readonly<Record<string, Form>>;

/** The name of a form. */
type FormName = keyof typeof forms;

/** True for the name of a form. */
export function isFormName(name: string): name is FormName {
  return Object.hasOwn(forms, name);
}
