import { joinElisions } from '../text/elisions.ts';
import { plural } from '../text/plural.ts';
import { typo } from '../text/typography.ts';
import { areFound, wordsAsked } from './search-words.ts';

/** Results shown at once. */
const STEP = 10;

/** Sections of one page that a result leads to, beside the page. */
const SECTIONS = 3;

/** Ms without typing after which a search begins. */
const PAUSE = 250;

/** What we use of Pagefind's program, which is made with the index. */
interface Engine {
  options(options: { noWorker: boolean; baseUrl: string; excerptLength: number }): Promise<void>;
  /** Loads what counts results by kind. */
  filters(): Promise<unknown>;
  search(words: string | null, options: { filters: Record<string, string> }): Promise<Found>;
}

interface Found {
  readonly results: readonly { data(): Promise<Result> }[];
  /** Number of results of each kind, whatever kind is shown. */
  readonly totalFilters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A page, or a part of it. */
interface Place {
  readonly url: string;
}

interface Result extends Place {
  readonly content: string;
  /** Text with marks around the words found; other signs of HTML are escaped. */
  readonly excerpt: string;
  readonly locations: readonly number[];
  readonly meta: { readonly title?: string };
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sub_results: readonly (Place & { readonly title: string })[];
}

/** What is asked, as the address says it. */
interface Query {
  readonly q: string;
  readonly genre: string;
}

/** `<obs-search>`: searches as one types, shows the results as a list, and keeps what is asked in the address. */
export class Search extends HTMLElement {
  #engine: Promise<Engine> | undefined;
  #asked = 0;
  #pause = 0;

  connectedCallback() {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#ask('push');
    });
    this.#form.addEventListener('input', ({ target }) => {
      clearTimeout(this.#pause);
      this.#pause = window.setTimeout(() => this.#ask('replace'), target === this.#words ? PAUSE : 0);
    });
    addEventListener('popstate', () => this.#restore());
    this.parentElement?.querySelector('.no-script')?.remove();
    this.#restore();
    if (!this.#words.value) this.#words.focus();
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form')!;
  }

  get #words(): HTMLInputElement {
    return this.querySelector('input[name=q]')!;
  }

  /** Shows what the address asks for. */
  #restore() {
    const address = new URLSearchParams(location.search);
    this.#words.value = address.get('q') ?? '';
    const kinds = [...this.querySelectorAll<HTMLInputElement>('[name=genre]')];
    for (const kind of kinds) kind.checked = kind.value === (address.get('genre') ?? '');
    if (!kinds.some(({ checked }) => checked)) kinds[0]!.checked = true;
    this.#ask();
  }

  /** Searches what the form says; a newer search silences an older one. */
  async #ask(save?: 'push' | 'replace') {
    clearTimeout(this.#pause);
    const turn = ++this.#asked;
    const data = new FormData(this.#form);
    const query = { q: String(data.get('q') ?? '').trim(), genre: String(data.get('genre') ?? '') };
    if (save) keepInAddress(query, save);
    document.title = document.title.replace(/^(?:«.*» · )?/, () => query.q && `${quote(query.q)} · `);
    if (!query.q) return this.#tell('', []);
    try {
      const found = await this.#find(query);
      if (turn !== this.#asked) return;
      this.#count(found);
      const first = await Promise.all(found.results.slice(0, STEP).map((result) => result.data()));
      if (turn !== this.#asked) return;
      this.#tell(statusOf(query, found.results.length), first, found);
    } catch (problem) {
      // Whatever did not load is asked for again by the next search.
      this.#engine = undefined;
      if (turn === this.#asked) this.#tell('La recherche ne répond pas. Les listes ci-dessous mènent à tout.', []);
      throw problem;
    }
  }

  /** What the index holds; nothing where the engine only found the beginnings of words. */
  async #find({ q, genre }: Query): Promise<Found> {
    this.#engine ??= this.#start();
    const engine = await this.#engine;
    const words = wordsAsked(q);
    const found = await engine.search(words, { filters: genre ? { genre } : {} });
    const [best] = await Promise.all(found.results.slice(0, 1).map((result) => result.data()));
    return best && areFound(words, wordsFound(best)) ? found : { ...found, results: [], totalFilters: {} };
  }

  /** Only somebody who searches loads the engine. */
  async #start(): Promise<Engine> {
    const address = this.dataset.engine ?? '';
    const engine: Engine = await import(/* @vite-ignore */ address);
    await engine.options({ noWorker: true, baseUrl: '/', excerptLength: 28 });
    await engine.filters();
    return engine;
  }

  /** Says beside each kind how many results it has. */
  #count({ totalFilters }: Found) {
    const counts = totalFilters.genre ?? {};
    const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
    for (const kind of this.querySelectorAll<HTMLInputElement>('[name=genre]')) {
      const count = kind.value ? (counts[kind.value] ?? 0) : all;
      const said = kind.closest('label')?.querySelector('[data-count]');
      if (said) said.textContent = ` (${count})`;
    }
  }

  #tell(status: string, results: readonly Result[], found?: Found) {
    this.querySelector('fieldset')!.hidden = !found;
    this.querySelector('[role=status]')!.textContent = status;
    const list = this.querySelector('ol')!;
    list.replaceChildren(...results.map(lineOf));
    const more = this.querySelector<HTMLButtonElement>('.more-results')!;
    let shown = results.length;
    more.hidden = !found || shown >= found.results.length;
    more.onclick = async () => {
      const next = await Promise.all(found!.results.slice(shown, shown + STEP).map((result) => result.data()));
      const lines = next.map(lineOf);
      list.append(...lines);
      shown += next.length;
      more.hidden = shown >= found!.results.length;
      lines[0]?.querySelector('a')?.focus();
    };
  }
}

customElements.define('obs-search', Search);

function keepInAddress(query: Query, how: 'push' | 'replace') {
  const asked = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  const address = `${location.pathname}${asked.size > 0 ? `?${asked}` : ''}`;
  if (address !== location.pathname + location.search) history[`${how}State`](null, '', address);
}

function quote(words: string): string {
  return `«\u00a0${words}\u00a0»`;
}

function statusOf({ q, genre }: Query, count: number): string {
  const kind = genre && ` dans ${quote(genre)}`;
  return count === 0
    ? `Aucun résultat pour ${quote(q)}${kind}. Essayez un mot plus court ou plus courant.`
    : `${plural(count, 'résultat', 'résultats')} pour ${quote(q)}${kind}`;
}

/** The words of a page where the engine found something, and those of its title. */
function wordsFound({ content, locations, meta }: Result): readonly string[] {
  const words = content.split(/\s+/);
  return [...locations.map((index) => words[index] ?? ''), ...(meta.title ?? '').split(/\s+/)];
}

/** A result: where it leads, what it is, where the words stand. */
function lineOf({ url, meta, excerpt, filters, sub_results }: Result): HTMLLIElement {
  const line = document.createElement('li');
  line.className = 'result';
  const kind = document.createElement('p');
  kind.className = 'small soft';
  kind.textContent = filters.genre?.[0] ?? '';
  const text = document.createElement('p');
  text.append(...markedText(typo(joinElisions(excerpt))));
  const parts = sub_results.filter((part) => part.url !== url && part.title !== meta.title).slice(0, SECTIONS);
  const list = document.createElement('ul');
  list.className = 'contents small';
  list.append(
    ...parts.map((part) => {
      const item = document.createElement('li');
      item.append(linkTo(part.url, part.title));
      return item;
    }),
  );
  line.append(kind, linkTo(url, meta.title ?? url), text, ...(parts.length > 0 ? [list] : []));
  return line;
}

function linkTo(url: string, title: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = url;
  link.textContent = typo(joinElisions(title));
  return link;
}

/** The engine's text as nodes: whatever it holds besides marks is never read as HTML. */
function markedText(excerpt: string): readonly (string | HTMLElement)[] {
  return excerpt.split(/<mark>(.*?)<\/mark>/s).map((part, index) => {
    const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    if (index % 2 === 0) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
