import type { FlowList } from './flow-list.ts';
import type { Mark, Walk } from './mark.ts';
import { placeTip } from './tip.ts';

const HINT = 'Flèches : parcourir l’image. Échap : en sortir.';

/** What `obs-mark` tells of a picture: the mark that is shown, and whether it was chosen or only pointed at. */
export interface ShownMark {
  readonly key: string | undefined;
  readonly isChosen: boolean;
}

/** Px around a finger in which a mark is looked for. */
const REACH = 12;

/**
 * `<obs-chart>`: a drawing whose marks can be pointed at and walked to. Without this script it is one image with its
 * summary; with it, one stop of the keyboard, arrows from mark to mark, and the mark's sentence as a tip. Where a list
 * of flows stands beside it, a mark lights what feeds it and what it feeds, and has an address. What stands around is
 * told of each mark by the event `obs-mark`, may put marks aside with the class `is-out`, and add to the hint.
 */
export class Chart extends HTMLElement {
  #flow: FlowList | undefined;
  #drawings: { box: HTMLElement; marks: Map<string, Mark> }[] = [];
  #tip = document.createElement('p');
  /** The mark that was walked to, tapped or asked for by the address: it stays when the pointer goes. */
  #chosen: string | undefined;
  #saving = 0;

  async connectedCallback() {
    if (this.#tip.parentNode) return;
    this.#tip.className = 'tip';
    this.#tip.hidden = true;
    this.#tip.ariaHidden = 'true';
    this.append(this.#tip);
    const list = this.#around.querySelector<FlowList>('obs-flows');
    // Most pages have no flows: the script that reads them is only where they are.
    if (list) await customElements.whenDefined('obs-flows');
    this.#flow = list ?? undefined;
    for (const box of this.querySelectorAll<HTMLElement>('[role=img]')) this.#enliven(box);
    document.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || this.#tip.hidden) return;
      this.#leave();
      this.#drawings.find(({ box }) => box.contains(document.activeElement))?.box.focus();
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.#around.contains(target as Node)) this.#leave();
    });
    if (!this.#flow) return;
    addEventListener('hashchange', () => this.#restore());
    if (document.readyState === 'complete') this.#restore();
    else addEventListener('load', () => this.#restore());
  }

  /** The figure: its actions are still about the chosen mark. */
  get #around(): Element {
    return this.closest('figure') ?? this;
  }

  #enliven(box: HTMLElement) {
    const marks = new Map(
      [...box.querySelectorAll<Mark>('[data-mark]')].map((mark) => [mark.dataset.mark ?? '', mark]),
    );
    if (marks.size < 2) return;
    this.#drawings.push({ box, marks });
    box.role = 'group';
    box.tabIndex = 0;
    const hint = [HINT, this.dataset.hint].filter(Boolean).join(' ');
    box.ariaDescription = hint;
    for (const [key, mark] of marks) {
      const title = mark.querySelector('title');
      mark.role = 'img';
      mark.ariaLabel = `${title?.textContent ?? ''}${this.#flow?.flow.more.get(key) ?? ''}`;
      mark.tabIndex = -1;
      title?.remove();
    }
    box.addEventListener('pointerover', ({ pointerType, target }) => {
      if (pointerType === 'touch') return;
      const key = keyAt(target);
      this.#show(key ?? this.#chosen, key === undefined ? undefined : (target as Element));
    });
    box.addEventListener('pointerleave', () => this.#show(this.#chosen));
    box.addEventListener('click', (event) => {
      const part = partNear(event, box);
      if (part) this.#choose(keyAt(part), part);
      else this.#leave();
    });
    box.addEventListener('focusin', ({ target, relatedTarget }) => {
      box.tabIndex = target === box ? 0 : -1;
      if (target !== box) this.#choose(keyAt(target));
      else if (box.matches(':focus-visible') && !box.contains(relatedTarget as Node)) this.#say(hint, box);
    });
    box.addEventListener('focusout', ({ relatedTarget }) => {
      box.tabIndex = 0;
      if (relatedTarget && !this.#around.contains(relatedTarget as Node)) this.#leave();
      else this.#show(this.#chosen);
    });
    const walk = this.#flow?.walk(marks, box.dataset.turned === 'true') ?? walkRow(marks);
    box.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const next = marks.get(walk(event.key, keyAt(event.target), this.#chosen) ?? '');
      if (!next) return;
      event.preventDefault();
      partOf(next).scrollIntoView({ block: 'nearest' });
      next.focus({ preventScroll: true });
    });
  }

  #choose(key: string | undefined, about?: Element) {
    this.#chosen = key;
    this.#show(key, about);
    this.#save(this.#flow?.flow.ids.get(key ?? ''));
  }

  /** Puts everything out. */
  #leave() {
    if (this.#chosen !== undefined) this.#save();
    this.#chosen = undefined;
    this.#show();
  }

  #show(key?: string, about?: Element) {
    const lit = key === undefined ? undefined : this.#flow?.trace(key);
    this.#tip.hidden = true;
    const detail: ShownMark = { key, isChosen: key !== undefined && key === this.#chosen };
    this.dispatchEvent(new CustomEvent('obs-mark', { bubbles: true, detail }));
    for (const { box, marks } of this.#drawings) {
      box.classList.toggle('has-mark', lit !== undefined);
      for (const [name, mark] of marks) {
        mark.classList.toggle('is-on', lit?.has(name) ?? false);
        if (this.#flow) mark.querySelector('.edge')?.remove();
        mark.classList.toggle('is-at', name === key);
      }
      const mark = marks.get(key ?? '');
      if (mark) this.#flow?.outline(mark);
      if (mark && box.checkVisibility()) {
        this.#say(mark.ariaLabel ?? '', about ?? partOf(mark), mark.children, box.querySelectorAll('.is-on text'));
      }
    }
  }

  #say(text: string, about: Element, parts: Iterable<Element> = [], words: Iterable<Element> = []) {
    this.#tip.hidden = false;
    this.#tip.textContent = text;
    placeTip(this.#tip, about, parts, words);
  }

  /** Keeps the chosen mark in the address, and in the link to copy; not at each step of a held key, which browsers refuse. */
  #save(id = '') {
    if (!this.#flow) return;
    const link = this.#around.querySelector<HTMLAnchorElement>('.permalink');
    if (link) link.hash = id;
    clearTimeout(this.#saving);
    this.#saving = window.setTimeout(
      () => history.replaceState(history.state, '', id ? `#${id}` : location.pathname + location.search),
      200,
    );
  }

  /** Lights the mark that the address names; says nothing of an address that names none. */
  #restore() {
    const key = [...(this.#flow?.flow.ids ?? [])].find(([, id]) => `#${id}` === location.hash)?.[0] ?? '';
    const mark = this.#drawings.find(({ box }) => box.checkVisibility())?.marks.get(key);
    if (!mark) return;
    partOf(mark).scrollIntoView({ block: 'center' });
    this.#choose(key);
  }
}

/** The key of the mark that an element belongs to. */
function keyAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<Mark>('[data-mark]')?.dataset.mark : undefined;
}

/** A ribbon, or a mark, or its first part where the window cannot hold it all: a node that gets in one step of a picture and gives in another. */
function partOf(mark: Mark): Element {
  const first = mark.querySelector('[stroke-opacity]');
  if (first) return first;
  return mark.getBoundingClientRect().height < innerHeight ? mark : (mark.firstElementChild ?? mark);
}

/** The part of a mark under a click, or not far from it: thin links are for fingers too. */
function partNear({ clientX, clientY }: MouseEvent, box: Element): Element | undefined {
  for (let reach = 0; reach <= REACH; reach += 2) {
    for (let turn = 0; turn < 12; turn++) {
      const angle = (turn * Math.PI) / 6;
      const part = document.elementFromPoint(clientX + reach * Math.cos(angle), clientY + reach * Math.sin(angle));
      if (part && box.contains(part) && keyAt(part) !== undefined) return part;
    }
  }
  return undefined;
}

/** Marks in a row, round and round, without those put aside. */
function walkRow(marks: ReadonlyMap<string, Mark>): Walk {
  return (key, at, last) => {
    const keys = [...marks].filter(([, mark]) => !mark.classList.contains('is-out')).map(([name]) => name);
    if (key === 'Home') return keys[0];
    if (key === 'End') return keys.at(-1);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
    if (step === undefined) return undefined;
    if (at === undefined) return last !== undefined && keys.includes(last) ? last : keys[0];
    return keys[(keys.indexOf(at) + step + keys.length) % keys.length];
  };
}
