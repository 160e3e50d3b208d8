import { useState } from 'react'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { readLabel } from './jobs-search.ts'

/** A small form for one label. What is chosen already stands beside it as chips. */
export function LabelFilter({ onAdd }: { onAdd: (label: string) => void }) {
  return (
    <DialogTrigger>
      <Button className="filter-button">
        Label
        <Icon name="chevronDown" />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Dialog aria-label="Filter by label" className="label-form">
          {({ close }) => (
            <LabelForm
              onAdd={(label) => {
                onAdd(label)
                close()
              }}
            />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function LabelForm({ onAdd }: { onAdd: (label: string) => void }) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const add = () => {
    const label = readLabel(text)
    if (label === null || label.value === '') setWrong(true)
    else onAdd(`${label.name}=${label.value}`)
  }
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Field
        label="Label"
        note="Name and value, such as environment=production"
        error={wrong ? 'Write a name, an equals sign and a value.' : undefined}
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setWrong(false)
        }}
      />
      <Button type="submit" look="primary">
        Add label
      </Button>
    </form>
  )
}
