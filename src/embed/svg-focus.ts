/**
 * Preact writes the attributes of drawings as they are spelt; for React they are `tabIndex`, and no browser focuses that.
 * On the development server, where React draws, nothing comes by here.
 */
import { options } from 'preact';

const before = options.vnode;

options.vnode = (node) => {
  const { type, props } = node as { type: unknown; props: Record<string, unknown> };
  if (typeof type === 'string' && props.tabIndex !== undefined) {
    props.tabindex = props.tabIndex;
    // Not taken away: all properties keep their one shape.
    props.tabIndex = undefined;
  }
  before?.(node);
};
