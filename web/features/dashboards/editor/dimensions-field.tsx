import './picked-list.css'
import { useState } from 'react'
import type { PanelQuery } from '../../../panels/panel.ts'
import { FieldGroup } from '../../../ui/checkbox.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { findDimension, type CatalogDataset } from './catalog.ts'
import { dimensionChoices, type FamilyNames } from './dimension-choices.ts'
import type { QueryEdit } from './edit-query.ts'
import { PickedItem } from './picked-item.tsx'
import { PickMenu } from './pick-menu.tsx'

interface DimensionsFieldProps {
  dataset: CatalogDataset
  query: PanelQuery
  names: FamilyNames
  /** How many the kind of panel needs, and shows at most. */
  limits: readonly [least: number, most: number]
  /** Its title, for saying why. */
  kindTitle: string
  error?: string
  onEdit: (edit: QueryEdit) => void
}

/** What the answer is split by. */
export function DimensionsField({ dataset, query, names, limits, kindTitle, error, onEdit }: DimensionsFieldProps) {
  const [text, setText] = useState('')
  const { dimensions = [] } = query
  const [least, most] = limits
  const isFull = dimensions.length >= most
  const replaces = isFull && most === 1
  const pick = (name: string) => {
    const [only = ''] = dimensions
    onEdit(replaces ? { edit: 'replaceDimension', name: only, by: name } : { edit: 'addDimension', name })
  }
  return (
    <FieldGroup label="Split by" error={error} note={limitWords(kindTitle, dimensions.length, limits)}>
      <ul className="picked-list">
        {dimensions.map((name, place) => {
          const found = findDimension(dataset, name)
          return (
            <PickedItem
              key={name}
              title={found?.title ?? name}
              place={place}
              onMove={(to) => onEdit({ edit: 'moveDimension', name, to })}
              onRemove={dimensions.length > least ? () => onEdit({ edit: 'removeDimension', name }) : undefined}
            >
              {found?.title ?? (
                <span className="field-error">“{name}” is not a dimension of this dataset any more</span>
              )}
            </PickedItem>
          )
        })}
      </ul>
      <PickMenu
        label="Dimensions"
        items={dimensionChoices(dataset, { text, names, use: 'SPLIT', taken: dimensions })}
        text={text}
        onText={setText}
        onPick={pick}
        isDisabled={isFull && !replaces}
        empty="No such dimension"
      >
        <Icon name="plus" />
        {replaces ? 'Another dimension' : 'Add dimension'}
      </PickMenu>
    </FieldGroup>
  )
}

function limitWords(kindTitle: string, count: number, [least, most]: readonly [number, number]): string | undefined {
  if (most === 0) return `“${kindTitle}” is not split.`
  if (count >= most && most > 1) return `“${kindTitle}” is split by at most ${most}. Take one away to add another.`
  return least > 0 && count <= least ? `“${kindTitle}” needs ${least === 1 ? 'one' : least}.` : undefined
}
