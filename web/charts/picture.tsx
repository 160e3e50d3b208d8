import type { EChartsOption } from 'echarts'
import type { EChartsType } from 'echarts/core'
import { useEffect, useRef, useState } from 'react'

interface PictureProps {
  option: EChartsOption
  width: number
  height: number
  /** The picture in words. */
  label: string
  /** Shapes stay sharp and are few; thousands of points are quicker as pixels. */
  renderer?: 'svg' | 'canvas'
}

/** Draws an ECharts option. ECharts itself is loaded when the first picture is shown, and each picture is disposed of with its element. */
export function Picture({ option, width, height, label, renderer = 'svg' }: PictureProps) {
  const host = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType | null>(null)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let gone = false
    let made: EChartsType | null = null
    const load = renderer === 'svg' ? import('./echarts.ts') : import('./echarts-canvas.ts')
    load.then(
      ({ init }) => {
        if (gone || !host.current) return
        made = init(host.current, undefined, { renderer })
        setChart(made)
      },
      () => setFailed(true),
    )
    return () => {
      gone = true
      setChart(null)
      made?.dispose()
    }
  }, [renderer])

  useEffect(() => {
    if (!chart || chart.isDisposed() || width === 0) return
    chart.resize({ width, height })
    chart.setOption(option, { notMerge: true })
  }, [chart, option, width, height])

  return (
    <>
      <div className="chart-picture" ref={host} role="img" aria-label={label} style={{ width, height }} />
      {failed ? (
        <p className="chart-note" role="alert">
          The chart could not be loaded. Show the table instead, or load the page again.
        </p>
      ) : null}
    </>
  )
}
