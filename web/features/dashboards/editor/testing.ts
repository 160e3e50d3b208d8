import type { CatalogDataset, CatalogDimension, CatalogMeasure } from './catalog.ts'

function counted(name: string, title: string): CatalogMeasure {
  const made = (suffix: string, words: string) => {
    return { name: `${name}.${suffix}`, title: `${title}${words}`, description: words, unit: 'COUNT' as const }
  }
  const derived = [
    made('share', ', share'),
    made('running', ', running total'),
    made('change', ', change'),
    made('per.<measure>', ' per ...'),
  ]
  return { name, title, description: `How many: ${title}.`, unit: 'COUNT', derived }
}

function dimension(part: Pick<CatalogDimension, 'name' | 'title'> & Partial<CatalogDimension>): CatalogDimension {
  return {
    description: part.title,
    type: 'STRING',
    cardinality: 'SOME',
    filterOnly: false,
    ops: ['IS', 'IS_NOT', 'IN', 'NOT_IN', 'CONTAINS', 'IS_EMPTY', 'IS_NOT_EMPTY'],
    values: null,
    ...part,
  }
}

const pipeline = dimension({ name: 'pipeline', title: 'Pipeline' })

/** A part of the dataset of jobs, as the catalog tells it. */
export const jobs: CatalogDataset = {
  name: 'jobs',
  title: 'Jobs',
  description: 'Jobs.',
  measures: [counted('count', 'Jobs'), counted('failed', 'Failed')],
  dimensions: [
    pipeline,
    dimension({ name: 'status', title: 'Status', cardinality: 'FEW', values: ['SUCCEEDED', 'FAILED'] }),
    dimension({ name: 'duration', title: 'Duration', filterOnly: true, ops: ['RANGE', 'IS_EMPTY', 'IS_NOT_EMPTY'] }),
    dimension({ name: 'label.<name>', title: 'Label' }),
  ],
}

/** The dataset of pipelines. */
export const pipelines: CatalogDataset = {
  name: 'pipelines',
  title: 'Pipelines',
  description: 'Pipelines.',
  measures: [counted('count', 'New pipelines')],
  dimensions: [pipeline],
}
