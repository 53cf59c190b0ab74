/** `<obs-table>`: titles of columns become buttons that sort; numbers by value, dates by time, words in French order. */
export class SortableTable extends HTMLElement {
  connectedCallback() {
    const body = this.querySelector('tbody');
    if (!body || body.rows.length < 3) return;
    for (const title of this.querySelectorAll<HTMLTableCellElement>('thead th')) {
      const button = document.createElement('button');
      button.className = 'sort';
      button.type = 'button';
      button.append(...title.childNodes);
      title.append(button);
      button.addEventListener('click', () => {
        const isUp = title.ariaSort === 'ascending';
        for (const other of title.parentElement?.children ?? []) other.ariaSort = null;
        title.ariaSort = isUp ? 'descending' : 'ascending';
        const rows = [...body.rows].sort((a, b) => compare(a.cells[title.cellIndex], b.cells[title.cellIndex]));
        body.append(...(isUp ? rows.reverse() : rows));
      });
    }
  }
}

function compare(a: HTMLTableCellElement | undefined, b: HTMLTableCellElement | undefined): number {
  if (a?.dataset.order && b?.dataset.order) return Number(a.dataset.order) - Number(b.dataset.order);
  return wordsOf(a).localeCompare(wordsOf(b), 'fr', { numeric: true });
}

function wordsOf(cell: HTMLTableCellElement | undefined): string {
  return cell?.querySelector('time')?.dateTime ?? cell?.textContent ?? '';
}
