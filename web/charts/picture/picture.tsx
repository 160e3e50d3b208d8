import { useMemo } from 'react'
import type { Shape } from './shape.ts'
import { writeSvg } from './svg.ts'

interface PictureProps {
  shapes: readonly Shape[]
  /** In CSS pixels. Nothing is drawn until it is known. */
  width: number
  height: number
  /** The picture in words. */
  label: string
}

/** A picture on the page: the same text as in a file, which a browser reads faster than it is told of each shape. */
export function Picture({ shapes, width, height, label }: PictureProps) {
  const svg = useMemo(
    () => ({ __html: width > 0 && height > 0 ? writeSvg(shapes, { width, height }, label) : '' }),
    [shapes, width, height, label],
  )
  return <div className="chart-picture" dangerouslySetInnerHTML={svg} />
}
