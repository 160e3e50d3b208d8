import './second-factor.css'
import { useEffect, useRef, useState } from 'react'
import { graphql } from '../../gql/index.ts'
import { formatCount } from '../../lib/format.ts'
import { useChange } from '../../lib/use-change.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Outcome } from './outcome.tsx'
import { EndSecondFactor, RenewRecoveryCodes } from './password-asked.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SecondFactorSetup, type StartedSecondFactor } from './second-factor-setup.tsx'

const StartSecondFactor = graphql(`
  mutation StartSecondFactor {
    startSecondFactor {
      secret
      url
    }
  }
`)

interface SecondFactorPanelProps {
  viewer: { secondFactor: boolean; recoveryCodesLeft: number; user?: { email: string } | null }
  onChange: () => void
}

type Doing = StartedSecondFactor | 'renew' | 'end' | null
const FEW_CODES = 3

/** A code from an app beside the password: whether there is one, how to set it up, renew its recovery codes, or end it. */
export function SecondFactorPanel({ viewer, onChange }: SecondFactorPanelProps) {
  const [doing, setDoing] = useState<Doing>(null)
  const start = useChange(StartSecondFactor)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const state = useRef<HTMLParagraphElement>(null)
  const wasBusy = useRef(false)
  const busy = doing !== null || codes !== null
  // What had the focus is gone when a step is done; the sentence that tells the outcome takes it.
  useEffect(() => {
    if (wasBusy.current && !busy) state.current?.focus()
    wasBusy.current = busy
  }, [busy])

  const setUp = async () => {
    const answer = await start.run({})
    if (answer) setDoing(answer.startSecondFactor)
  }
  const close = () => setDoing(null)
  const done = (made: readonly string[] | null) => {
    setDoing(null)
    setCodes(made)
    onChange()
  }
  return (
    <Panel title="Second factor">
      <div className="profile-form">
        <p ref={state} tabIndex={-1} className="second-factor-state">
          <State {...viewer} />
        </p>
        {codes ? <RecoveryCodes codes={codes} email={viewer.user?.email ?? ''} onKept={() => setCodes(null)} /> : null}
        {doing !== null && typeof doing === 'object' ? (
          <SecondFactorSetup started={doing} onDone={done} onCancel={close} />
        ) : null}
        {doing === 'renew' ? <RenewRecoveryCodes onDone={done} onCancel={close} /> : null}
        {doing === 'end' ? <EndSecondFactor onDone={() => done(null)} onCancel={close} /> : null}
        {busy || viewer.secondFactor ? null : <Button onPress={() => void setUp()}>Set up second factor</Button>}
        {!busy && viewer.secondFactor ? (
          <div className="profile-actions">
            <Button onPress={() => setDoing('renew')}>Make new recovery codes</Button>
            <Button onPress={() => setDoing('end')}>End second factor</Button>
          </div>
        ) : null}
        <Outcome said={null} problem={start.problem} />
      </div>
    </Panel>
  )
}

function State({ secondFactor, recoveryCodesLeft }: SecondFactorPanelProps['viewer']) {
  if (!secondFactor) {
    return (
      <span className="muted">
        Off. With it, signing in asks for a code of an app on your phone too, so that a password alone opens nothing.
      </span>
    )
  }
  const few = recoveryCodesLeft <= FEW_CODES
  return (
    <>
      <span className="second-factor-on">
        <Icon name="check" /> On.
      </span>{' '}
      <span className={few ? 'second-factor-few' : 'muted'}>
        {few ? <Icon name="warning" /> : null} {formatCount(recoveryCodesLeft, 'recovery code')} left
        {few ? ': make new ones before you need them.' : '.'}
      </span>
    </>
  )
}
