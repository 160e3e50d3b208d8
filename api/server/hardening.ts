/** How open the server is. The configuration decides. */
export interface Hardening {
  /** Nothing that only helps to try things out: no GraphiQL, and a session may run the page's own operations only. */
  production: boolean
  /** Whether callers may ask for the schema, and are told what they may have meant. With it, GraphiQL is served as well. */
  introspection: boolean
  /** Sites, as `https://host`, whose pages may read what the API answers to a key. */
  origins: readonly string[]
}
