const shared = new WeakSet<object>()

/**
 * Marks a value as one that many get: what is made of it for one of them holds for all who ask for the same of it, and may do
 * the same. Such a value does not depend on who subscribed, and does not change.
 */
export function share<Value extends object>(value: Value): Value {
  shared.add(value)
  return value
}

/** Whether a value was marked as one that many get. */
export function isShared(value: unknown): value is object {
  return typeof value === 'object' && value !== null && shared.has(value)
}
