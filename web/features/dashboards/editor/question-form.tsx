import type { PanelKind, PanelNeeds, PanelQuery } from '../../../panels/panel.ts'
import { SelectField } from '../../../ui/select-field.tsx'
import type { PanelContext } from '../view/panel-context.ts'
import { findDataset, type CatalogDataset } from './catalog.ts'
import { DimensionsField } from './dimensions-field.tsx'
import type { QueryEdit } from './edit-query.ts'
import { EditorSection } from './editor-section.tsx'
import { FiltersField } from './filters-field.tsx'
import { MeasuresField } from './measures-field.tsx'
import { OrderFields } from './order-fields.tsx'
import type { EditorField } from './problem-field.ts'
import { TimeFields } from './time-fields.tsx'
import { useFamilyNames } from './use-family-names.ts'

interface QuestionFormProps {
  query: PanelQuery
  kind: PanelKind
  needs: PanelNeeds
  datasets: readonly CatalogDataset[]
  context: PanelContext
  /** What the server says against a part of the question. */
  errorOf: (field: EditorField) => string | undefined
  onDataset: (dataset: CatalogDataset) => void
  onEdit: (edit: QueryEdit) => void
}

/** What a panel asks: what is counted, of what, split by what, when, and what comes first. */
export function QuestionForm({ query, kind, needs, datasets, context, errorOf, ...on }: QuestionFormProps) {
  const names = useFamilyNames()
  const dataset = findDataset(datasets, query.dataset)
  const shared = { query, kindTitle: kind.title, onEdit: on.onEdit }
  const choose = (name: string) => {
    const found = findDataset(datasets, name)
    if (found) on.onDataset(found)
  }
  return (
    <>
      <EditorSection title="Data">
        <SelectField
          label="Dataset"
          items={[
            ...(dataset ? [] : [{ id: query.dataset, name: query.dataset }]),
            ...datasets.map(({ name, title }) => ({ id: name, name: title })),
          ]}
          value={query.dataset}
          note={dataset?.description}
          error={dataset ? errorOf('dataset') : `There is no dataset “${query.dataset}” any more: choose another.`}
          onChange={({ target }) => choose(target.value)}
        />
        {dataset ? (
          <>
            <MeasuresField {...shared} dataset={dataset} needs={needs} error={errorOf('measures')} />
            <DimensionsField
              {...shared}
              dataset={dataset}
              names={names}
              limits={needs.dimensions}
              error={errorOf('dimensions')}
            />
            <FiltersField
              filters={query.filters ?? []}
              source={{ dataset, names, context }}
              error={errorOf('filters')}
              onChange={(filters) => on.onEdit({ edit: 'setFilters', filters })}
            />
          </>
        ) : null}
      </EditorSection>
      <EditorSection title="Time">
        <TimeFields {...shared} time={needs.time} context={context} errorOf={errorOf} />
      </EditorSection>
      {dataset ? (
        <EditorSection title="Order and amount">
          <OrderFields {...shared} dataset={dataset} errorOf={errorOf} />
        </EditorSection>
      ) : null}
    </>
  )
}
