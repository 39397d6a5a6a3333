import { type Child, draw } from './element.ts'
import { Html } from './html.ts'

/** A value that components know without being given it, inside the provider of it. */
export interface Context<T> {
  readonly Provider: (props: { readonly value: T; readonly children?: Child }) => Html
  /** The value of the innermost provider around what is being drawn. */
  readonly use: () => T
}

/** @param outside The value where there is no provider. */
export function createContext<T>(outside: T): Context<T> {
  let current = outside
  return {
    // Drawing never waits for anything, so that no other page can come between.
    Provider: ({ value, children }) => {
      const before = current
      current = value
      try {
        return new Html(draw(children))
      } finally {
        current = before
      }
    },
    use: () => current,
  }
}
