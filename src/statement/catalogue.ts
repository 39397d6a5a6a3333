import type { Text } from '#kernel/language.ts'

/**
 * What the comments in `database/organisation` say of the tables, together with the words that
 * modules bring.
 */
export interface Catalogue {
  readonly tables: readonly TableEntry[]
  readonly vocabulary: Vocabulary
}

/** A table as its comment describes it. See ARCHITECTURE.md, "Tags". */
export interface TableEntry {
  readonly name: string
  /** The sentence before the tags. */
  readonly sentence: string
  /**
   * `dossiers`: rows belong to one dossier through `dossier_id`; `organisation`: rows of the whole
   * organisation; `system`: granted to no activity.
   */
  readonly belongs: 'dossiers' | 'organisation' | 'system'
  /**
   * Lists may show it: rows are visible when the dossier is within reach, not only when it is
   * opened.
   */
  readonly card: boolean
  /**
   * A card that lists join to the dossiers they show, and never list by itself: whether a row shows
   * is asked of each.
   */
  readonly beside?: boolean
  /**
   * Activities with reach over the whole organisation see all rows, and never the contents of a
   * dossier.
   */
  readonly overseen: boolean
  /** Rows can be taken over from the package of another organisation. */
  readonly takeover: boolean
  /** Holds no personal data, with the reason in words. */
  readonly impersonal?: string
  /** Its rows are about nobody that a package could be made for, with the reason in words. */
  readonly nobody?: string
  /** Published: shown to people who are not signed in. */
  readonly public?: boolean
  /** Rows are visible only while the consent in this column stands. */
  readonly whileConsent?: string
  /**
   * Activities that may insert, update or delete rows, within the columns that the statement lets
   * them write.
   */
  readonly insert: readonly string[]
  readonly update: readonly string[]
  readonly delete: readonly string[]
  readonly columns: readonly ColumnEntry[]
}

export interface ColumnEntry {
  readonly name: string
  /** The category of the data in it. */
  readonly category?: string
  /** The category differs by row: it stands in `column`, and is one of `of`. */
  readonly categoryIn?: { readonly column: string; readonly of: readonly string[] }
  /**
   * An identifier or a reference: granted to whoever may read or write anything else of the table.
   */
  readonly key: boolean
  /** Filled by the database (who, when): readable like a key, written by nobody. */
  readonly stamp: boolean
  /** Holds no personal data, with the reason in words; granted like a key. */
  readonly impersonal?: string
  /** Encrypted by the application with the dossier's own key. */
  readonly sealed: boolean
  /** Outside dossiers: the column with the id under which its key lies; `id` if none is named. */
  readonly sealedBy?: string
  /**
   * What is not sealed because the database reckons with it, and to what end: a day or a number, or
   * of a category that is sealed but not special, a word of a list.
   */
  readonly reckoned?: string
  /**
   * Names the person whom the row is about, by account, dossier, person or email address (empty),
   * or the row of another table that does (that table).
   */
  readonly subject?: string
  /**
   * Bytes of a file, in rows by `part`. What it is called stands in this table, under the id that
   * is the first of this table's references to it.
   */
  readonly fileOf?: string
}

/**
 * The closed lists of words that statements may use. Duties and modules each bring theirs; words
 * never overlap.
 */
export interface Vocabulary {
  readonly kinds: Readonly<Record<string, Word>>
  readonly categories: Readonly<Record<string, CategoryWord>>
  readonly relations: Readonly<Record<string, RelationWord>>
  readonly activities: Readonly<Record<string, ActivityWord>>
  readonly consents: Readonly<Record<string, Word>>
  readonly events: Readonly<Record<string, Word>>
  /** Parts of a dossier that have a retention of their own: `dossier`, `paper`, `relation-line`. */
  readonly parts: Readonly<Record<string, PartWord>>
  /**
   * What a person may decide about the retention of the own data: `client-objects`, `client-asks`.
   */
  readonly decisions: Readonly<Record<string, Word>>
  /** Periods to which a relation can be bound: `absence`. */
  readonly periods: Readonly<Record<string, Word>>
  readonly recipientKinds: Readonly<Record<string, RecipientWord>>
  readonly rights: Readonly<Record<string, Word>>
  /**
   * Mechanisms that a clause can name when no placeholder in it does: `statement-shown`,
   * `summary-approval`.
   */
  readonly mechanisms: Readonly<Record<string, MechanismWord>>
}

export interface Word {
  readonly says: Text
}

export interface CategoryWord extends Word {
  /** A term of the W3C Data Privacy Vocabulary, without prefix: `Name`. */
  readonly dpv?: string
  /** The name of the kind of special data that a statement must give for it: `health`. */
  readonly special?: string
  /** True when whatever people write of it in words is sealed. */
  readonly sealed?: boolean
  /** True for the citizen number, which needs the law that allows it. */
  readonly citizenNumber?: boolean
  /** The part whose retention it follows; `dossier` if none is named. */
  readonly part?: string
}

export interface PartWord extends Word {
  /** It is not in the database: it goes by hand, and somebody says that it did. */
  readonly tangible?: boolean
  /** The particulars that it can hold, when a statement lists them: `name`, `service`, `year`. */
  readonly holds?: Readonly<Record<string, Text>>
}

export interface RelationWord extends Word {
  /**
   * `dossier`: to one dossier; `organisation`: a function that reaches every dossier of the kinds
   * it serves.
   */
  readonly to: 'dossier' | 'organisation'
  /**
   * The holder is a party (an institution, a principal) and its accounts hold it through their
   * affiliation.
   */
  readonly party?: boolean
  /**
   * A holder may stand so to tens of thousands of dossiers: whether a card shows is asked row by
   * row, and whoever lists cards names the column of an index to go by.
   */
  readonly many?: boolean
  /**
   * The holder is the person whom the dossier is about: what an accepted invitation to a dossier
   * gives.
   */
  readonly subject?: boolean
}

export interface ActivityWord extends Word {
  /** The relation that whoever starts a dossier in this activity gets to it. */
  readonly starts?: string
  /**
   * Serves the person alone: of tables of the organisation it is given no rows but those about that
   * person, by a function of the database.
   */
  readonly forSubject?: boolean
  /**
   * Works beside the dossiers: it is given no table of them, whatever a statement lets it read.
   */
  readonly apart?: boolean
}

export interface RecipientWord extends Word {
  /** A processor or other outside party, for whom an agreement must be in force. */
  readonly needsAgreement: boolean
  /** No statement may name a recipient of this kind. */
  readonly barred?: boolean
}

export interface MechanismWord extends Word {
  /** Only people can keep it; software records the evidence. */
  readonly organisational?: boolean
}
