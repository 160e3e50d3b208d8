import './insights.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { graphql, readFragment } from '../../gql/index.ts'
import type { InsightCardFragment, InsightsPageQuery } from '../../gql/graphql.ts'
import { formatCount } from '../../lib/format.ts'
import { useChangedRows } from '../../lib/live/use-changed-rows.ts'
import { useLiveQuery } from '../../lib/live/use-live-query.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { DismissedNotice } from './dismissed-notice.tsx'
import { InsightCardFields } from './insight-card-fragment.ts'
import { InsightCard } from './insight-card.tsx'
import { InsightMethods } from './insight-methods.tsx'
import { InsightsEmpty } from './insights-empty.tsx'
import { InsightsFilters, type PipelineChooser } from './insights-filters.tsx'
import { isFiltered, type InsightsSearch } from './insights-search.ts'
import { InsightsSkeleton } from './insights-skeleton.tsx'
import { insightsVariables } from './insights-variables.ts'
import { LastLooked } from './last-looked.tsx'
import { useCardKeys } from './use-card-keys.ts'
import { useSteadyCard } from './use-steady-card.ts'

const InsightsPageDocument = graphql(`
  query InsightsPage($filter: InsightFilter!, $first: Int!) {
    insights(filter: $filter, first: $first) {
      totalCount
      nodes {
        ...InsightCard
      }
    }
    insightScan {
      startedAt
      endedAt
    }
    viewer {
      permissions
    }
  }
`)

/** What the scans found: the latest first, live, narrowed down by what stands in the address. */
export function InsightsPage({ PipelineFilter }: { PipelineFilter: PipelineChooser }) {
  const search = useSearch({ from: '/signed-in/insights' })
  const { data, error, stale, fetching, refetch } = useLiveQuery(InsightsPageDocument, insightsVariables(search), {
    dataset: 'insights',
  })
  return (
    <Page title="Insights" subtitle={data ? <LastLooked scan={data.insightScan} /> : <>&nbsp;</>}>
      <InsightsFilters search={search} PipelineFilter={PipelineFilter} />
      {data ? (
        <>
          {error ? <ErrorPanel error={error} onRetry={refetch} /> : null}
          <InsightsList data={data} search={search} stale={stale} onChanged={refetch} />
          <InsightMethods />
        </>
      ) : error && !fetching ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : (
        <InsightsSkeleton />
      )}
    </Page>
  )
}

interface InsightsListProps {
  data: InsightsPageQuery
  search: InsightsSearch
  stale: boolean
  onChanged: () => void
}

function InsightsList({ data, search, stale, onChanged }: InsightsListProps) {
  const { nodes, totalCount } = data.insights
  const insights = useMemo(() => readFragment(InsightCardFields, nodes), [nodes])
  const changed = useChangedRows(stale ? null : insights, JSON.stringify(search))
  const [dismissed, setDismissed] = useState<InsightCardFragment | null>(null)
  const list = useRef<HTMLDivElement>(null)
  useCardKeys(list)
  useSteadyCard(list, insights)
  const judging = {
    mayJudge: data.viewer.permissions.includes('insights.judge'),
    onChanged,
    onDismissed: search.dismissed === undefined ? setDismissed : undefined,
  }
  return (
    <>
      {insights.length === 0 && !stale ? (
        <InsightsEmpty filtered={isFiltered(search)} />
      ) : (
        <div className="insights" ref={list} data-stale={stale || undefined}>
          {insights.map((insight) => (
            <InsightCard key={insight.id} insight={insight} judging={judging} isChanged={changed.has(insight.id)} />
          ))}
        </div>
      )}
      {insights.length < totalCount ? (
        <MoreInsights search={search} shown={insights.length} total={totalCount} isPending={stale} />
      ) : null}
      {dismissed ? (
        <DismissedNotice
          key={dismissed.id}
          insight={dismissed}
          onUndone={onChanged}
          onClose={() => setDismissed(null)}
        />
      ) : null}
    </>
  )
}

interface MoreInsightsProps {
  search: InsightsSearch
  shown: number
  total: number
  isPending: boolean
}

function MoreInsights({ search, shown, total, isPending }: MoreInsightsProps) {
  const navigate = useNavigate()
  const more = () =>
    void navigate({
      to: '/insights',
      search: { ...search, pages: (search.pages ?? 1) + 1 },
      replace: true,
      resetScroll: false,
    })
  return (
    <div className="insights-more">
      <Button isPending={isPending} onPress={more}>
        Show more
      </Button>
      <span className="muted">
        {shown} of {formatCount(total, 'insight')}
      </span>
    </div>
  )
}
