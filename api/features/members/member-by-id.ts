import DataLoader from 'dataloader'
import { type Context, organizationFor, perRequest } from '../../schema/context.ts'
import { type MemberRow, selectMembers } from './queries/members.ts'

/** Joins the look-ups of one moment into one statement. It remembers nothing: the next change in the request may be theirs. */
export const memberById = perRequest(
  (context: Context) =>
    new DataLoader<number, MemberRow | null>(
      async (ids) => {
        const rows = await selectMembers(context.sql, organizationFor('members.read', context), ids)
        const byId = new Map(rows.map((row) => [row.userId, row]))
        return ids.map((id) => byId.get(id) ?? null)
      },
      { cache: false },
    ),
)
