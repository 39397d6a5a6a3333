/**
 * On whose behalf, in which organisation and for which activity something is done. It is a claim,
 * not a right: the database looks up the session, finds the account behind it and decides what the
 * activity may do.
 */
export interface Authority {
  /** Short name of the organisation, the name of its statement's folder: `reintegration`. */
  readonly organisation: string
  /** The secret of a live session, 32 bytes. The database keeps only its hash. */
  readonly session: Buffer
  /** A word from the vocabulary, declared by the statement in force: `coaching`. */
  readonly activity: string
}
