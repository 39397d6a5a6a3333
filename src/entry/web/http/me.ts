/** Who is signed in, and which activities are open to them here. */
export interface Me {
  readonly accountId: string
  readonly name: string
  readonly member: boolean
  readonly activities: readonly string[]
}
