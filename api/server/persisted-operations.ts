import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import * as z from 'zod'
import type { Context, Viewer } from '../schema/context.ts'
import { pageFolder } from './page.ts'
import { refused } from './query-limits.ts'

/** Texts of operations by their hash. */
export type Operations = ReadonlyMap<string, string>

/** What a caller sends: the text of an operation, or the hash of one that the server has. */
interface Asked {
  query?: string | undefined
  extensions?: Record<string, unknown> | null | undefined
}

const Reference = z.object({ persistedQuery: z.object({ version: z.literal(1), sha256Hash: z.string() }) })

/** The operations of the page, which its build writes down beside it. */
export function readOperations(folder = pageFolder): Operations {
  const file = join(folder, 'operations.json')
  if (!existsSync(file)) return new Map()
  return new Map(Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))))
}

/**
 * Finds the text of what was asked. With `onlyPersisted`, a session or a share link can run nothing but the page's own
 * operations: whoever gets hold of one, or runs a script in the page, cannot ask for anything else with it. Keys may send any
 * text.
 */
export function operationFinder(operations: Operations, { onlyPersisted }: { onlyPersisted: boolean }) {
  return ({ query, extensions }: Asked, viewer: Viewer): string | undefined | GraphQLError => {
    const reference = query ? undefined : Reference.safeParse(extensions).data
    if (reference) {
      const text = operations.get(reference.persistedQuery.sha256Hash)
      return text ?? refused('This page is older than the server. Load it again.', { code: 'UNKNOWN_OPERATION' })
    }
    if (!query || !onlyPersisted || viewer.apiKey) return query
    return refused("Only the page's own operations run with a session or a share link here. Use an API key.", {
      code: 'FORBIDDEN',
    })
  }
}

export type FindOperation = ReturnType<typeof operationFinder>

/** For HTTP; sockets ask by themselves. */
export function persistedOperations(find: FindOperation): Plugin {
  return {
    onParams({ params, setParams, context }) {
      const text = find(params, (context as Context).viewer)
      if (text instanceof Error) throw text
      if (text !== params.query) setParams({ ...params, query: text })
    },
  }
}
