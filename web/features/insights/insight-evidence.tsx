import type { ReactNode } from 'react'
import type { InsightCardFragment } from '../../gql/graphql.ts'
import { spanWords } from '../../lib/range-words.ts'
import { confidenceWords, methodWords, probabilityWords, valueWords } from './insight-words.ts'

interface InsightEvidenceProps {
  insight: InsightCardFragment
  /** Where nothing else is to be read, it is open from the start. */
  isOpen?: boolean
}

/** What the insight rests on. */
export function InsightEvidence({ insight, isOpen = false }: InsightEvidenceProps) {
  const { kind, expected, actual, lower, upper, baselineFrom, baselineTo, method, pValue, qValue, confidence } = insight
  const say = (value: number) => valueWords(value, insight)
  const baseline = spanWords({ from: Date.parse(baselineFrom), to: Date.parse(baselineTo) }, 'UTC')
  return (
    <details className="insight-more" open={isOpen}>
      <summary>Evidence</summary>
      <dl className="insight-evidence">
        <Fact name={names[kind].expected}>{say(expected)}</Fact>
        <Fact name={names[kind].actual}>{say(actual)}</Fact>
        {lower != null && upper != null ? (
          <Fact name="Usual">
            {say(Math.max(0, lower))} to {say(upper)}
          </Fact>
        ) : null}
        <Fact name="Judged by">{baseline} (UTC)</Fact>
        <Fact name="Method">{methodWords(method)}</Fact>
        <Fact name="p-value">{probabilityWords(pValue)}, the chance of such a finding where there is nothing</Fact>
        <Fact name="q-value">{probabilityWords(qValue)}, the same, corrected for all that was looked at</Fact>
        <Fact name="Confidence">{confidenceWords(confidence)}, from all of this and how much data there is</Fact>
      </dl>
    </details>
  )
}

/** What the two values are of each kind. */
const names = {
  ANOMALY: { expected: 'Expected', actual: 'Came' },
  CHANGE_POINT: { expected: 'Before', actual: 'After' },
  TREND: { expected: 'From', actual: 'To' },
} as const

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
