import type { Viewer } from '../schema/context.ts'
import type { ShownToken } from './credentials.ts'

/** Something that goes on for a caller, such as a socket: it ends when the caller's right to it ends. */
interface Stay {
  /** Of the token, in the memory. */
  key: string
  shown: ShownToken
  viewer: Viewer
  end: () => void
}

/** Keeps what goes on. `look` says who a token stands for now; null: nobody any more. */
export function makeStays(look: (shown: ShownToken) => Promise<Viewer | null>) {
  const stays = new Set<Stay>()
  const check = async (stay: Stay) => {
    const viewer = await look(stay.shown).catch(() => undefined)
    // While the database is away nothing can be asked of it either; it is asked again at the next sweep.
    if (viewer === undefined || !stays.has(stay)) return
    if (viewer && isSame(viewer, stay.viewer)) return void (stay.viewer = viewer)
    stays.delete(stay)
    stay.end()
  }
  return {
    /** Calls `end`, once, when the right to it ends or changes, until the returned function is called. */
    add(stay: Stay): () => void {
      stays.add(stay)
      // It may have ended since the caller was authenticated, when nobody watched.
      void check(stay)
      return () => void stays.delete(stay)
    },
    checkAll(isMeant: (key: string, viewer: Viewer) => boolean) {
      for (const stay of stays) if (isMeant(stay.key, stay.viewer)) void check(stay)
    },
    clear: () => stays.clear(),
  }
}

/** Whether a caller may still do what they could: another name is no reason to end anything. */
function isSame(now: Viewer, then: Viewer): boolean {
  return now === then || rightsOf(now) === rightsOf(then)
}

function rightsOf({ organization, permissions, apiKey }: Viewer): string {
  return JSON.stringify([organization.id, [...permissions], apiKey?.pipelines ?? null, apiKey?.addresses ?? null])
}
