import { LineChart } from '../../charts/index.ts'
import type { PanelProps } from '../panel.ts'
import type { TimeOptions } from '../time-options.ts'
import { TimePanel } from '../time-panel.tsx'

/** Filled lines over time. */
export function AreaPanel(props: PanelProps<TimeOptions>) {
  return <TimePanel {...props} Chart={LineChart} filled />
}
