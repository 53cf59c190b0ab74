/** `<obs-filter>`: its form shows itself and keeps, in the list, what holds the words and bears the type. */
export class Filter extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector('form');
    const status = this.querySelector('[role=status]');
    const items = [...this.querySelectorAll('li')].map((item) => ({ item, text: fold(item.textContent) }));
    if (!form || !status) return;
    const whole = status.textContent;
    const update = () => {
      const wanted = new FormData(form);
      const words = fold(String(wanted.get('mot') ?? '')).split(' ');
      const type = String(wanted.get('type') ?? '');
      let count = 0;
      for (const { item, text } of items) {
        const isKept =
          words.every((word) => text.includes(word)) && (!type || (item.dataset.type ?? '').split(' ').includes(type));
        item.hidden = !isKept;
        count += Number(isKept);
      }
      status.textContent =
        count === items.length ? whole : count === 0 ? 'Aucun lieu ne correspond' : `${count} sur ${whole}`;
    };
    form.hidden = false;
    form.addEventListener('input', update);
    form.addEventListener('submit', (event) => event.preventDefault());
    update();
  }
}

/** Lower case without accents nor hyphens, so that "saint omer" finds "Saint-Omer". */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
