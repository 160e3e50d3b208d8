import type { InsightsPageQuery } from '../../gql/graphql.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'

/** When it was last looked for insights, also while there are none. */
export function LastLooked({ scan }: { scan: InsightsPageQuery['insightScan'] }) {
  if (!scan) return <>The first look comes within a minute.</>
  if (!scan.endedAt) return <>The first look has begun.</>
  return (
    <>
      Last looked <RelativeTime at={scan.endedAt} />.
    </>
  )
}
