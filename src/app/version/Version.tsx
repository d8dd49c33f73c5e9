import { type ComponentType, useEffect, useState } from 'react';

/** A page that is served from a host is kept for reading offline. Nothing waits for it, and where it cannot come nothing is missed. */
export function Version() {
  const [Found, setFound] = useState<ComponentType | null>(null);
  useEffect(() => {
    if (!import.meta.env.PROD || import.meta.env.MODE === 'single') return;
    import('./NewVersion').then(
      ({ NewVersion }) => setFound(() => NewVersion),
      () => undefined,
    );
  }, []);
  return Found && <Found />;
}
