import type { AnnotationInput, AnnotationKind } from '../../../gql/graphql.ts'

/** What the form for a new annotation holds: text as it was typed, moments as `2026-11-20T14:30` where the viewer is. */
export interface AnnotationForm {
  kind: AnnotationKind
  title: string
  startedAt: string
  /** Empty: it is about a moment. */
  endedAt: string
  /** Empty: the whole organization. */
  pipeline: string
  link: string
  text: string
}

/** Kinds as people say them, in the order in which they are offered. */
export const kindWords: Readonly<Record<AnnotationKind, string>> = {
  RELEASE: 'Release',
  INCIDENT: 'Incident',
  NOTE: 'Note',
}

/** Nothing is filled in but the moment. */
export function blankAnnotation(now: number): AnnotationForm {
  return { kind: 'RELEASE', title: '', startedAt: localMinute(now), endedAt: '', pipeline: '', link: '', text: '' }
}

/** What is sent for it. What was left empty is left to the server. */
export function annotationInput(form: AnnotationForm): AnnotationInput {
  return {
    kind: form.kind,
    title: form.title.trim(),
    startedAt: momentOf(form.startedAt),
    endedAt: momentOf(form.endedAt),
    pipeline: form.pipeline || null,
    link: form.link.trim() || null,
    text: form.text.trim() || null,
  }
}

const momentOf = (minute: string): string | null => (minute === '' ? null : new Date(minute).toISOString())

/** A moment as the browser's own field for it has it: minutes, where the viewer is. */
function localMinute(at: number): string {
  const offsetMs = new Date(at).getTimezoneOffset() * 60_000
  return new Date(at - offsetMs).toISOString().slice(0, 16)
}
