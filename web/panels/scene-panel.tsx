import './panels.css'
import type { ComponentProps } from 'react'
import { SceneChart } from '../charts/scene/scene-chart.tsx'
import type { SceneItem } from '../charts/scene/scene.ts'
import type { PanelInteraction, PickedPart, TableTwin } from './panel.ts'
import { pick, pickHint } from './pick.ts'
import { TwinTable } from './twin-table.tsx'

type ScenePanelProps = PanelInteraction &
  Pick<ComponentProps<typeof SceneChart>, 'title' | 'caption' | 'summary' | 'draw' | 'empty' | 'legend'> & {
    twin: TableTwin
    timezone: string
    /** What an item stands for. */
    partOf: (item: SceneItem) => PickedPart
    /** Items stand for buckets, or for nothing that could be kept alone. */
    withoutKeys?: boolean
  }

/** A picture of items in a panel: picking an item keeps only its values, or opens its rows. */
export function ScenePanel(props: ScenePanelProps) {
  const { title, caption, summary, draw, empty, legend, twin, timezone, partOf, withoutKeys = false } = props
  return (
    <SceneChart
      title={title}
      caption={caption}
      summary={summary}
      draw={draw}
      empty={empty}
      legend={legend}
      table={<TwinTable twin={twin} timezone={timezone} />}
      cursor={props.cursor}
      onCursor={props.onCursor}
      onZoom={props.onZoom}
      onZoomBy={props.onZoomBy}
      onOpen={(item, shift) => pick(partOf(item), shift, props)}
      openHint={pickHint(props, !withoutKeys)}
    />
  )
}
