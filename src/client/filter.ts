import { formatNumber } from '../text/number.ts';
import { plural } from '../text/plural.ts';
import type { ShownMark } from './chart.ts';
import { countUnknown, foldSearched, matches, type SearchedPlace, type Wanted } from './match-place.ts';

/** A place of the list, with its link, the part of the region it stands in and the key of its mark on the map. */
interface Item extends SearchedPlace {
  readonly line: HTMLElement;
  readonly link: HTMLAnchorElement;
  readonly group: Element | null;
  readonly key: string;
}

/** Ms after which what is being typed goes into the address: browsers refuse to be asked at each letter. */
const PAUSE = 250;

/**
 * `<obs-filter>`: the directory. Its form shows itself, keeps in the list and on the map the places that hold the words
 * and bear the codes asked for, says how many, and lives in the address; the list and the map point at each other.
 * Without this script the whole list is there, by part of the region.
 */
export class Filter extends HTMLElement {
  #items: readonly Item[] = [];
  #groups: ReadonlyMap<Element | null, readonly Item[]> = new Map();
  #saving = 0;

  connectedCallback() {
    const form = this.querySelector('form');
    if (!form || this.#items.length > 0) return;
    const filters = [...form.querySelectorAll('select')].map(({ name }) => name);
    this.#items = [...this.querySelectorAll<HTMLElement>('.place')].map((line) => readItem(line, filters));
    this.#groups = Map.groupBy(this.#items, ({ group }) => group);
    // On a phone the list is what was asked for; the map is one gesture away.
    const map = this.querySelector('details');
    if (map && !matchMedia('(min-width: 62em)').matches) map.open = false;
    this.#listen(form);
    this.#point();
    this.#restore();
    for (const hidden of this.querySelectorAll<HTMLElement>('search')) hidden.hidden = false;
  }

  #listen(form: HTMLFormElement) {
    form.addEventListener('input', () => this.#update());
    form.addEventListener('change', () => this.#save());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#save();
      // On a phone the list is below, and what was typed with covers it.
      (document.activeElement as HTMLElement | null)?.blur();
      this.querySelector('.found')?.scrollIntoView({ block: 'nearest' });
    });
    form.addEventListener('reset', () => {
      // Fields are emptied after this event.
      setTimeout(() => {
        this.#update();
        this.#save();
        form.querySelector('input')?.focus();
      });
    });
    addEventListener('popstate', () => this.#restore());
  }

  get #fields() {
    return [...this.querySelectorAll<HTMLInputElement | HTMLSelectElement>('form :is(input, select)')];
  }

  get #wanted(): Wanted {
    const words = this.querySelector('input')?.value ?? '';
    const codes = Object.fromEntries([...this.querySelectorAll('select')].map(({ name, value }) => [name, value]));
    return { words, codes };
  }

  /** Fields as the address has them; what it does not know asks for nothing. */
  #restore() {
    const asked = new URLSearchParams(location.search);
    for (const field of this.#fields) {
      const value = asked.get(field.name) ?? '';
      field.value = value;
      if (field.value !== value) field.value = '';
    }
    this.#update();
    clearTimeout(this.#saving);
  }

  #save() {
    clearTimeout(this.#saving);
    const asked = new URLSearchParams(
      this.#fields.map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value),
    );
    const search = String(asked) && `?${asked}`;
    if (search !== location.search) history.replaceState(history.state, '', location.pathname + search);
  }

  #update() {
    clearTimeout(this.#saving);
    this.#saving = window.setTimeout(() => this.#save(), PAUSE);
    const wanted = this.#wanted;
    const shown = new Set(this.#items.filter((item) => matches(item, wanted)));
    for (const item of this.#items) item.line.hidden = !shown.has(item);
    for (const [group, items] of this.#groups) {
      showGroup(group, items.filter((item) => shown.has(item)).length);
    }
    const keys = new Set([...shown].map(({ key }) => key));
    for (const mark of this.querySelectorAll<SVGElement>('[data-mark]')) {
      const isOut = mark.classList.toggle('is-out', !keys.has(mark.dataset.mark ?? ''));
      mark.ariaHidden = isOut ? 'true' : null;
    }
    const isFiltered = this.#fields.some(({ value }) => value.trim());
    for (const one of this.querySelectorAll<HTMLElement>('[type=reset], .still')) one.hidden = !isFiltered;
    for (const nav of this.querySelectorAll<HTMLElement>('.groups')) nav.hidden = shown.size === 0;
    this.#sayHowMany(shown.size, wanted);
    this.#sayNothing(shown.size, wanted);
  }

  #sayHowMany(count: number, wanted: Wanted) {
    const status = this.querySelector<HTMLElement>('[role=status]');
    if (!status) return;
    const all = this.#items.length;
    const unknown = [...this.querySelectorAll('select')].flatMap(({ name, value, dataset }) => {
      const others = value ? countUnknown(this.#items, wanted, name) : 0;
      return others > 0 ? `${plural(others, 'autre', 'autres')} ${dataset.unknown ?? ''}` : [];
    });
    const some = `${plural(count, 'lieu', 'lieux')} sur ${formatNumber(all)}`;
    const said = [count === all ? plural(all, 'lieu', 'lieux') : some, ...unknown].join(' ; ');
    if (status.textContent !== said) status.textContent = said;
  }

  /** Where nothing is left: what taking one filter away would give. */
  #sayNothing(count: number, wanted: Wanted) {
    const box = this.querySelector<HTMLElement>('.nothing');
    const list = box?.querySelector('ul');
    if (!box || !list) return;
    box.hidden = count > 0;
    list.replaceChildren();
    if (count > 0) return;
    for (const field of this.#fields.filter(({ value }) => value.trim())) {
      const without = {
        words: field instanceof HTMLInputElement ? '' : wanted.words,
        codes: { ...wanted.codes, ...(field instanceof HTMLInputElement ? {} : { [field.name]: '' }) },
      };
      const found = this.#items.filter((item) => matches(item, without)).length;
      if (found === 0) continue;
      const button = document.createElement('button');
      button.type = 'button';
      const asked = field instanceof HTMLSelectElement ? field.selectedOptions[0]?.text : field.value.trim();
      button.textContent = `Sans «\u00a0${asked}\u00a0»\u00a0: ${plural(found, 'lieu', 'lieux')}`;
      button.addEventListener('click', () => {
        field.value = '';
        this.#update();
        this.#save();
        field.focus();
      });
      const line = document.createElement('li');
      line.append(button);
      list.append(line);
    }
  }

  /** The list lights the map and the map the list; a mark that is chosen offers its place, and Enter opens it. */
  #point() {
    const byKey = new Map(this.#items.map((item) => [item.key, item]));
    const byLine = new Map<Element | null, Item>(this.#items.map((item) => [item.line, item]));
    const list = this.querySelector<HTMLElement>('.finder-list');
    const light = (target: EventTarget | null) => {
      const key = byLine.get(target instanceof Element ? target.closest('.place') : null)?.key;
      for (const mark of this.querySelectorAll<SVGElement>('[data-mark]')) {
        mark.classList.toggle('is-lit', mark.dataset.mark === key);
      }
    };
    for (const on of ['pointerover', 'focusin']) list?.addEventListener(on, ({ target }) => light(target));
    for (const off of ['pointerleave', 'focusout']) list?.addEventListener(off, () => light(null));
    this.addEventListener('obs-mark', (event) => {
      const { key = '', isChosen } = (event as CustomEvent<ShownMark>).detail;
      const item = byKey.get(key);
      for (const line of this.querySelectorAll('.place.is-at')) line.classList.remove('is-at');
      item?.line.classList.add('is-at');
      this.#offer(isChosen ? item : undefined);
    });
    this.addEventListener('keydown', ({ key, target }) => {
      const mark = target instanceof Element ? target.closest<SVGElement>('[data-mark]') : null;
      if (key === 'Enter') byKey.get(mark?.dataset.mark ?? '')?.link.click();
    });
  }

  #offer(item: Item | undefined) {
    const box = this.querySelector<HTMLElement>('.chosen');
    if (!box) return;
    box.hidden = !item;
    // Told again of the same mark, the link stays: it may be where the reader is.
    if (!item || box.dataset.key === item.key) return;
    box.dataset.key = item.key;
    box.replaceChildren(item.link.cloneNode(true), ` ${item.line.querySelector('.where')?.textContent ?? ''}`);
    // Beside the map the list follows; under it, it would take the map away.
    const side = this.querySelector('.finder-side');
    if (side && getComputedStyle(side).position === 'sticky') item.line.scrollIntoView({ block: 'nearest' });
  }
}

function readItem(line: HTMLElement, filters: readonly string[]): Item {
  const link = line.querySelector('a')!;
  const group = line.closest('section');
  return {
    line,
    link,
    group,
    key: link.pathname.split('/').at(-2) ?? '',
    words: foldSearched(
      `${line.textContent} ${line.dataset.mots ?? ''} ${group?.querySelector('h2')?.firstChild?.textContent ?? ''}`,
    ),
    codes: Object.fromEntries(
      filters.map((name) => {
        const codes = line.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? '';
        return [name, codes.split(' ').filter(Boolean)];
      }),
    ),
  };
}

/** A part of the region with how many of its places are shown; out of the way, with the link that leads to it, where none is. */
function showGroup(group: Element | null, count: number) {
  if (!(group instanceof HTMLElement)) return;
  group.hidden = count === 0;
  const said = group.querySelector('.count');
  if (said) said.textContent = plural(count, 'lieu', 'lieux');
  const line = document.querySelector(`.groups a[href="#${group.querySelector('h2')?.id}"]`)?.closest('li');
  if (!line) return;
  line.hidden = count === 0;
  const short = line.querySelector('span');
  if (short) short.textContent = formatNumber(count);
}

customElements.define('obs-filter', Filter);
