/** Whether two objects have the same fields; fields that are arrays are compared item by item. */
export function isSame<Value extends object>(a: Value, b: Value): boolean {
  const keys = Object.keys(a) as (keyof Value)[];
  return keys.length === Object.keys(b).length && keys.every((key) => isSameField(a[key], b[key]));
}

/** Whether two lists hold objects with the same fields. */
export function isSameList<Item extends object>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i] || isSame(item, b[i]));
}

function isSameField(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!Array.isArray(a) || !Array.isArray(b)) return false;
  return a.length === b.length && a.every((item, i) => Object.is(item, b[i]));
}
