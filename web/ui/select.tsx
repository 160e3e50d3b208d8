import { lazyPart } from '../lib/lazy-part.ts'
import { Icon } from './icon.tsx'
import { Opener } from './opener.tsx'
import type { SelectProps } from './select-list.tsx'

const load = () => import('./select-list.tsx')
const SelectList = lazyPart(load, 'SelectList')

/** A button that says what is chosen, and opens the list to choose one thing from. */
export function Select(list: SelectProps) {
  const chosen = list.items.find(({ id }) => id === list.value)?.name ?? list.value
  return (
    <Opener
      opens="listbox"
      load={load}
      aria-label={`${list.label}: ${chosen}`}
      popup={(place) => <SelectList place={place} {...list} />}
    >
      {chosen}
      <Icon name="chevronDown" />
    </Opener>
  )
}
