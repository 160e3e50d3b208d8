import type { CombinedError } from 'urql'

/** What a live query holds: the newest answer, and which question (its variables as text) it answers. */
export interface QueryState<Data> {
  data: Data | undefined
  /** The question that `data` answers. */
  dataKey: string | null
  /** The last question that was answered at all, be it by an error. */
  answeredKey: string | null
  error: CombinedError | undefined
  answeredAt: number | null
}

export type QueryEvent<Data> =
  | { type: 'asked'; key: string; cached: Data | undefined }
  | { type: 'answered'; key: string; data: Data | undefined; error: CombinedError | undefined; at: number }

/**
 * The next state. Old data stay until new ones come, and through errors: an error of the same question is shown beside
 * them, and an error without data for a new question leaves no data, since the old ones answer something else.
 */
export function nextQueryState<Data>(state: QueryState<Data>, event: QueryEvent<Data>): QueryState<Data> {
  if (event.type === 'asked') {
    if (event.cached === undefined || state.dataKey === event.key) return state
    return { ...state, data: event.cached, dataKey: event.key, error: undefined }
  }
  if (event.error && event.data === undefined) {
    const keep = state.dataKey === event.key
    return {
      data: keep ? state.data : undefined,
      dataKey: keep ? state.dataKey : null,
      answeredKey: event.key,
      error: event.error,
      answeredAt: keep ? state.answeredAt : null,
    }
  }
  return { data: event.data, dataKey: event.key, answeredKey: event.key, error: event.error, answeredAt: event.at }
}
