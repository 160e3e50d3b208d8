import { boxOf } from '../picture/outline.ts'
import type { SceneItem } from './scene.ts'

interface SceneTooltipProps {
  item: SceneItem
  width: number
  height: number
  hint?: string
}

/** What is known of an item, beside it. It repeats what the slider says, so screen readers skip it. */
export function SceneTooltip({ item, width, height, hint }: SceneTooltipProps) {
  const box = boxOf(item.outline)
  const onRight = box.left + box.width / 2 < width / 2
  // On a narrow picture it covers the item rather than leave the page.
  const side = onRight
    ? { left: `min(${box.left + box.width + 8}px, 100% - var(--tooltip-room))` }
    : { right: `min(${width - box.left + 8}px, 100% - var(--tooltip-room))` }
  const below = box.top < height / 2
  const across = below
    ? { top: Math.max(0, box.top) }
    : { top: 'auto', bottom: Math.max(0, height - box.top - box.height) }
  return (
    <div className="chart-tooltip" style={{ ...side, ...across }} aria-hidden="true">
      <p className="chart-tooltip-time">{item.name}</p>
      <dl>
        {item.values.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {item.note ? <p className="chart-tooltip-note">{item.note}</p> : null}
      {hint ? <p className="chart-tooltip-note">{hint}</p> : null}
    </div>
  )
}
