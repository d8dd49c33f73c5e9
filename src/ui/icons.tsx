/** Icons of 16 pixels, drawn with the ink of the text around them. */
import type { ReactNode } from 'react';

const PATHS = {
  play: <path d="M4.5 2.6v10.8l9-5.4z" fill="currentColor" stroke="none" />,
  pause: <path d="M4 3h3v10H4zM9 3h3v10H9z" fill="currentColor" stroke="none" />,
  back: <path d="M13 3v10L5.5 8zM3 3h1.8v10H3z" fill="currentColor" stroke="none" />,
  forward: <path d="M3 3v10l7.5-5zM11.2 3H13v10h-1.8z" fill="currentColor" stroke="none" />,
  previous: <path d="M10 3 5 8l5 5" />,
  next: <path d="m6 3 5 5-5 5" />,
  power: <path d="M8 2v5.5M4.6 4.3a5 5 0 1 0 6.8 0" />,
  timer: <path d="M8 13.5a4.8 4.8 0 1 0 0-9.6 4.8 4.8 0 0 0 0 9.6ZM6.3 1.8h3.4M8 8.7V6" />,
  isolate: (
    <>
      <circle cx="8" cy="8" r="2.4" fill="currentColor" stroke="none" />
      <circle cx="8" cy="8" r="5.8" strokeDasharray="2 1.64" />
    </>
  ),
  cut: <path d="m2.5 13.5 11-11M5 8l3 3M6.6 6.4l3 3M8.2 4.8l3 3M3.4 9.6l3 3" />,
  share: <path d="M8 9.5V1.8m0 0L5.2 4.6M8 1.8l2.8 2.8M4.5 7H3v7h10V7h-1.5" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1v2M8 13v2M1 8h2M13 8h2M3 3l1.4 1.4M11.6 11.6 13 13M13 3l-1.4 1.4M4.4 11.6 3 13" />
    </>
  ),
  help: <path d="M5.5 5.6C5.5 4 6.6 3 8.1 3c1.5 0 2.6 1 2.6 2.4 0 2-2.6 2.2-2.6 4.2M8.1 12.3v.9" />,
  menu: <path d="M2 4h12M2 8h12M2 12h12" />,
  more: <path d="M3 8h.01M8 8h.01M13 8h.01" strokeWidth="2.6" />,
  close: <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />,
  check: <path d="m2.8 8.6 3.4 3.6 7-8" strokeWidth="1.9" />,
  chevron: <path d="m4 6 4 4 4-4" />,
  copy: <path d="M5.5 5.5V2.5h8v8h-3M2.5 5.5h8v8h-8z" />,
  deliver: <path d="M3 3v10l6.5-5zM12 3v10" />,
  drop: <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />,
  network: (
    <>
      <circle cx="8" cy="4.4" r="1.8" />
      <circle cx="3.8" cy="11.4" r="1.8" />
      <circle cx="12.2" cy="11.4" r="1.8" />
      <path d="M7 5.9 4.8 9.8M9 5.9l2.2 3.9M5.6 11.4h4.8" />
    </>
  ),
  clock: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.5V8l2.5 1.5" />,
  disk: (
    <>
      <ellipse cx="8" cy="4.3" rx="5.5" ry="1.8" />
      <path d="M2.5 4.3v7.4c0 1 2.5 1.8 5.5 1.8s5.5-.8 5.5-1.8V4.3M2.5 8c0 1 2.5 1.8 5.5 1.8s5.5-.8 5.5-1.8" />
    </>
  ),
  undo: <path d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M3 6.5l3-3M3 6.5l3 3" />,
  save: <path d="M8 2v8m0 0L4.8 6.8M8 10l3.2-3.2M2.5 11v2.5h11V11" />,
  open: <path d="M2 13V3h4l1.5 2H13v2M2 13l2-6h10.5l-2 6z" />,
  hand: (
    <>
      <path d="M5 9V4.2a1 1 0 0 1 2 0v3.3M7 7.2V3a1 1 0 0 1 2 0v4.2M9 7.3V3.7a1 1 0 0 1 2 0v4" />
      <path d="M11 7.8V5.4a1 1 0 0 1 2 0V10c0 2.6-1.7 4.4-4.2 4.4-2 0-3-.8-4-2.4L2.9 9.4a1 1 0 0 1 1.6-1.2l1.1 1.4" />
    </>
  ),
  lock: (
    <>
      <path d="M4.6 7V5.4a3.4 3.4 0 0 1 6.8 0V7" />
      <rect x="3" y="7" width="10" height="7" rx="1.4" fill="currentColor" stroke="none" />
    </>
  ),
  expand: <path d="M2 6V2h4M2 2l4.6 4.6M14 10v4h-4M14 14 9.4 9.4" />,
  pen: <path d="m3 13 .7-3 7-7 2.3 2.3-7 7z" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {PATHS[name]}
    </svg>
  );
}
