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
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5h7a4 4 0 0 1 0 8H7',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5h-7a4 4 0 0 0 0 8H9',
  more: 'M3.4 8h.2M7.9 8h.2M12.4 8h.2',
  plus: 'M8 3.5v9M3.5 8h9',
  download: 'M8 2.5v8M4.5 7 8 10.5 11.5 7M3 13.5h10',
  settings: 'M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M8.5 3v3M4.5 10v3M8.5 3h3v3h-3zM4.5 10h3v3h-3z',
  chartLine: 'M2.5 2.5v11h11M4.5 10 7.5 6.5l2.5 2 3.5-4.5',
  chartArea: 'M2.5 2.5v11h11M4.5 11V8.5L8 5.5l2.5 2 3-2.5v6z',
  chartBar: 'M2.5 2.5v11h11M5 11V8M8 11V4.5M11 11V6.5',
  chartPie: 'M8 2.5a5.5 5.5 0 1 0 5.5 5.5H8zM10.5 2.9a5.5 5.5 0 0 1 2.6 2.6',
  heatmap: 'M2.5 2.5h11v11h-11zM2.5 6.2h11M2.5 9.8h11M6.2 2.5v11M9.8 2.5v11',
  histogram: 'M2.5 13.5h11M3.5 13.5v-3h3v3M6.5 13.5V4h3v9.5M9.5 13.5V8h3v5.5',
  scatter: 'M2.5 2.5v11h11M5.5 10.5h.2M7.5 7.5h.2M9.5 9h.2M11 5h.2M6 5.5h.2',
  gauge: 'M2.5 11.5a5.5 5.5 0 1 1 11 0M8 11.5 10.5 7',
  timeline: 'M2.5 4h3v2.5h-3zM7 4h6.5v2.5H7zM2.5 9.5H9V12H2.5zM10.5 9.5h3V12h-3z',
  keyboard: 'M1.5 4h13v8h-13zM4 6.5h.5M7.75 6.5h.5M11.5 6.5h.5M5 9.5h6',
  number: 'M2.5 4.5 5 3v10M9 5.2C9 3.8 10 3 11.2 3c1.3 0 2.3.9 2.3 2.1 0 2.4-4.5 4.4-4.5 7.9h4.5',
  table: 'M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M7 6.3V13',
  compare: 'M4.5 13V7M4.5 4.5V3M2.5 7h4M11.5 13v-2.5M11.5 8V3M9.5 10.5h4',
  text: 'M3 4V3h10v1M8 3v10M6 13h4',
  filter: 'M2.5 3.5h11L9.5 8.5V13l-3-1.5v-3z',
  info: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2M8 7.3V11M8 5v.2',
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
