/** `<obs-filter>`: its fields show themselves and keep, in the list, what holds the words and bears the type. */
export class Filter extends HTMLElement {
  connectedCallback() {
    const fields = this.querySelector<HTMLElement>('search');
    const words = this.querySelector('input');
    const status = this.querySelector('[role=status]');
    if (!fields || !words || !status) return;
    const type = this.querySelector('select');
    const items = [...this.querySelectorAll('li')].map((item) => ({ item, text: fold(item.textContent) }));
    const whole = status.textContent;
    const update = () => {
      const wanted = fold(words.value).split(' ');
      let count = 0;
      for (const { item, text } of items) {
        const isOfType = !type?.value || item.dataset.type?.split(' ').includes(type.value);
        item.hidden = !isOfType || !wanted.every((word) => text.includes(word));
        count += Number(!item.hidden);
      }
      const some = count ? `${count} sur ${whole}` : 'Aucun lieu ne correspond';
      status.textContent = count === items.length ? whole : some;
    };
    fields.hidden = false;
    fields.addEventListener('input', update);
    update();
  }
}

/** Lower case without accents nor hyphens, so that "saint aubin" finds "Saint-Aubin". */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
