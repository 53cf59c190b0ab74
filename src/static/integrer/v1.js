// For pages that embed figures of this site: gives each of its frames the height of what it shows. It does nothing else.
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const folder = new URL('.', script.src).href;
  const frames = () => [...document.querySelectorAll('iframe')].filter(({ src }) => src.startsWith(folder));

  addEventListener('message', ({ data, source }) => {
    const heights = data?.['datawrapper-height'];
    if (typeof heights !== 'object' || heights === null) return;
    const [height] = Object.values(heights);
    if (!Number.isFinite(height)) return;
    for (const frame of frames()) if (frame.contentWindow === source) frame.style.height = `${height}px`;
  });

  // Those that were there first have already said theirs.
  for (const { contentWindow } of frames()) contentWindow?.postMessage('observatoire:hauteur', '*');
})();
