/** `<obs-copy>`: adds a button that copies the link or the text area, or else the text, that it wraps. */
export class Copy extends HTMLElement {
  connectedCallback() {
    if (!navigator.clipboard) return;
    const link = this.querySelector('a');
    const text = this.querySelector('textarea')?.value ?? this.textContent.trim();
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = link ? 'Copier le lien' : 'Copier';
    const status = document.createElement('span');
    status.role = 'status';
    this.append(button, status);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(link?.href ?? text);
      status.textContent = ' Copié';
    });
  }
}
