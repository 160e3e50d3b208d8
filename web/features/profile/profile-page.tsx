import './profile.css'
import { useState } from 'react'
import { graphql } from '../../gql/index.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { ErrorPanel } from '../../ui/error-panel.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AfterAMoment, SkeletonBar } from '../../ui/skeleton.tsx'
import { NamePanel } from './name-panel.tsx'
import { PasswordPanel } from './password-panel.tsx'
import { SecondFactorPanel } from './second-factor-panel.tsx'
import { SessionsPanel } from './sessions-panel.tsx'

const ProfileQuery = graphql(`
  query Profile {
    viewer {
      hasPassword
      secondFactor
      recoveryCodesLeft
      session {
        id
        provider
      }
      user {
        id
        name
        email
      }
    }
  }
`)

/** The viewer's own account: name, password, second factor, and where they are signed in. */
export function ProfilePage() {
  const { data, error, refetch } = useAnswer(ProfileQuery, {})
  const [passwordChanges, setPasswordChanges] = useState(0)
  const viewer = data?.viewer
  return (
    <Page title="Profile" subtitle={viewer?.user?.email}>
      {error ? <ErrorPanel error={error} onRetry={refetch} /> : null}
      {viewer?.user ? (
        <div className="profile">
          <div className="profile-column">
            <NamePanel user={viewer.user} />
            {viewer.hasPassword ? (
              <PasswordPanel email={viewer.user.email} onChanged={() => setPasswordChanges(passwordChanges + 1)} />
            ) : (
              <NoPassword provider={viewer.session?.provider} />
            )}
          </div>
          <div className="profile-column">
            {viewer.hasPassword ? <SecondFactorPanel viewer={viewer} onChange={refetch} /> : null}
            {/* A new password ends sessions: they are asked for anew. */}
            <SessionsPanel key={passwordChanges} />
          </div>
        </div>
      ) : error ? null : (
        <ProfileSkeleton />
      )}
    </Page>
  )
}

function NoPassword({ provider }: { provider: string | null | undefined }) {
  return (
    <Panel title="Password and second factor">
      <p className="muted">
        You sign in with {provider ?? 'a provider'} and have no password here. Change your password and your second
        factor there.
      </p>
    </Panel>
  )
}

function ProfileSkeleton() {
  return (
    <AfterAMoment>
      <div className="profile">
        {[3, 5].map((lines) => (
          <div key={lines} className="profile-column">
            <Panel title={<SkeletonBar width={120} />}>
              <div className="profile-form">
                {Array.from({ length: lines }, (_, index) => (
                  <SkeletonBar key={index} height={32} />
                ))}
              </div>
            </Panel>
          </div>
        ))}
      </div>
    </AfterAMoment>
  )
}
