import { lazyPart } from '../../lib/lazy-part.ts'
import { Icon } from '../../ui/icon.tsx'
import { Opener } from '../../ui/opener.tsx'

const load = () => import('./label-form.tsx')
const LabelForm = lazyPart(load, 'LabelForm')

/** A small form for one label. What is chosen already stands beside it as chips. */
export function LabelFilter({ onAdd }: { onAdd: (label: string) => void }) {
  return (
    <Opener
      opens="dialog"
      load={load}
      className="filter-button"
      popup={(place) => <LabelForm place={place} onAdd={onAdd} />}
    >
      Label
      <Icon name="chevronDown" />
    </Opener>
  )
}
