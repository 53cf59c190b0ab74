import type { Pile } from '../model/drawing.ts';
import { scatter } from './scatter.ts';

const SQUARES = 100;

/** Squares along a line of a pile. */
const ACROSS = 20;

/**
 * `<obs-squares>`: one block of a hundred squares, sorted anew by the question that is chosen. Squares change seats at
 * each question, for the same one is not the same answer. Without this script, or on paper, the blocks of the picture
 * stand side by side.
 */
export class Squares extends HTMLElement {
  #squares: readonly HTMLElement[] = [];
  #stage = document.createElement('div');
  #words = document.createElement('div');

  connectedCallback() {
    const choices = this.querySelector('fieldset');
    if (!choices || this.#squares.length > 0) return;
    this.#squares = Array.from({ length: SQUARES }, () => document.createElement('i'));
    this.#stage.className = 'stage';
    const block = document.createElement('div');
    block.ariaHidden = 'true';
    block.append(...this.#squares);
    this.#words.role = 'status';
    this.#stage.append(block, this.#words);
    this.append(this.#stage);
    choices.hidden = false;
    this.closest('figure')?.classList.add('is-sorted');
    choices.addEventListener('change', () => this.#sort());
    this.#sort();
  }

  #sort() {
    const inputs = [...this.querySelectorAll('input')];
    const index = inputs.findIndex(({ checked }) => checked);
    const piles = pilesOf(inputs[index]);
    const seats = scatter(SQUARES, index);
    let seated = 0;
    let row = 0;
    const words = piles.map(({ label, printed, count, tone }, pile) => {
      const line = document.createElement('p');
      const number = document.createElement('b');
      number.textContent = printed;
      line.append(number, ` ${label}`);
      place(line, { column: 0, row, pile });
      for (let i = 0; i < count; i++) {
        const square = this.#squares[seats[seated++] ?? 0];
        if (!square) continue;
        square.dataset.tone = tone;
        place(square, { column: i % ACROSS, row: row + Math.floor(i / ACROSS), pile: pile + 1 });
      }
      row += Math.ceil(count / ACROSS);
      return line;
    });
    this.#words.replaceChildren(...words);
    place(this.#stage, { column: 0, row, pile: piles.length });
  }
}

customElements.define('obs-squares', Squares);

/** The piles of a choice: those that answers fill, and what is left of the hundred squares. */
function pilesOf(input: HTMLInputElement | undefined): readonly Pile[] {
  const filled: readonly Pile[] = JSON.parse(input?.dataset.piles ?? '[]');
  const count = SQUARES - filled.reduce((sum, pile) => sum + pile.count, 0);
  return count > 0 ? [...filled, { label: input?.dataset.rest ?? '', printed: '', count, tone: 'rest' }] : filled;
}

/** Seats by columns, rows and headings above; styles/portrait.css turns them into lengths. */
function place(element: HTMLElement, seat: { readonly column: number; readonly row: number; readonly pile: number }) {
  for (const [name, value] of Object.entries(seat)) element.style.setProperty(`--${name}`, String(value));
}
