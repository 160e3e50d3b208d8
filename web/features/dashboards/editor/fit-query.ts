import type { PanelNeeds, PanelQuery } from '../../../panels/panel.ts'
import {
  findDataset,
  findDimension,
  findMeasure,
  familyPrefix,
  type CatalogDataset,
  titleOfDimension,
  titleOfMeasure,
} from './catalog.ts'
import { columnNames, needsEvery, withoutNothing } from './edit-query.ts'

/** A question that was made to fit, and what had to go for it, each as a part of a sentence. */
export interface FittedQuery {
  query: PanelQuery
  dropped: string[]
}

/** The question for a kind of panel: as much of it as the kind can show, and filled up to what it needs. */
export function fitToNeeds(query: PanelQuery, needs: PanelNeeds, datasets: readonly CatalogDataset[]): FittedQuery {
  const dataset = findDataset(datasets, query.dataset)
  const possible = needs.time === 'NONE' ? query.measures.filter((name) => !needsEvery(name)) : query.measures
  const measures = filled(possible, needs.measures, dataset?.measures.map(({ name }) => name) ?? [])
  const dimensions = filled(query.dimensions ?? [], needs.dimensions, dataset ? splitting(dataset) : [])
  const every = needs.time === 'NONE' ? null : needs.time === 'NEEDED' ? (query.every ?? 'AUTO') : query.every
  return {
    query: kept(query, { ...query, measures, dimensions, every }),
    dropped: [
      ...missing(query.measures, measures).map((name) => quoted(titleOfMeasure(dataset, name))),
      ...missing(query.dimensions ?? [], dimensions).map(
        (name) => `the split by ${quoted(titleOfDimension(dataset, name))}`,
      ),
      ...(query.every && !every ? ['the buckets of time'] : []),
    ],
  }
}

/** The question about another dataset: what has the same names there stays. */
export function fitToDataset(
  query: PanelQuery,
  dataset: CatalogDataset,
  datasets: readonly CatalogDataset[],
): FittedQuery {
  const before = findDataset(datasets, query.dataset)
  const measures = query.measures.filter((name) => findMeasure(dataset, name))
  const isKnown = (name: string): boolean => findDimension(dataset, name) !== null
  const dimensions = (query.dimensions ?? []).filter(isKnown)
  const filters = (query.filters ?? []).filter((filter) => dimensionsOf(filter).every(isKnown))
  const filtered = (query.filters ?? []).flatMap(dimensionsOf)
  const first = dataset.measures[0]
  return {
    query: kept(query, {
      ...query,
      dataset: dataset.name,
      measures: measures.length > 0 || !first ? measures : [first.name],
      dimensions,
      filters,
    }),
    dropped: [
      ...missing(query.measures, measures).map((name) => quoted(titleOfMeasure(before, name))),
      ...missing(query.dimensions ?? [], dimensions).map(
        (name) => `the split by ${quoted(titleOfDimension(before, name))}`,
      ),
      ...filtered
        .filter((name) => !isKnown(name))
        .map((name) => `the filter on ${quoted(titleOfDimension(before, name))}`),
    ],
  }
}

/** The question that a kind of panel begins with; null where there is nothing to ask about. */
export function firstQuery(needs: PanelNeeds, datasets: readonly CatalogDataset[]): PanelQuery | null {
  const [dataset] = datasets
  return dataset ? fitToNeeds({ dataset: dataset.name, measures: [] }, needs, datasets).query : null
}

/** What had to go of a question for something with a title, as a sentence; null when nothing had. */
export function droppedWords(title: string, dropped: readonly string[]): string | null {
  return dropped.length === 0 ? null : `${quoted(title)} leaves out ${new Intl.ListFormat('en').format(dropped)}.`
}

/** All dimensions that a filter looks at. */
export function dimensionsOf({ dimension, any, all }: NonNullable<PanelQuery['filters']>[number]): string[] {
  return [...(dimension == null ? [] : [dimension]), ...[...(any ?? []), ...(all ?? [])].flatMap(dimensionsOf)]
}

/** What rows can be split by at sight: neither a family, which needs a name, nor what nearly every row has another one of. */
function splitting({ dimensions }: CatalogDataset): string[] {
  return dimensions.filter((one) => !one.filterOnly && familyPrefix(one) === null).map(({ name }) => name)
}

/** The first `most` names, and others where these are fewer than `least`. */
function filled(names: readonly string[], [least, most]: readonly [number, number], more: readonly string[]): string[] {
  const some = names.slice(0, most)
  const others = more.filter((name) => !some.includes(name))
  return [...some, ...others.slice(0, Math.max(0, least - some.length))]
}

/** Orders whose columns went go too, and `others` without dimensions. */
function kept(before: PanelQuery, after: PanelQuery): PanelQuery {
  const gone = missing(columnNames(before), columnNames(after))
  const orderBy = after.orderBy?.filter(({ by }) => !gone.includes(by))
  return withoutNothing({ ...after, orderBy, others: after.others && (after.dimensions ?? []).length > 0 })
}

const missing = (before: readonly string[], after: readonly string[]): string[] =>
  before.filter((name) => !after.includes(name))

const quoted = (title: string): string => `“${title}”`
