import { LineChart } from '../../charts/index.ts'
import type { PanelProps } from '../panel.ts'
import { TimePanel } from '../time-panel.tsx'
import type { LineOptions } from './options.ts'

/** Lines over time. */
export function LinePanel(props: PanelProps<LineOptions>) {
  return <TimePanel {...props} Chart={LineChart} options={{ ...props.options, stacking: 'none' }} />
}
