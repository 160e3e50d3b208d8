import './picked-list.css'
import { useState } from 'react'
import type { PanelNeeds, PanelQuery } from '../../../panels/panel.ts'
import { FieldGroup } from '../../../ui/checkbox.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { findMeasure, isQuotient, quotientOf, searchMeasures, type CatalogDataset } from './catalog.ts'
import { needsEvery, type QueryEdit } from './edit-query.ts'
import { PickedItem } from './picked-item.tsx'
import { PickMenu } from './pick-menu.tsx'
import { unitWords } from './unit-words.ts'

interface MeasuresFieldProps {
  dataset: CatalogDataset
  query: PanelQuery
  /** How many the kind of panel shows, and whether it has buckets of time. */
  needs: Pick<PanelNeeds, 'measures' | 'time'>
  /** Its title, for saying why no more can be added. */
  kindTitle: string
  error?: string
  onEdit: (edit: QueryEdit) => void
}

/** What is counted: measures of the dataset, each as it is or as something that is made of it. */
export function MeasuresField({ dataset, query, needs, kindTitle, error, onEdit }: MeasuresFieldProps) {
  const [text, setText] = useState('')
  const { measures } = query
  const [, most] = needs.measures
  const isFull = measures.length >= most
  const replaces = isFull && most === 1
  const items = searchMeasures(dataset, text)
    .filter(({ name }) => !measures.includes(name))
    .map(({ name, title, description }) =>
      isPossible(name, needs)
        ? { id: name, title, note: description }
        : { id: name, title, note: `Needs buckets of time, which “${kindTitle}” has not.`, isDisabled: true },
    )
  const pick = (name: string) => {
    const [only = ''] = measures
    onEdit(replaces ? { edit: 'replaceMeasure', name: only, by: name } : { edit: 'addMeasure', name })
  }
  const note = replaces || !isFull ? undefined : `“${kindTitle}” shows at most ${most}. Take one away to add another.`
  return (
    <FieldGroup label="Measures" error={error} note={note}>
      <ul className="picked-list">
        {measures.map((name, place) => (
          <MeasureItem key={name} {...{ dataset, query, needs, name, place, onEdit }} />
        ))}
      </ul>
      <PickMenu
        label="Measures"
        items={items}
        text={text}
        onText={setText}
        onPick={pick}
        isDisabled={isFull && !replaces}
        empty="No such measure"
      >
        <Icon name="plus" />
        {replaces ? 'Another measure' : 'Add measure'}
      </PickMenu>
    </FieldGroup>
  )
}

/** A running total needs buckets of time. */
const isPossible = (measure: string, { time }: Pick<PanelNeeds, 'time'>): boolean =>
  time !== 'NONE' || !needsEvery(measure)

interface MeasureItemProps {
  dataset: CatalogDataset
  query: PanelQuery
  needs: Pick<PanelNeeds, 'time'>
  name: string
  place: number
  onEdit: (edit: QueryEdit) => void
}

function MeasureItem({ dataset, query, needs, name, place, onEdit }: MeasureItemProps) {
  const found = findMeasure(dataset, name)
  const title = found?.measure.title ?? name
  const replace = (by: string) => onEdit({ edit: 'replaceMeasure', name, by })
  return (
    <PickedItem
      title={title}
      place={place}
      onMove={(to) => onEdit({ edit: 'moveMeasure', name, to })}
      onRemove={query.measures.length > 1 ? () => onEdit({ edit: 'removeMeasure', name }) : undefined}
      note={found ? [unitWords(found.measure.unit), found.measure.description].filter(Boolean).join(' · ') : undefined}
    >
      {found ? (
        <MadeOf {...{ dataset, needs, found, title }} taken={query.measures} onChange={replace} />
      ) : (
        <span className="field-error">“{name}” is not a measure of this dataset any more</span>
      )}
    </PickedItem>
  )
}

interface MadeOfProps {
  dataset: CatalogDataset
  needs: Pick<PanelNeeds, 'time'>
  found: NonNullable<ReturnType<typeof findMeasure>>
  title: string
  taken: readonly string[]
  onChange: (name: string) => void
}

/** The measure as it is, or what can be made of it: share, running total, change, quotient. */
function MadeOf({ dataset, needs, found: { measure, base, divisor }, title, taken, onChange }: MadeOfProps) {
  const others = dataset.measures.filter((one) => one !== base)
  const pattern = base.derived.find(({ name }) => isQuotient(name))
  const forms = [base, ...base.derived].filter(({ name }) => name === measure.name || !taken.includes(name))
  const offered = forms.filter(({ name }) => !isQuotient(name) || others.length > 0)
  const [first] = others
  return (
    <div className="made-of">
      <SelectField
        label={`${title}, shown as`}
        labelHidden
        items={offered.map(({ name, title }) =>
          isPossible(name, needs)
            ? { id: name, name: title }
            : { id: name, name: `${title} (needs buckets of time)`, isDisabled: true },
        )}
        value={divisor ? (pattern?.name ?? '') : measure.name}
        onChange={({ target: { value } }) =>
          onChange(isQuotient(value) && first ? quotientOf(base.name, first.name) : value)
        }
      />
      {divisor ? (
        <SelectField
          label={`${base.title}, divided by`}
          labelHidden
          items={others.map((one) => ({ id: one.name, name: one.title }))}
          value={divisor.name}
          onChange={({ target }) => onChange(quotientOf(base.name, target.value))}
        />
      ) : null}
    </div>
  )
}
