import './threshold-mark.css'
import { Icon, type IconName } from '../ui/icon.tsx'
import { toneWords, type Tone } from './thresholds.ts'

const icons: Readonly<Record<Tone, IconName>> = { good: 'check', warning: 'warning', bad: 'close' }

interface ThresholdMarkProps {
  tone: Tone
  /** Where there is no room: the word is read aloud only. */
  iconOnly?: boolean
}

/** How good a value is: an icon, a word and a colour. */
export function ThresholdMark({ tone, iconOnly = false }: ThresholdMarkProps) {
  return (
    <span className={`threshold-mark ${tone}`} title={iconOnly ? toneWords[tone] : undefined}>
      <Icon name={icons[tone]} />
      <span className={iconOnly ? 'visually-hidden' : undefined}>{toneWords[tone]}</span>
    </span>
  )
}
