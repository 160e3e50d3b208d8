import { builder } from './builder.ts'

export const DIRECTIONS = ['ASC', 'DESC'] as const
/** Which end comes first. */
export type Direction = (typeof DIRECTIONS)[number]

/** `Direction` in GraphQL: every ordering uses it. */
export const DirectionEnum = builder.enumType('Direction', {
  description: 'Which end comes first.',
  values: {
    ASC: { description: 'Smallest, oldest or first in the alphabet first.' },
    DESC: { description: 'Largest, newest or last in the alphabet first.' },
  },
})
