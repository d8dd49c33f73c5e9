export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Size {
  readonly left: number;
  readonly top: number;
}

const GAP = 6;
const MARGIN = 8;

/** Where a menu goes: below what it belongs to, or above it where there is no room; always on the screen. */
export function placeMenu(anchor: Rect, menu: Size, screen: Size): { readonly left: number; readonly top: number } {
  const below = anchor.top + anchor.height + GAP;
  const above = anchor.top - GAP - menu.height;
  const fitsBelow = below + menu.height <= screen.height - MARGIN;
  const top = fitsBelow || above < MARGIN ? below : above;
  return {
    left: within(anchor.left, screen.width - MARGIN - menu.width),
    top: within(top, screen.height - MARGIN - menu.height),
  };
}

const within = (value: number, max: number): number => Math.max(MARGIN, Math.min(value, max));
