import type { Catalogue } from '#statement/catalogue.ts'
import type { Plan } from '#statement/plan.ts'

/** A statement that is to be made true, compiled. */
export interface Application {
  /** The name by which people know the organisation. */
  readonly name: string
  readonly plan: Plan
  readonly catalogue: Catalogue
  /**
   * The statement as it was written: names and contents of its files. Published, and compared with
   * the next.
   */
  readonly source: Readonly<Record<string, string>>
}
