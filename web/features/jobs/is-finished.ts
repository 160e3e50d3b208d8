import type { Status } from '../../ui/status.tsx'

/** True when nothing more will happen to the job (unless it is tried again). */
export function isFinished(status: Status): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING'
}
