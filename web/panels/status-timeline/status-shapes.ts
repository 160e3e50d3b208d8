import type { StatusName } from '../../charts/palette.ts'
import type { Shape } from '../../charts/picture/shape.ts'

/** Of a square of 16, as the icons of statuses on all pages. */
const paths: Record<StatusName, readonly [x: number, y: number][][]> = {
  SUCCEEDED: [
    [
      [3, 8.5],
      [6.5, 12],
      [13, 4.5],
    ],
  ],
  FAILED: [
    [
      [4, 4],
      [12, 12],
    ],
    [
      [12, 4],
      [4, 12],
    ],
  ],
  CANCELLED: [
    [
      [3, 8],
      [13, 8],
    ],
  ],
  TIMED_OUT: [
    [
      [8, 5],
      [8, 8.2],
      [10.2, 9.8],
    ],
  ],
  RUNNING: [
    [
      [8, 2.5],
      [11.9, 4.1],
      [13.5, 8],
    ],
  ],
  QUEUED: [],
}
const ringed: readonly StatusName[] = ['TIMED_OUT', 'QUEUED']

/** The icon of a status in a square of `size` around a place: colour is not the only sign. */
export function statusShapes(status: StatusName, at: { x: number; y: number }, size: number, stroke: string): Shape[] {
  const scale = size / 16
  const place = ([x, y]: [number, number]): [number, number] => [at.x + (x - 8) * scale, at.y + (y - 8) * scale]
  const paint = { stroke, lineWidth: 1.4 }
  const ring: Shape = { kind: 'dot', ...at, radius: 5.5 * scale, ...paint }
  return [
    ...(ringed.includes(status) ? [ring] : []),
    ...paths[status].map((points): Shape => ({ kind: 'line', points: points.map(place), ...paint })),
  ]
}
