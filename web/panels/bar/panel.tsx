import { BarChart } from '../../charts/index.ts'
import type { PanelProps } from '../panel.ts'
import { TimePanel } from '../time-panel.tsx'
import { CategoryBars } from './category-bars.tsx'
import type { BarOptions } from './options.ts'

/** Bars, over time or by category. */
export function BarPanel(props: PanelProps<BarOptions>) {
  return props.options.over === 'TIME' ? <TimePanel {...props} Chart={BarChart} /> : <CategoryBars {...props} />
}
