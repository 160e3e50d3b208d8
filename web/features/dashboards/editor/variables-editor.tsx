import './variables-editor.css'
import { useState, type ReactNode } from 'react'
import { viewerZone } from '../../../lib/format-time.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox, FieldGroup } from '../../../ui/checkbox.tsx'
import { Field } from '../../../ui/field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import type { VariableDocument } from '../document.ts'
import { findDataset, findDimension, type CatalogDataset } from './catalog.ts'
import { dimensionChoices, type FamilyNames } from './dimension-choices.ts'
import { PickMenu } from './pick-menu.tsx'
import { useFamilyNames } from './use-family-names.ts'
import { ValuePicker } from './value-picker.tsx'
import { newVariable, withDimension, withMultiple } from './variables.ts'

interface VariablesEditorProps {
  variables: readonly VariableDocument[]
  datasets: readonly CatalogDataset[]
  onChange: (variables: VariableDocument[]) => void
}

/** The choices that viewers of a dashboard have: over which dimensions, and what is chosen until they choose. */
export function VariablesEditor({ variables, datasets, onChange }: VariablesEditorProps) {
  const names = useFamilyNames()
  const [dataset] = datasets
  return (
    <div className="variables">
      {variables.length === 0 ? (
        <p className="muted">With a variable, viewers choose what all panels are filtered by, such as a pipeline.</p>
      ) : null}
      <ul className="variables-list">
        {variables.map((variable, place) => (
          <li key={variable.name} className="variable">
            <VariableFields
              {...{ variable, datasets, names }}
              onChange={(next) => onChange(variables.toSpliced(place, 1, next))}
            />
            <div className="variable-buttons">
              {place > 0 ? (
                <Button
                  look="quiet"
                  onPress={() => onChange(variables.toSpliced(place, 1).toSpliced(place - 1, 0, variable))}
                >
                  <Icon name="arrowUp" />
                  Move up<span className="visually-hidden"> {variable.title}</span>
                </Button>
              ) : null}
              <Button look="quiet" onPress={() => onChange(variables.toSpliced(place, 1))}>
                <Icon name="close" />
                Remove<span className="visually-hidden"> {variable.title}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {dataset ? (
        <DimensionMenu
          {...{ dataset, names }}
          onPick={(dimension) => onChange([...variables, newVariable(dataset, dimension, variables)])}
        >
          <Icon name="plus" />
          Add variable
        </DimensionMenu>
      ) : null}
    </div>
  )
}

interface DimensionMenuProps {
  dataset: CatalogDataset
  names: FamilyNames
  onPick: (dimension: string) => void
  children: ReactNode
}

function DimensionMenu({ dataset, names, onPick, children }: DimensionMenuProps) {
  const [text, setText] = useState('')
  return (
    <PickMenu
      label="Dimensions"
      items={dimensionChoices(dataset, { text, names, use: 'SPLIT', taken: [] })}
      text={text}
      onText={setText}
      onPick={onPick}
      empty="No such dimension"
    >
      {children}
    </PickMenu>
  )
}

interface VariableFieldsProps {
  variable: VariableDocument
  datasets: readonly CatalogDataset[]
  names: FamilyNames
  onChange: (variable: VariableDocument) => void
}

/** Where values are looked for: long enough to find what is rare. */
const lookedThrough = { range: { last: 'P30D' }, timezone: viewerZone }

function VariableFields({ variable, datasets, names, onChange }: VariableFieldsProps) {
  const dataset = findDataset(datasets, variable.dataset)
  const dimension = dataset && findDimension(dataset, variable.dimension)
  const move = (to: CatalogDataset, name: string) => onChange(withDimension(variable, name, { from: dataset, to }))
  const chooseDataset = (name: string) => {
    const to = findDataset(datasets, name)
    const first = to?.dimensions.find(({ filterOnly }) => !filterOnly)
    if (to && first) move(to, findDimension(to, variable.dimension) ? variable.dimension : first.name)
  }
  return (
    <>
      <Field
        label="Title"
        value={variable.title}
        maxLength={200}
        onChange={({ target }) => onChange({ ...variable, title: target.value })}
      />
      <SelectField
        label="Dataset"
        items={[
          ...(dataset ? [] : [{ id: variable.dataset, name: variable.dataset }]),
          ...datasets.map(({ name, title }) => ({ id: name, name: title })),
        ]}
        value={variable.dataset}
        note="Where its values are looked for."
        error={dataset ? undefined : `There is no dataset “${variable.dataset}” any more: choose another.`}
        onChange={({ target }) => chooseDataset(target.value)}
      />
      {dataset ? (
        <FieldGroup
          label="Dimension"
          error={dimension ? undefined : `“${variable.dimension}” is not a dimension of this dataset any more.`}
        >
          <DimensionMenu {...{ dataset, names }} onPick={(name) => move(dataset, name)}>
            {dimension?.title ?? variable.dimension}
            <Icon name="chevronDown" />
          </DimensionMenu>
        </FieldGroup>
      ) : null}
      <Checkbox
        label="Several values can be chosen"
        checked={variable.multiple}
        onChange={({ target }) => onChange(withMultiple(variable, target.checked))}
      />
      {dataset && dimension ? (
        <FieldGroup label="Chosen to begin with" note="Nothing chosen stands for all values.">
          <div className="variable-values">
            <ValuePicker
              label={`Values of ${variable.title}`}
              source={{ dataset, dimension, context: lookedThrough }}
              values={variable.values}
              single={!variable.multiple}
              placeholder="All values"
              onChange={(values) => onChange({ ...variable, values })}
            />
            {variable.values.length > 0 ? (
              <Button look="quiet" onPress={() => onChange({ ...variable, values: [] })}>
                All values
              </Button>
            ) : null}
          </div>
        </FieldGroup>
      ) : null}
    </>
  )
}
