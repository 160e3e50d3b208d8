import './meter.css'

interface MeterProps {
  label: string
  value: number
  max: number
  /** The same in words. */
  words: string
}

const NEARLY = 0.8

/** How much of a limit is used. It changes its colour when little is left; the words beside it say how much. */
export function Meter({ label, value, max, words }: MeterProps) {
  const share = max <= 0 ? 1 : Math.min(1, value / max)
  const tone = share >= 1 ? 'full' : share >= NEARLY ? 'nearly' : 'free'
  return (
    <div
      className={`meter ${tone}`}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={Math.min(value, max)}
      aria-valuetext={words}
    >
      <div className="meter-used" style={{ width: `${share * 100}%` }} />
    </div>
  )
}
