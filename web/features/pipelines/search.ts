/** What the viewer chose on the list of pipelines, as it stands in the address. */
export interface PipelinesSearch {
  text?: string
}

/** Reads it; what is not understood is as if absent. */
export function readPipelinesSearch(search: Record<string, unknown>): PipelinesSearch {
  return typeof search.text === 'string' && search.text !== '' ? { text: search.text } : {}
}

/** What the viewer chose on the page of one pipeline. */
export interface PipelineSearch {
  last?: string
}

/** Reads it; what is not understood is as if absent. */
export function readPipelineSearch(search: Record<string, unknown>): PipelineSearch {
  return typeof search.last === 'string' && search.last !== '' ? { last: search.last } : {}
}
