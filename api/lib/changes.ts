/** Something in a dataset changed, and the change is committed. */
export interface Change {
  organizationId: number
  dataset: string
  /** The changed rows lie between these, both inclusive, on the dataset's time axis. */
  from: Date
  to: Date
  /** Which jobs, when the dataset is `jobs`. Null: too many to name, or unknown. */
  jobIds: string[] | null
}

/** Tells whoever watches, in this process and in others, that data changed. It carries keys, never data. */
export interface Changes {
  /** Call it after the commit. Changes that come close together are joined into one. */
  publish(change: Change): void
  /** Calls `listener` for every change of the organization, from any process, until the returned function is called. */
  subscribe(organizationId: number, listener: (change: Change) => void): () => void
}
