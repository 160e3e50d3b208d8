import './quotas.css'
import { graphql } from '../../../gql/index.ts'
import type { QuotasPageQuery } from '../../../gql/graphql.ts'
import { formatPercent } from '../../../lib/format.ts'
import { useAnswer } from '../../../lib/use-answer.ts'
import { CopyText } from '../../../ui/copy-text.tsx'
import { Meter } from '../../../ui/meter.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { AfterAMoment, SkeletonBar } from '../../../ui/skeleton.tsx'
import { TimeAhead } from '../../../ui/time-ahead.tsx'
import { Answered } from '../answered.tsx'
import { SettingsPage } from '../settings-page.tsx'
import { useViewer } from '../settings-viewer.ts'
import { shellWord } from '../../../lib/shell-word.ts'
import { quotaAmount, quotaWords } from './quota-words.ts'

const QuotasQuery = graphql(`
  query QuotasPage {
    quotas {
      name
      limit
      used
      resetsAt
    }
  }
`)

type Quota = QuotasPageQuery['quotas'][number]

/** How much the organization may use, and how much of it is used. */
export function QuotasPage() {
  return (
    <SettingsPage section="/settings/quotas">
      <Quotas />
      <HowToChange />
    </SettingsPage>
  )
}

function Quotas() {
  const answer = useAnswer(QuotasQuery, {})
  return (
    <Answered answer={answer} skeleton={<QuotasSkeleton />}>
      {({ quotas }) => (
        <div className="quotas">
          {quotas.map((quota) => (
            <Panel key={quota.name} title={quotaWords[quota.name].title}>
              <QuotaUse quota={quota} />
            </Panel>
          ))}
        </div>
      )}
    </Answered>
  )
}

function QuotaUse({ quota: { name, limit, used, resetsAt } }: { quota: Quota }) {
  const { title, counts } = quotaWords[name]
  const amount = (value: number) => quotaAmount(name, value)
  const isLimited = typeof limit === 'number'
  const words = isLimited ? `${amount(used)} of ${amount(limit)}` : `${amount(used)} used, without a limit`
  return (
    <div className="quota">
      <p className="quota-line">
        <span className="quota-used">{amount(used)}</span>{' '}
        <span className="muted">{isLimited ? `of ${amount(limit)}` : 'without a limit'}</span>
        {isLimited && limit > 0 ? <span className="quota-share">{formatPercent(used / limit)}</span> : null}
      </p>
      {isLimited ? <Meter label={title} value={used} max={limit} words={words} /> : null}
      <p className="settings-sub">
        {counts}
        {resetsAt ? (
          <>
            {' '}
            Counted anew <TimeAhead at={resetsAt} />.
          </>
        ) : null}
      </p>
    </div>
  )
}

function HowToChange() {
  const { organization } = useViewer()
  const options = Object.values(quotaWords).map(({ option }) => `  ${option}`)
  const command = [
    `npx tachograph set-quota --organization ${shellWord(organization.name)} \\`,
    options.join(' \\\n'),
  ].join('\n')
  return (
    <Panel title="To change them">
      <p className="muted quotas-how">
        Whoever operates this server sets quotas on its command line; name only those that are to change. What would go
        beyond a quota is refused with a sentence that says so, and nothing that is stored is lost.
      </p>
      <CopyText label="Command" text={command} copy="Copy command" />
    </Panel>
  )
}

function QuotasSkeleton() {
  return (
    <AfterAMoment>
      <div className="quotas">
        {[0, 1, 2, 3].map((one) => (
          <Panel key={one} title={<SkeletonBar width={100} />}>
            <div className="quota">
              <SkeletonBar width={120} height={24} />
              <SkeletonBar height={8} />
              <SkeletonBar width="70%" />
            </div>
          </Panel>
        ))}
      </div>
    </AfterAMoment>
  )
}
