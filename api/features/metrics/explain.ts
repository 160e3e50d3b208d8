import * as z from 'zod'
import { type Piece, pieces, toStatement } from '../../db/pieces.ts'

/** One step of PostgreSQL's plan. */
export interface PlanStep {
  /** 0 for the last one, whose rows are the answer; the steps that it takes rows from follow it, one deeper. */
  depth: number
  operation: string
  /** The table that it reads; null: it reads none. */
  relation: string | null
  estimatedRows: number
}

/** How a question is answered. */
export interface StatementPlan {
  /** With `$1`, `$2` ... in the place of values. */
  sql: string
  estimatedRows: number
  steps: PlanStep[]
}

const Node = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Plan Rows': z.number(),
  get Plans() {
    return z.array(Node).optional()
  },
})
const Explained = z.tuple([z.object({ Plan: Node })])

/** The text of a statement, and PostgreSQL's plan for it and its values, without those values. `run` sends a statement. */
export async function explain(statement: Piece, run: (piece: Piece) => Promise<unknown[][]>): Promise<StatementPlan> {
  const [row] = await run(pieces`explain (format json) ${statement}`)
  const [{ Plan }] = Explained.parse(row![0])
  const sql = toStatement(statement).text.replaceAll(/\n\s*(?=\n)/g, '')
  return { sql: sql.trim(), estimatedRows: Plan['Plan Rows'], steps: stepsOf(Plan, 0) }
}

function stepsOf(node: z.infer<typeof Node>, depth: number): PlanStep[] {
  const step = {
    depth,
    operation: node['Node Type'],
    relation: node['Relation Name'] ?? null,
    estimatedRows: node['Plan Rows'],
  }
  return [step, ...(node.Plans ?? []).flatMap((one) => stepsOf(one, depth + 1))]
}
