import { useNow } from './use-now.ts'

/** Whole seconds until a moment (milliseconds since 1970), counted down; 0 when it has come, or when there is none. */
export function useSecondsUntil(at: number | null | undefined): number {
  const now = useNow(at == null ? null : 1000)
  return at == null ? 0 : Math.max(0, Math.ceil((at - now) / 1000))
}
