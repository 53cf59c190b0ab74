/**
 * `<obs-chart>`: a drawing whose marks can be pointed at and walked to. Without this script it is one image with its
 * summary; with it, one stop of the keyboard, arrows from mark to mark, and the mark's sentence as a tip.
 */
export class Chart extends HTMLElement {
  connectedCallback() {
    const items = [...this.querySelectorAll('li')];
    const sentences = new Map(items.map((item) => [item.dataset.key, item]));
    const tip = document.createElement('p');
    tip.className = 'tip';
    tip.hidden = true;
    tip.ariaHidden = 'true';
    for (const drawing of this.querySelectorAll('[role=img]')) {
      const marks = [...drawing.querySelectorAll<SVGElement>('[data-mark]')].filter((mark) => sentences.has(mark.dataset.mark));
      if (marks.length < 2) continue;
      drawing.setAttribute('role', 'group');
      marks.forEach((mark, index) => {
        mark.setAttribute('role', 'img');
        mark.setAttribute('aria-label', sentences.get(mark.dataset.mark)?.textContent ?? '');
        mark.setAttribute('tabindex', index ? '-1' : '0');
      });
      const show = (target: EventTarget | null) => {
        const key = (target as Element | null)?.closest?.<SVGElement>('[data-mark]')?.dataset.mark;
        const item = sentences.get(key);
        tip.hidden = !item;
        drawing.classList.toggle('has-mark', Boolean(item?.dataset.links));
        if (!item) return;
        const on = new Set([key, ...JSON.parse(item.dataset.links ?? '[]')]);
        for (const mark of marks) mark.classList.toggle('is-on', on.has(mark.dataset.mark));
        tip.textContent = item.textContent;
        place(tip, this, marks.find((mark) => mark.dataset.mark === key) ?? this);
      };
      drawing.addEventListener('pointerover', (event) => show(event.target));
      drawing.addEventListener('pointerleave', () => show(null));
      drawing.addEventListener('focusin', (event) => show(event.target));
      drawing.addEventListener('focusout', () => show(null));
      drawing.addEventListener('keydown', (event) => {
        const { key } = event as KeyboardEvent;
        if (key === 'Escape') tip.hidden = true;
        const next = marks[nextIndex(key, marks.indexOf(document.activeElement as SVGElement), marks.length)];
        if (!next) return;
        event.preventDefault();
        for (const mark of marks) mark.setAttribute('tabindex', mark === next ? '0' : '-1');
        next.focus();
      });
    }
    this.append(tip);
  }
}

/** Where a key leads from a mark, or -1: the key is not ours. */
function nextIndex(key: string, index: number, count: number): number {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
  return step === undefined ? -1 : (index + step + count) % count;
}

/** Puts the tip above the mark, or below where there is no room, inside the chart's width. */
function place(tip: HTMLElement, chart: Element, mark: Element) {
  const box = chart.getBoundingClientRect();
  const at = mark.getBoundingClientRect();
  const left = at.left + at.width / 2 - box.left - tip.offsetWidth / 2;
  const above = at.top - box.top - tip.offsetHeight - 8;
  tip.style.left = `${Math.max(0, Math.min(left, box.width - tip.offsetWidth))}px`;
  tip.style.top = `${at.top - tip.offsetHeight < 8 ? at.bottom - box.top + 8 : above}px`;
}
