/**
 * Before everything else in `embed.html`, as a script of the old kind. In a sandbox without an origin of its own a browser
 * fetches modules only from hosts that answer with `Access-Control-Allow-Origin`; elsewhere the module fails to load, and
 * the same code is fetched as one script.
 */
const WHOLE = 'embed-whole';

const onError = ({ target }: Event) => {
  if (!(target instanceof HTMLScriptElement) || target.type !== 'module') return;
  document.removeEventListener('error', onError, true);
  const whole = document.createElement('script');
  whole.src = `${WHOLE}.js`;
  // With what the module would have fetched piece by piece.
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = `${WHOLE}.css`;
  document.head.append(style, whole);
};

document.addEventListener('error', onError, true);
