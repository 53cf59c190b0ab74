/**
 * `<obs-chart>`: a drawing whose marks can be pointed at and walked to. Without this script it is one image with its
 * summary; with it, one stop of the keyboard, arrows from mark to mark, and the mark's sentence as a tip.
 */
export class Chart extends HTMLElement {
  connectedCallback() {
    const tip = document.createElement('p');
    tip.className = 'tip';
    tip.hidden = true;
    tip.ariaHidden = 'true';
    this.append(tip);
    const links = JSON.parse(this.dataset.links ?? '{}');
    for (const drawing of this.querySelectorAll('[role=img]')) this.#enliven(drawing, tip, links);
  }

  #enliven(drawing: Element, tip: HTMLElement, links: Record<string, string[]>) {
    const marks = [...drawing.querySelectorAll<SVGElement>('[data-mark]')];
    if (marks.length < 2) return;
    drawing.setAttribute('role', 'group');
    for (const mark of marks) {
      const title = mark.querySelector('title');
      mark.setAttribute('role', 'img');
      mark.setAttribute('aria-label', title?.textContent ?? '');
      mark.setAttribute('tabindex', mark === marks[0] ? '0' : '-1');
      title?.remove();
    }
    const show = (target: EventTarget | null) => {
      const mark = target instanceof Element ? target.closest<SVGElement>('[data-mark]') : null;
      const key = mark?.dataset.mark ?? '';
      const linked = links[key];
      tip.hidden = !mark;
      tip.textContent = mark?.ariaLabel ?? '';
      drawing.classList.toggle('has-mark', Boolean(linked));
      for (const other of marks) {
        const name = other.dataset.mark ?? '';
        other.classList.toggle('is-on', name === key || Boolean(linked?.includes(name)));
      }
      if (mark) place(tip, this, mark);
    };
    drawing.addEventListener('pointerover', (event) => show(event.target));
    drawing.addEventListener('pointerleave', () => show(null));
    drawing.addEventListener('focusin', (event) => show(event.target));
    drawing.addEventListener('focusout', () => show(null));
    drawing.addEventListener('keydown', (event) => {
      const { key } = event as KeyboardEvent;
      if (key === 'Escape') show(null);
      const next = marks[nextIndex(key, marks.indexOf(document.activeElement as SVGElement), marks.length)];
      if (!next) return;
      event.preventDefault();
      for (const mark of marks) mark.setAttribute('tabindex', mark === next ? '0' : '-1');
      next.focus();
    });
  }
}

/** Where a key leads from a mark; -1 when the key is not ours. */
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
  const isBelow = at.top - tip.offsetHeight < 16;
  tip.style.left = `${Math.max(0, Math.min(left, box.width - tip.offsetWidth))}px`;
  tip.style.top = `${isBelow ? at.bottom - box.top + 8 : at.top - box.top - tip.offsetHeight - 8}px`;
}
