import * as z from 'zod'

const Envelope = z.object({
  data: z.object({ jobs: z.unknown(), series: z.unknown(), table: z.unknown() }).partial().nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
})
const Answer = z.union([
  z.object({
    jobs: z.object({ nodes: z.array(z.unknown()), pageInfo: z.object({ endCursor: z.string().nullable() }) }),
  }),
  z.object({ jobs: z.object({ totalCount: z.number() }) }),
  z.object({ series: z.array(z.object({ points: z.array(z.unknown()) })) }),
  z.object({ table: z.object({ rows: z.array(z.unknown()) }) }),
])

/** An answer of the API, as far as the benchmark looks at it. */
export type Answer = z.infer<typeof Answer>

/** Reads an answer of the API. Throws an Error with the message when it is one of failure. */
export function readAnswer(text: string): Answer {
  const { data, errors } = Envelope.parse(JSON.parse(text))
  if (errors?.[0]) throw new Error(errors[0].message)
  return Answer.parse(data)
}

/** How many rows, points or counted jobs an answer has: answering nothing is fast, and proves nothing. */
export function sizeOf(answer: Answer): number {
  if ('series' in answer) return answer.series.reduce((sum, series) => sum + series.points.length, 0)
  if ('table' in answer) return answer.table.rows.length
  return 'nodes' in answer.jobs ? answer.jobs.nodes.length : answer.jobs.totalCount
}

/** The cursor of the last row of a page. Null when the answer is no page, or an empty one. */
export function endCursor(answer: Answer): string | null {
  return 'jobs' in answer && 'nodes' in answer.jobs ? answer.jobs.pageInfo.endCursor : null
}
