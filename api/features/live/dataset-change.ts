import { builder } from '../../schema/builder.ts'

/** A stretch of time of a dataset in which something changed. */
export interface DatasetChangeShape {
  dataset: string
  /** Both inclusive. */
  from: Date
  to: Date
}

/** `DatasetChange` in GraphQL. */
export const DatasetChange = builder.objectRef<DatasetChangeShape>('DatasetChange').implement({
  description:
    'Tells that something in a dataset changed, and where on its time axis. What it is now is for the reader to ask.',
  fields: (t) => ({
    dataset: t.exposeString('dataset', { description: 'The name of the dataset.' }),
    from: t.expose('from', { type: 'DateTime', description: 'The earliest moment that may have changed.' }),
    to: t.expose('to', { type: 'DateTime', description: 'The latest moment that may have changed.' }),
  }),
})

/** One change that covers both; they are of the same dataset. */
export function joinDatasetChanges(a: DatasetChangeShape, b: DatasetChangeShape): DatasetChangeShape {
  return { dataset: a.dataset, from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to }
}
