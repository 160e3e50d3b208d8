import { Icon } from '../../ui/icon.tsx'

interface OutcomeProps {
  /** What went well; null: nothing yet. */
  said: string | null
  /** What did not. */
  problem: string | null
}

/** What came of a change, under its form; it is read out as soon as it is there. */
export function Outcome({ said, problem }: OutcomeProps) {
  return (
    <>
      <p className="profile-problem" role="alert">
        {problem}
      </p>
      <p className="profile-said" role="status">
        {said && !problem ? (
          <>
            <Icon name="check" />
            {said}
          </>
        ) : null}
      </p>
    </>
  )
}
