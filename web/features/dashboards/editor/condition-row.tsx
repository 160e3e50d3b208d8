import { useState } from 'react'
import type { PanelFilter } from '../../../panels/panel.ts'
import { Field } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { PanelContext } from '../view/panel-context.ts'
import { findDimension, type CatalogDataset, type CatalogDimension } from './catalog.ts'
import { dimensionChoices, type FamilyNames } from './dimension-choices.ts'
import { opWords } from '../op-words.ts'
import { newCondition, operandOf, opOf, withOp } from './filters.ts'
import { PickMenu } from './pick-menu.tsx'
import { TextsField } from './texts-field.tsx'
import { ValuePicker } from './value-picker.tsx'

/** What filters are chosen from. */
export interface FilterSource {
  dataset: CatalogDataset
  names: FamilyNames
  context: Pick<PanelContext, 'range' | 'timezone'>
}

interface ConditionRowProps {
  filter: PanelFilter
  source: FilterSource
  onChange: (filter: PanelFilter) => void
}

/** One condition: a dimension, how it decides, and what it is compared with. */
export function ConditionRow({ filter, source, onChange }: ConditionRowProps) {
  const [text, setText] = useState('')
  const { dataset, names } = source
  const name = filter.dimension ?? ''
  const dimension = findDimension(dataset, name)
  const pick = (picked: string) => {
    const found = findDimension(dataset, picked)
    if (found) onChange(newCondition(found))
  }
  return (
    <div className="condition">
      <PickMenu
        label="Dimensions"
        items={dimensionChoices(dataset, { text, names, use: 'FILTER', taken: [] })}
        text={text}
        onText={setText}
        onPick={pick}
        empty="No such dimension"
      >
        <span className="filter-words">{dimension?.title ?? (name || 'Choose what to filter by')}</span>
        <Icon name="chevronDown" />
      </PickMenu>
      {dimension ? (
        <>
          <SelectField
            label={`How ${dimension.title} decides`}
            labelHidden
            items={dimension.ops.map((op) => ({ id: op, name: opWords[op] }))}
            value={opOf(filter)}
            onChange={({ target }) => {
              const op = dimension.ops.find((one) => one === target.value)
              if (op) onChange(withOp(filter, op))
            }}
          />
          <Operand {...{ filter, source, dimension, onChange }} />
        </>
      ) : null}
      {name !== '' && !dimension ? (
        <span className="field-error">“{name}” is not a dimension of this dataset any more</span>
      ) : null}
    </div>
  )
}

interface OperandProps extends ConditionRowProps {
  dimension: CatalogDimension
}

function Operand({ filter, source: { dataset, context }, dimension, onChange }: OperandProps) {
  const operand = operandOf(filter)
  const values = filter.values ?? []
  if (operand === 'NOTHING') return null
  if (operand === 'NUMBERS') return <NumberRange {...{ filter, dimension, onChange }} />
  if (operand === 'TEXTS') {
    const label = `Texts in ${dimension.title}`
    return <TextsField label={label} texts={values} onChange={(texts) => onChange({ ...filter, values: texts })} />
  }
  return (
    <ValuePicker
      label={`Values of ${dimension.title}`}
      source={{ dataset, dimension, context }}
      values={values}
      single={operand === 'VALUE'}
      onChange={(next) => onChange({ ...filter, values: next })}
    />
  )
}

function NumberRange({ filter, dimension, onChange }: Omit<OperandProps, 'source'>) {
  const { min = null, max = null } = filter
  const change = (part: Pick<PanelFilter, 'min' | 'max'>) => onChange({ ...filter, ...part })
  const wrong = min !== null && max !== null && min > max
  return (
    <div className="number-range">
      <Field
        label="At least"
        type="number"
        step="any"
        note={dimension.description}
        defaultValue={min ?? ''}
        onChange={({ target }) => change({ min: readNumber(target.valueAsNumber) })}
      />
      <Field
        label="At most"
        type="number"
        step="any"
        error={wrong ? 'Less than “at least”: no number lies between them.' : undefined}
        defaultValue={max ?? ''}
        onChange={({ target }) => change({ max: readNumber(target.valueAsNumber) })}
      />
    </div>
  )
}

const readNumber = (value: number): number | null => (Number.isFinite(value) ? value : null)
