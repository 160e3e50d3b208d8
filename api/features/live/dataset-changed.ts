import { openMailbox } from '../../lib/mailbox.ts'
import type { Changes } from '../../lib/changes.ts'
import { builder } from '../../schema/builder.ts'
import { reachFor } from '../../schema/context.ts'
import { badInput, forbidden } from '../../schema/errors.ts'
import { DatasetChange, type DatasetChangeShape, joinDatasetChanges } from './dataset-change.ts'

/** The datasets that tell of their changes. */
const DATASETS: readonly string[] = ['jobs']

/** Four times a second is as often as anyone can look. */
const INTERVAL_MS = 250

builder.subscriptionField('datasetChanged', (t) =>
  t.field({
    type: DatasetChange,
    description:
      'Tells that datasets changed, and in which stretch of time: the first time at once, then at most four times a second; ' +
      'changes that come in between are joined into one.',
    args: { datasets: t.arg.stringList({ description: 'Which datasets, by name. Default: all.' }) },
    subscribe(_root, args, context) {
      const { organizationId, pipelines } = reachFor('metrics.read', context)
      if (pipelines)
        throw forbidden('This key is confined to pipelines and cannot hear of all changes: use jobChanged.')
      return watchDatasets(context.changes, organizationId, readDatasets(args.datasets ?? DATASETS))
    },
    resolve(change) {
      if (change instanceof Error) throw change
      return change
    },
  }),
)

function watchDatasets(changes: Changes, organizationId: number, datasets: ReadonlySet<string>) {
  let stop = () => {}
  const mailbox = openMailbox<DatasetChangeShape>({
    keyOf: (change) => change.dataset,
    join: joinDatasetChanges,
    capacity: DATASETS.length,
    overflow: () => new RangeError('A change of a dataset that is not in the list'),
    intervalMs: INTERVAL_MS,
    onClose: () => stop(),
  })
  stop = changes.subscribe(organizationId, ({ dataset, from, to }) => {
    if (datasets.has(dataset)) mailbox.put({ dataset, from, to })
  })
  return mailbox.values
}

function readDatasets(names: readonly string[]): Set<string> {
  const known = DATASETS.map((name) => `"${name}"`).join(', ')
  if (names.length === 0)
    throw badInput(`"datasets" is empty: nothing would ever be told. Name one of ${known}, or leave it out.`)
  for (const name of names) {
    if (!DATASETS.includes(name)) throw badInput(`There is no dataset "${name}". There is ${known}.`)
  }
  return new Set(names)
}
