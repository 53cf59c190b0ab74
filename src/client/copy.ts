/** `<obs-copy>`: adds a button that copies the text area, or else the text, that it wraps. */
export class Copy extends HTMLElement {
  connectedCallback() {
    if (!navigator.clipboard) return;
    const text = this.querySelector('textarea')?.value ?? this.textContent.trim();
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copier';
    const status = document.createElement('span');
    status.role = 'status';
    this.append(button, status);
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text);
      status.textContent = ' Copié';
    });
  }
}
