import DataLoader from 'dataloader'
import { dayOf } from '../../lib/utc-day.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, perRequest } from '../../schema/context.ts'
import { badInput } from '../../schema/errors.ts'
import { ApiKey } from './api-key.ts'
import { selectUsage } from './queries.ts'

const DAY_MS = 24 * 3_600_000
const MOST_DAYS = 366

interface DayOfUse {
  day: string
  requests: number
}

const KeyUsage = builder.objectRef<DayOfUse>('KeyUsage').implement({
  description: 'What a key was used on one day.',
  fields: (t) => ({
    day: t.exposeString('day', { description: 'The day in UTC, such as "2026-11-20".' }),
    requests: t.exposeFloat('requests', { description: 'How many requests it made.' }),
  }),
})

builder.objectField(ApiKey, 'usage', (t) =>
  t.field({
    type: [KeyUsage],
    description: 'What it was used, day by day up to today; a day without use has 0.',
    args: {
      days: t.arg.int({ required: true, defaultValue: 30, description: `How many days. At most ${MOST_DAYS}.` }),
    },
    resolve: (key, { days }, context) => {
      if (days < 1 || days > MOST_DAYS) throw badInput(`"days" is ${days}. Ask for 1 to ${MOST_DAYS}.`)
      return usageOf(context).load({ id: key.id, days })
    },
  }),
)

/** Joins what is asked of many keys into one statement. */
const usageOf = perRequest(
  (context: Context) =>
    new DataLoader<{ id: number; days: number }, DayOfUse[]>(
      async (asked) => {
        const today = context.now().getTime()
        const dayBefore = (days: number) => dayOf(new Date(today - days * DAY_MS))
        const from = dayBefore(Math.max(...asked.map(({ days }) => days)) - 1)
        const ids = [...new Set(asked.map(({ id }) => id))]
        const rows = await selectUsage(context.sql, context.viewer.organization.id, ids, from)
        const requests = new Map(rows.map((row) => [`${row.keyId} ${row.day}`, row.requests]))
        return asked.map(({ id, days }) =>
          Array.from({ length: days }, (_, index) => {
            const day = dayBefore(days - 1 - index)
            return { day, requests: requests.get(`${id} ${day}`) ?? 0 }
          }),
        )
      },
      { cache: false },
    ),
)
