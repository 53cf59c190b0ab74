/**
 * `<obs-copy data-what="le code">`: adds a button that copies the link, the text area or the paragraph that it wraps, and
 * says so; where the browser refuses, the text is selected for the reader's own keys.
 */
export class Copy extends HTMLElement {
  connectedCallback() {
    if (!navigator.clipboard) return;
    const link = this.querySelector('a');
    const area = this.querySelector('textarea');
    const words = this.querySelector('p') ?? this;
    const text = area?.value ?? words.textContent.trim();
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `Copier ${link ? 'le lien' : (this.dataset.what ?? '')}`.trim();
    const name = this.querySelector('label')?.textContent;
    if (name) button.ariaLabel = `${button.textContent}\u00a0: ${name}`;
    const status = document.createElement('span');
    status.role = 'status';
    this.append(button, status);
    button.addEventListener('click', async () => {
      // What is said twice is heard once, unless it was gone in between.
      status.textContent = '';
      try {
        await navigator.clipboard.writeText(link?.href ?? text);
        status.textContent = ' Copié';
      } catch {
        if (area) area.select();
        else getSelection()?.selectAllChildren(link ?? words);
        status.textContent = ' Sélectionné : copiez avec votre clavier';
      }
    });
  }
}
