import '../editors.css'
import './table.css'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { nameWords } from '../name-words.ts'
import type { PanelQuery } from '../panel.ts'
import { ThresholdsEditor } from '../thresholds-editor.tsx'
import { editedColumns, movedColumn } from './edited-columns.ts'
import type { ColumnOptions, TableOptions } from './options.ts'

interface TableEditorProps {
  options: TableOptions
  onChange: (options: TableOptions) => void
  query: PanelQuery
}

/** Edits which columns a table has, in which order, and how each is shown. */
export function TableEditor({ options, onChange, query }: TableEditorProps) {
  const columns = editedColumns(query, options)
  const change = (index: number, part: Partial<ColumnOptions>) =>
    onChange({ ...options, columns: columns.map((one, place) => (place === index ? { ...one, ...part } : one)) })
  const [sort] = options.sort
  return (
    <div className="panel-editor">
      <SelectField
        label="Sorted by"
        items={[
          { id: '', name: 'As the question says' },
          ...columns.map(({ name, title }) => ({ id: name, name: title ?? nameWords(name) })),
        ]}
        value={sort?.column ?? ''}
        onChange={({ target }) =>
          onChange({
            ...options,
            sort: target.value === '' ? [] : [{ column: target.value, descending: sort?.descending ?? true }],
          })
        }
      />
      {sort ? (
        <Checkbox
          label="Highest first"
          checked={sort.descending}
          onChange={({ target }) => onChange({ ...options, sort: [{ ...sort, descending: target.checked }] })}
        />
      ) : null}
      {columns.map((column, index) => (
        <ColumnEditor
          key={column.name}
          column={column}
          isMeasure={column.name !== 'time' && !query.dimensions?.includes(column.name)}
          onChange={(part) => change(index, part)}
          onMove={(by) => onChange({ ...options, columns: movedColumn(columns, index, by) })}
        />
      ))}
    </div>
  )
}

interface ColumnEditorProps {
  column: ColumnOptions
  isMeasure: boolean
  onChange: (part: Partial<ColumnOptions>) => void
  /** -1: one place earlier, 1: one later. */
  onMove: (by: -1 | 1) => void
}

function ColumnEditor({ column, isMeasure, onChange, onMove }: ColumnEditorProps) {
  const name = column.title ?? nameWords(column.name)
  return (
    <div className="table-column">
      <details>
        <summary className={column.isHidden ? 'muted' : undefined}>{name}</summary>
        <div className="panel-editor">
          <Checkbox
            label="Show this column"
            checked={!column.isHidden}
            onChange={({ target }) => onChange({ isHidden: !target.checked })}
          />
          <Field
            label="Heading"
            placeholder={nameWords(column.name)}
            value={column.title ?? ''}
            onChange={({ target }) => onChange({ title: target.value || null })}
          />
          {isMeasure ? (
            <>
              <Field
                label="Decimals"
                type="number"
                min={0}
                max={10}
                placeholder="As many as there are"
                value={column.decimals ?? ''}
                onChange={({ target }) => onChange({ decimals: target.value === '' ? null : target.valueAsNumber })}
              />
              <Checkbox
                label="Bar in each cell"
                checked={column.hasBar}
                onChange={({ target }) => onChange({ hasBar: target.checked })}
              />
              <ThresholdsEditor thresholds={column.thresholds} onChange={(thresholds) => onChange({ thresholds })} />
            </>
          ) : null}
        </div>
      </details>
      {/* Beside the summary, since a summary is a button and cannot hold others. */}
      <span className="table-column-moves">
        <Button look="quiet" square aria-label={`Move ${name} earlier`} onPress={() => onMove(-1)}>
          <Icon name="arrowUp" />
        </Button>
        <Button look="quiet" square aria-label={`Move ${name} later`} onPress={() => onMove(1)}>
          <Icon name="arrowDown" />
        </Button>
      </span>
    </div>
  )
}
