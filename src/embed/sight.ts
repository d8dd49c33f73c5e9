/** Whether an embed can be seen: nothing runs before it is, while it is scrolled away, or in a hidden tab. */

export interface Sight {
  /** Some of it is on the screen, and the tab is shown. */
  isSeen(): boolean;
  /** At least half of it is. */
  isMostlySeen(): boolean;
  onChange(listener: () => void): () => void;
}

export function watchSight(element: Element): Sight {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  // A browser that cannot say it is taken to show everything.
  let share = typeof IntersectionObserver === 'undefined' ? 1 : 0;
  if (share === 0) {
    const observer = new IntersectionObserver(
      (entries) => {
        const { isIntersecting, intersectionRatio } = entries[entries.length - 1];
        share = isIntersecting ? Math.max(intersectionRatio, 1e-6) : 0;
        tell();
      },
      { threshold: [0, 0.5] },
    );
    observer.observe(element);
  }
  document.addEventListener('visibilitychange', tell);
  const isShown = () => !document.hidden;
  return {
    isSeen: () => isShown() && share > 0,
    isMostlySeen: () => isShown() && share >= 0.5,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
