import { useState } from 'react'
import type { Refusal } from '../../lib/auth-request.ts'
import type { SignInProvider } from '../../lib/session.ts'
import { PasswordStep } from './password-step.tsx'
import { SecondFactorStep } from './second-factor-step.tsx'

interface SignInPageProps {
  /** Null when it went well, else what is wanted or what was said against it. */
  signIn: (email: string, password: string) => Promise<Refusal | 'second-factor' | null>
  secondFactor: (code: string) => Promise<Refusal | null>
  /** Where to go then. */
  onSignedIn: () => void
  providers: readonly SignInProvider[]
  /** Why signing in with a provider did not work, as the address says it. */
  problemCode?: string
}

/** Asks who is there: a password and, where one is set up, a second factor; or an account of somewhere else. */
export function SignInPage({ signIn, secondFactor, onSignedIn, providers, problemCode }: SignInPageProps) {
  const [step, setStep] = useState<'password' | 'second-factor'>('password')
  if (step === 'second-factor') {
    return <SecondFactorStep check={secondFactor} onRight={onSignedIn} onBack={() => setStep('password')} />
  }
  return (
    <PasswordStep
      signIn={signIn}
      onSignedIn={onSignedIn}
      onSecondFactor={() => setStep('second-factor')}
      providers={providers}
      problemCode={problemCode}
    />
  )
}
