import './number.css'
import { useMemo } from 'react'
import { useChangedRows } from '../../lib/live/use-changed-rows.ts'
import { ChangeMark } from '../../ui/change-mark.tsx'
import type { PanelProps, PanelQuery, TableAnswer } from '../panel.ts'
import { pick, pickHint } from '../pick.ts'
import { ScrollBox } from '../scroll-box.tsx'
import { ThresholdMark } from '../threshold-mark.tsx'
import type { NumberOptions } from './options.ts'
import { tilesOf, type Tile } from './shape.ts'
import { sparklinePath } from './sparkline-path.ts'

/** Big numbers side by side, each with its course and its change. */
export function NumberPanel(props: PanelProps<NumberOptions>) {
  const { query, answers, options } = props
  const tiles = useMemo(() => tilesOf(answers, options), [answers, options])
  const versions = useMemo(() => tiles.map(({ id, text }) => ({ id, changedAt: text })), [tiles])
  const changed = useChangedRows(versions, questionOf(query, answers.TOTAL))
  return (
    <ScrollBox label={`${props.title}, numbers`}>
      <dl className="number-tiles">
        {tiles.map((tile) => (
          <NumberTile
            key={tile.id}
            tile={tile}
            sparkline={options.sparkline}
            isChanged={changed.has(tile.id)}
            hint={pickHint(props, tile.key.length > 0)}
            onPick={(shift) => pick(tile, shift, props)}
          />
        ))}
      </dl>
    </ScrollBox>
  )
}

/** What the numbers answer. A range that moves on with the clock stays the same question. */
function questionOf(query: PanelQuery, answer: TableAnswer | undefined): string {
  return JSON.stringify([query, answer && Date.parse(answer.to) - Date.parse(answer.from)])
}

interface NumberTileProps {
  tile: Tile
  sparkline: boolean
  isChanged: boolean
  /** What picking it does; undefined where it does nothing. */
  hint: string | undefined
  onPick: (shift: boolean) => void
}

function NumberTile({ tile, sparkline, isChanged, hint, onPick }: NumberTileProps) {
  return (
    <div className="number-tile" data-changed={isChanged || undefined}>
      <dt title={tile.title}>{tile.title}</dt>
      <dd
        className={
          tile.threshold === null ? 'number-tile-value' : `number-tile-value threshold-value ${tile.threshold.look}`
        }
      >
        {hint ? (
          <button type="button" title={`${tile.exact}. ${hint}`} onClick={({ shiftKey }) => onPick(shiftKey)}>
            {tile.text}
          </button>
        ) : (
          <span title={tile.exact}>{tile.text}</span>
        )}
      </dd>
      <dd className="number-tile-change">
        {tile.threshold === null ? null : <ThresholdMark threshold={tile.threshold} />}
        {tile.change === null ? null : <ChangeMark change={tile.change} />}
        {tile.before === null ? null : (
          <span className="muted">
            from {tile.before}
            <span className="visually-hidden"> in the compared period</span>
          </span>
        )}
      </dd>
      {sparkline ? <TileSparkline points={tile.points} /> : null}
    </div>
  )
}

const size = { width: 200, height: 40 }

/** The course of a number. The twin of the panel and its words say the same, so it is hidden from screen readers. */
function TileSparkline({ points }: Pick<Tile, 'points'>) {
  const path = useMemo(() => sparklinePath(points, size), [points])
  if (path === null) return null
  return (
    <dd className="number-sparkline" aria-hidden="true">
      <svg width="100%" height="100%" viewBox={`0 -2 ${size.width} ${size.height + 4}`} preserveAspectRatio="none">
        <path d={path.complete} />
        <path className="incomplete" d={path.incomplete} />
      </svg>
    </dd>
  )
}
