import { formatTime } from '../../../lib/format-time.ts'
import { useChange } from '../../../lib/use-change.ts'
import type { PanelAnnotation } from '../../../panels/panel.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { RemoveAnnotation } from './annotation-queries.ts'

/** What is noted already, each with a button that removes it for everyone. Nothing where nothing is. */
export function AnnotationList({ annotations }: { annotations: readonly PanelAnnotation[] }) {
  const remove = useChange(RemoveAnnotation)
  if (annotations.length === 0) return null
  return (
    <section className="annotation-list" aria-label="Annotations of this range">
      <h3>In this range</h3>
      <Refusal text={remove.problem} />
      <ul>
        {annotations.map(({ id, title, at }) => (
          <li key={id}>
            <span className="annotation-title">{title}</span>
            <span className="muted">{formatTime(Date.parse(at))}</span>
            <Button look="quiet" square aria-label={`Remove ${title}`} onPress={() => void remove.run({ id })}>
              <Icon name="close" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
