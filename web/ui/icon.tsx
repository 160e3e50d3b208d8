const PATHS = {
  check: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  close: 'M4 4 12 12M12 4 4 12',
  chevronDown: 'M4 6 8 10 12 6',
  chevronLeft: 'M10 3.5 5.5 8 10 12.5',
  chevronRight: 'M6 3.5 10.5 8 6 12.5',
  first: 'M11.5 3.5 7 8 11.5 12.5M4.5 3.5V12.5',
  last: 'M4.5 3.5 9 8 4.5 12.5M11.5 3.5V12.5',
  arrowUp: 'M8 13V3.5M4 7 8 3 12 7',
  arrowDown: 'M8 3V12.5M4 9 8 13 12 9',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.3 10.3 13.5 13.5',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  dashboards: 'M2.5 2.5h4.5v6h-4.5zM9 2.5h4.5v3.5h-4.5zM9 8.5h4.5v5h-4.5zM2.5 11h4.5v2.5h-4.5z',
  star: 'M8 2 9.8 5.9 14 6.4 10.9 9.3 11.7 13.5 8 11.4 4.3 13.5 5.1 9.3 2 6.4 6.2 5.9z',
  jobs: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  pipelines: 'M2.5 12.5 6 8 9 10.5 13.5 3.5',
  insights:
    'M8 1.75a4.25 4.25 0 0 1 2.4 7.75c-.5.35-.65.7-.65 1.5h-3.5c0-.8-.15-1.15-.65-1.5A4.25 4.25 0 0 1 8 1.75M6.5 13.75h3',
  thumbUp: 'M2.5 7.5h2.5v6h-2.5zM5 7.5 8 2.25c1.2 0 1.9 1 1.6 2.1L9 6.5h4l-.9 5.9c-.1.7-.6 1.1-1.3 1.1H5',
  thumbDown: 'M2.5 8.5h2.5v-6h-2.5zM5 8.5 8 13.75c1.2 0 1.9-1 1.6-2.1L9 9.5h4l-.9-5.9c-.1-.7-.6-1.1-1.3-1.1H5',
  comment: 'M2.5 3h11v8h-6l-3 2.5v-2.5h-2z',
  user: 'M8 2.5a2.75 2.75 0 1 1 0 5.5 2.75 2.75 0 0 1 0-5.5M2.75 13.5c.6-2.6 2.6-4 5.25-4s4.65 1.4 5.25 4',
  warning: 'M8 2.5 14 13H2zM8 6.5v3M8 11.3v.2',
  signOut: 'M9.5 3h-6v10h6M6.5 8h7M11 5.5 13.5 8 11 10.5',
  more: 'M3.4 8h.2M7.9 8h.2M12.4 8h.2',
  plus: 'M8 3.5v9M3.5 8h9',
  download: 'M8 2.5v8M4.5 7 8 10.5 11.5 7M3 13.5h10',
  settings: 'M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M8.5 3v3M4.5 10v3M8.5 3h3v3h-3zM4.5 10h3v3h-3z',
  keyboard: 'M1.5 4h13v8h-13zM4 6.5h.5M7.75 6.5h.5M11.5 6.5h.5M5 9.5h6',
} as const

/** The names of the icons. */
export type IconName = keyof typeof PATHS

/** A line icon of 16 px in the colour of the text. It is decoration: the words beside it, or an aria-label, say the rest. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
