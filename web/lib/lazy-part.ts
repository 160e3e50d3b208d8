import { lazy, type ComponentType } from 'react'

/** A component of a module that is asked for when it is shown first: few see it, and nobody at once. */
export function lazyPart<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
) {
  return lazy(async () => ({ default: (await load())[name] }))
}
