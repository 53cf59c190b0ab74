// src/LISEZMOI.md, « Les figures à intégrer »
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const theme = asked.get('theme');
  if (theme === 'sombre') root.dataset.theme = 'dark';
  if (theme === 'clair') root.dataset.theme = 'light';
  if (parent === window) return;

  const key = /integrer\/.*/.exec(location.pathname)?.[0] ?? '';
  const pym = /^[\w-]{1,80}$/.exec(asked.get('childId') ?? '')?.[0];
  const secret = /[#?&]secret=(\w+)/.exec(location.hash)?.[1];
  let resizer = '';
  let height = 0;
  let late = 0;

  const tellAll = () => {
    if (height === 0) return;
    for (const message of [
      { 'datawrapper-height': { [key]: height } },
      { sentinel: 'amp', type: 'embed-size', height },
      JSON.stringify({ src: location.href, context: 'iframe.resize', height }),
      pym && `pymxPYMx${pym}xPYMxheightxPYMx${height}`,
      resizer && `[iFrameSizer]${resizer}:${height}:${innerWidth}:init`,
      secret && { message: 'height', value: height, secret },
    ])
      if (message) parent.postMessage(message, '*');
  };
  const settle = () => {
    clearTimeout(late);
    late = setTimeout(() => root.classList.toggle('too-low', innerHeight < height), 500);
  };

  addEventListener('message', ({ data, source }) => {
    if (source !== parent) return;
    const greeted = /^\[iFrameSizer\]([^:]+)/.exec(data);
    resizer ||= greeted?.[1] ?? '';
    if (greeted || data === 'observatoire:hauteur' || data?.message === 'ready') tellAll();
  });
  addEventListener('resize', settle);

  document.addEventListener('DOMContentLoaded', () => {
    const figure = document.querySelector('main');
    if (!figure) return;
    const look = () => {
      const needed = Math.ceil(figure.getBoundingClientRect().height);
      if (innerWidth === 0 || needed === height) return;
      height = needed;
      tellAll();
      settle();
    };
    new ResizeObserver(look).observe(figure);
    addEventListener('load', () => document.fonts.ready.then(look).then(tellAll));
    document.addEventListener('click', (event) => {
      const link = event.target instanceof Element && event.target.closest('a');
      if (!secret || !link || link.host !== location.host) return;
      event.preventDefault();
      parent.postMessage({ message: 'link', value: link.href, secret }, '*');
    });
  });
})();
