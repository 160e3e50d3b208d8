import './threshold-mark.css'
import type { Threshold } from '../charts/chart.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { thresholdWords } from './thresholds.ts'

const icons: Readonly<Record<Threshold['look'], IconName>> = { good: 'check', warning: 'warning', bad: 'close' }

interface ThresholdMarkProps {
  threshold: Threshold
  /** Where there is no room: the word is read aloud only. */
  iconOnly?: boolean
}

/** How good a value is: an icon, a word and a colour. */
export function ThresholdMark({ threshold, iconOnly = false }: ThresholdMarkProps) {
  const words = thresholdWords(threshold)
  return (
    <span className={`threshold-mark ${threshold.look}`} title={iconOnly ? words : undefined}>
      <Icon name={icons[threshold.look]} />
      <span className={iconOnly ? 'visually-hidden' : undefined}>{words}</span>
    </span>
  )
}
