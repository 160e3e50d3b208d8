/** What tells of its changes. */
export const CHANGING = ['jobs', 'insights', 'annotations', 'dashboards'] as const

/** Something in a dataset changed, and the change is committed. */
export interface Change {
  organizationId: number
  dataset: (typeof CHANGING)[number]
  /** The changed rows lie between these, both inclusive, on the dataset's time axis. */
  from: Date
  to: Date
  /** Which rows, by their uuid. Null: too many to name, or unknown. */
  ids: string[] | null
}

/** Tells whoever watches, in this process and in others, that data changed. It carries keys, never data. */
export interface Changes {
  /** Call it after the commit. Changes that come close together are joined into one. */
  publish(change: Change): void
  /** Calls `listener` for every change of the organization, from any process, until the returned function is called. */
  subscribe(organizationId: number, listener: (change: Change) => void): () => void
}
