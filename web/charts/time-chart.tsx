import './chart.css'
import { useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Canvas, ChartData, ChartKind, ChartOptions, ChartProps, ChartSeries } from './chart.ts'
import { ChartTable } from './chart-table.tsx'
import { CursorMark } from './cursor-mark.tsx'
import { plotArea } from './geometry.ts'
import { Legend } from './legend.tsx'
import { flagRoom } from './overlay-labels.ts'
import { OverlayKey } from './overlay-key.tsx'
import { Picture } from './picture/picture.tsx'
import { Plot } from './plot.tsx'
import { fillOf, lookOf } from './series-look.ts'
import { indexOfMoment, isEmpty, toBuckets, type Bucket } from './shape.ts'
import { describeBucket, summarise } from './summary.ts'
import type { ChartTheme } from './theme.ts'
import type { TimeFrame } from './time-frame.ts'
import { Tooltip } from './tooltip.tsx'
import { useChartTheme } from './use-chart-theme.ts'
import { useSize } from './use-size.ts'

/** What one kind of chart over time adds to what all share. */
interface TimeChartProps extends ChartProps {
  picture: ChartKind['picture']
  frame: (data: ChartData, options: ChartOptions) => TimeFrame
  marks: 'bars' | 'lines'
}

/**
 * A chart over time with all that belongs to one: title, legend, picture, cursor, tooltip, and the same numbers as a
 * table one key away. The kinds of charts give it their picture.
 */
export function TimeChart(props: TimeChartProps) {
  const { data, options, frame: frameOf, marks } = props
  const [asTable, setAsTable] = useState(false)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const figure = useRef<HTMLElement>(null)
  const theme = useChartTheme()
  const isFilled = marks === 'bars' || options.filled === true
  const colours = useMemo(
    () =>
      new Map(
        data.series.map((one, place) => [
          one.id,
          isFilled ? fillOf(one, place, theme) : lookOf(one, place, theme).colour,
        ]),
      ),
    [data, theme, isFilled],
  )
  const drawn = useMemo(() => withoutHidden(data, hidden), [data, hidden])
  const frame = useMemo(() => frameOf(drawn, options), [frameOf, drawn, options])
  // With the key T one stays where one is: the focus goes from the chart to its table and back.
  const switchTo = (table: boolean) => {
    flushSync(() => setAsTable(table))
    props.onCursor(null)
    figure.current?.querySelector<HTMLElement>(table ? '.chart-table' : '.chart-plot')?.focus()
  }
  const listOf = (series: readonly ChartSeries[]) => series.map(({ id }) => colours.get(id) ?? theme.muted)
  return (
    <figure className={options.framed ? 'chart chart-framed' : 'chart'} ref={figure}>
      <figcaption className="chart-header">
        {options.framed ? <span className="visually-hidden">{options.title}</span> : <h2>{options.title}</h2>}
        {options.caption ? <span className="chart-caption">{options.caption}</span> : null}
        <button type="button" className="chart-toggle" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Show chart' : 'Show table'}
          <span className="visually-hidden"> of {options.title}</span>
        </button>
      </figcaption>
      {data.series.length > 1 ? (
        <Legend
          entries={data.series.map(({ id, label }) => ({ id, label, colour: colours.get(id) ?? theme.muted }))}
          hidden={hidden}
          onToggle={(id) => setHidden(toggled(hidden, id))}
        />
      ) : null}
      {drawn.overlays && !asTable ? <OverlayKey overlays={drawn.overlays} /> : null}
      {asTable ? (
        <ChartTable
          data={drawn}
          options={options}
          buckets={toBuckets(drawn)}
          total={frame.stacking !== 'none'}
          onChart={() => switchTo(false)}
        />
      ) : (
        <Drawing
          {...props}
          data={drawn}
          drawn={frame}
          theme={theme}
          colours={listOf(drawn.series)}
          onTable={() => switchTo(true)}
        />
      )}
    </figure>
  )
}

interface DrawingProps extends TimeChartProps {
  drawn: TimeFrame
  theme: ChartTheme
  colours: readonly string[]
  onTable: () => void
}

function Drawing(props: DrawingProps) {
  const { data, options, drawn, theme, colours, marks, picture, cursor, openHint } = props
  const { buckets, axis, unit, stacking } = drawn
  const host = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(host)
  const [active, setActive] = useState(false)
  const [selecting, setSelecting] = useState(false)
  const canvas = useMemo((): Canvas => ({ width, height, theme }), [width, height, theme])
  const shapes = useMemo(() => picture(data, options, canvas), [picture, data, options, canvas])
  const summary = useMemo(() => summarise(data, options), [data, options])
  const area = plotArea(canvas, axis, unit, flagRoom(data.overlays))
  const series = data.series.map(({ id }) => id)
  const geometry = { buckets, area, axis, series, marks, stacked: stacking !== 'none' }
  const index = indexOfMoment(buckets, cursor)
  // Shares are drawn; what is told is the values that they are shares of.
  const told = toBuckets(data)
  const describe = ({ from }: Bucket) => {
    const bucket = told[indexOfMoment(told, from)]
    return bucket ? describeBucket(data, bucket) : 'No data'
  }
  return (
    <div className="chart-drawing" ref={host} data-empty={isEmpty(data.series) || undefined}>
      <Picture shapes={shapes} width={width} height={height} label={summary} />
      {isEmpty(data.series) ? <p className="chart-note">No values in this range</p> : null}
      {index === -1 ? null : <CursorMark geometry={geometry} index={index} colours={colours} />}
      <Plot
        {...props}
        geometry={geometry}
        label={options.title}
        describe={describe}
        timezone={data.timezone}
        onActive={setActive}
        onSelecting={setSelecting}
      />
      {active && !selecting && index !== -1 ? (
        <Tooltip
          data={data}
          buckets={told}
          shares={stacking === 'shares' ? buckets[index] : undefined}
          index={index}
          area={area}
          colours={colours}
          total={stacking !== 'none'}
          hint={openHint}
        />
      ) : null}
    </div>
  )
}

/** The data without the hidden series and what was found in them; the others keep their colours. All hidden means none hidden: an empty picture says nothing. */
function withoutHidden(data: ChartData, hidden: ReadonlySet<string>): ChartData {
  const series = data.series
    .map((one, place) => ({ ...one, place: one.place ?? place }))
    .filter(({ id }) => !hidden.has(id))
  if (series.length === 0) return data
  const { overlays } = data
  const stands = overlays?.of === undefined ? series.length === data.series.length : !hidden.has(overlays.of)
  const { annotations, thresholds } = overlays ?? {}
  return { ...data, series, overlays: stands ? overlays : { annotations, thresholds } }
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
