import type { ReactNode } from 'react';

/** Lines on a field of 16 by 16. */
const PATHS = {
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0 -9M10.4 10.4L14 14',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  theme: 'M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0 -12M8 2v12M8 5h4.8M8 8h6M8 11h4.8',
  help: 'M8 2a6 6 0 1 0 0 12a6 6 0 0 0 0 -12M6.3 6.4a1.8 1.8 0 1 1 2.6 1.6q-.9 .4 -.9 1.3M8 11.3v.2',
  more: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  earlier: 'M10 3.5L5.5 8l4.5 4.5',
  later: 'M6 3.5L10.5 8l-4.5 4.5',
  overview: 'M2.5 2.5h4.5v4.5h-4.5zM9 2.5h4.5v4.5h-4.5zM2.5 9h4.5v4.5h-4.5zM9 9h4.5v4.5h-4.5z',
  timeline: 'M3.5 2v12M3.5 4h9M3.5 8h6M3.5 12h8',
  statements: 'M2.5 3h11v7.5h-6l-3 3v-3h-2zM5 5.7h6M5 8h4',
  events: 'M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3',
  sources: 'M4 2h5.5l2.5 2.5v9.5h-8zM6 6.5h4M6 9h4M6 11.5h2.5',
  map: 'M2.5 4l3.7 -1.5l3.6 1.5l3.7 -1.5v9.5l-3.7 1.5l-3.6 -1.5l-3.7 1.5zM6.2 2.5v9.5M9.8 4v9.5',
  jobs: 'M8 2v8M4.8 7L8 10.2L11.2 7M2.5 10.5v3h11v-3',
  settings: 'M2.5 5h6M11.5 5h2M10 3.5v3M2.5 11h2M7.5 11h6M6 9.5v3',
} as const;

/** A drawing of the frame. */
export type IconName = keyof typeof PATHS;

/** A small drawing that stands beside a word or in a button with a label: never read out. */
export const Icon = ({ name }: { readonly name: IconName }): ReactNode => (
  <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path
      d={PATHS[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
);
