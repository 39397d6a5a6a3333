/** A file of `database/organisation`. */
export interface SqlFile {
  readonly name: string
  readonly text: string
}
