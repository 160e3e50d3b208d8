import { useState } from 'react'
import { FilterMenu } from '../../../ui/filter-menu.tsx'
import { SearchField } from '../../../ui/search-field.tsx'
import type { VariableDocument } from '../document.ts'
import type { PanelContext } from './panel-context.ts'
import { useVariableValues } from './use-variable-values.ts'
import { valueItems } from './value-items.ts'

interface VariableMenuProps {
  variable: VariableDocument
  chosen: readonly string[]
  context: Pick<PanelContext, 'range' | 'timezone'>
  onChange: (values: string[]) => void
}

/** The values of a variable, the most frequent of the range first, to choose from and to search. */
export function VariableMenu({ variable, chosen, context, onChange }: VariableMenuProps) {
  const { title, multiple } = variable
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState('')
  const wanted = text.trim()
  const { range, timezone } = context
  const answer = useVariableValues(variable, { text: wanted, context: { range, timezone }, isOpen })
  return (
    <FilterMenu
      label={title}
      items={valueItems(answer.values, wanted === '' ? chosen : [])}
      selected={chosen}
      onChange={(values) => onChange(multiple ? values : values.filter((value) => !chosen.includes(value)))}
      onOpenChange={(open) => {
        setOpen(open)
        setText('')
      }}
      search={<SearchField label={`Find ${title.toLowerCase()}`} value={text} onChange={setText} autoFocus />}
      empty={answer.problem ?? (answer.isLooking ? 'Looking' : 'No such value')}
    />
  )
}
