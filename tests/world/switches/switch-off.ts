import type { Bureau } from '#world/bureau.ts'

/**
 * A way to take away what keeps a promise, in a database at work: a policy dropped, a grant
 * widened, a job that stands still, a row that may not be there.
 */
export interface SwitchOff {
  /** What is done, in plain words. */
  readonly title: string
  /** The check that must notice it. */
  readonly check: string
  /** Other checks that rightly notice it too. */
  readonly also?: readonly string[]
  /**
   * The mechanisms that it touches, a star for any of a section: promises that rest on one of them
   * turn red, and no others.
   */
  readonly touches: readonly string[]
  readonly off: Sql
  readonly on: Sql
}

/** Statements that the owner runs one by one. */
export type Sql = (here: Bureau) => readonly Step[]

/** Past every trigger, or with what triggers make of it. */
export type Step = string | { readonly withTriggers: string }

/** An id that nothing else has. */
export const FORBIDDEN = '00000000-0000-4000-8000-00000000beef'

/** Changes what a role begins its sessions with, here alone. */
export function inThisDatabase(role: string, how: string): string {
  return `do $$ begin
    execute format('alter role ${role} in database %I ${how}', current_database());
  end $$`
}
