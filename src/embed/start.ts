/**
 * Before everything else in `embed.html`, as a script of the old kind. In a sandbox without an origin of its own a browser
 * fetches modules only from hosts that answer with `Access-Control-Allow-Origin`; elsewhere the module fails to load, and
 * the same code is fetched as one script.
 */
const OTHER = 'embed-whole.js';

document.addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement) || target.type !== 'module') return;
    const whole = document.createElement('script');
    whole.src = OTHER;
    document.head.append(whole);
  },
  { capture: true, once: true },
);
