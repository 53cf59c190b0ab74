/** `<obs-scroll>`: a box that scrolls sideways; while it does, the keyboard can reach it and it says its name. */
export class Scroll extends HTMLElement {
  connectedCallback() {
    new ResizeObserver(() => {
      const isWide = this.scrollWidth > this.clientWidth;
      if (isWide) this.tabIndex = 0;
      else this.removeAttribute('tabindex');
      this.role = isWide ? 'region' : null;
      this.ariaLabel = isWide ? (this.dataset.label ?? null) : null;
    }).observe(this);
  }
}
