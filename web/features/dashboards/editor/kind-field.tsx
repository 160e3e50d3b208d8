import './kind-field.css'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { Label } from 'react-aria-components/Label'
import type { PanelKind } from '../../../panels/panel.ts'
import { Icon } from '../../../ui/icon.tsx'

interface KindFieldProps {
  kinds: readonly Pick<PanelKind, 'kind' | 'title' | 'description' | 'icon'>[]
  value: string
  onChange: (kind: string) => void
}

/** Which kind of panel it is. What another kind cannot show is told once it is chosen. */
export function KindField({ kinds, value, onChange }: KindFieldProps) {
  const chosen = kinds.find(({ kind }) => kind === value)
  return (
    <RadioGroup className="field" value={value} onChange={onChange} orientation="horizontal">
      <Label className="field-label">Kind</Label>
      <div className="kind-list">
        {kinds.map(({ kind, title, icon }) => (
          <Radio key={kind} value={kind} className="kind">
            <Icon name={icon} />
            {title}
          </Radio>
        ))}
      </div>
      <span className={chosen ? 'field-note' : 'field-error'}>
        {chosen?.description ?? `This page does not know the kind “${value}”: choose another.`}
      </span>
    </RadioGroup>
  )
}
