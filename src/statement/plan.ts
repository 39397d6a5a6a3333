/**
 * What a statement makes of the database, as data: the compiler writes it, `apply` carries it out,
 * `drift` compares pg_catalog with it, `diff` compares two of them. Every list is sorted, so that
 * equal statements give equal plans.
 */
export interface Plan {
  /** Short name of the organisation: the folder's name. */
  readonly organisation: string
  /** The organisation's schema: `org_<organisation>`. */
  readonly schema: string
  readonly version: number
  /** ISO date on which the statement comes into force. */
  readonly inForce: string
  readonly roles: readonly ActivityRole[]
  readonly grants: readonly Grant[]
  readonly policies: readonly Policy[]
  readonly rules: readonly Rule[]
  readonly categoryRules: readonly CategoryRule[]
  /** Categories that are kept in a dossier only once they were switched on there. */
  readonly optionalCategories: readonly string[]
  readonly retention: readonly RetentionRule[]
  readonly rights: readonly RightRule[]
  /** Ways in which somebody who asks may show who they are. */
  readonly identification: readonly string[]
  readonly consents: readonly ConsentRule[]
  readonly recipients: readonly RecipientRule[]
}

/**
 * An activity as a PostgreSQL role without login: `org_<organisation>__<activity>`, hyphens as
 * underscores.
 */
export interface ActivityRole {
  readonly activity: string
  readonly role: string
  /** The relation that whoever starts a dossier in it gets; null when no dossier starts in it. */
  readonly starts: string | null
  /** Whether it may read or write contents, so that opening a dossier in it serves a purpose. */
  readonly opens: boolean
  /** The lawful basis on which it rests: to some of them a person can object. */
  readonly basis: string
}

export interface Grant {
  readonly role: string
  readonly table: string
  readonly right: 'select' | 'insert' | 'update' | 'delete'
  /** Sorted names; empty for `delete`, which is of whole rows. */
  readonly columns: readonly string[]
}

/**
 * What stands in a policy for its activity, and for the categories that the activity reads and
 * writes in every kind of dossier: for those a row need not ask which kind it is in. A policy with
 * such a word is made once for each role, and one with all activities that have the same grants
 * once for those. PostgreSQL checks columns when a statement starts and rows while it runs; a role
 * can be changed in between, what stands in a policy cannot.
 */
export const FILLED = {
  activity: ':activity',
  activities: ':those-with-the-same-grants',
  reads: ':reads',
  writes: ':writes',
} as const

/** A row-security policy. Generic: it names functions and tables, never a person. */
export interface Policy {
  readonly table: string
  readonly name: string
  readonly command: 'all' | 'select' | 'insert' | 'update' | 'delete'
  readonly restrictive: boolean
  /** Roles it is for; empty means everyone who has a grant at all. */
  readonly roles: readonly string[]
  readonly using?: string
  readonly check?: string
}

/** Row of the table `rules`: who reaches which dossiers for an activity. */
export interface Rule {
  readonly activity: string
  readonly kind: string
  readonly relation: string
  /** `organisation`: the relation is a function and reaches every dossier of the kind. */
  readonly scope: 'dossier' | 'organisation'
  /** Word of the consent that must stand, naming the holder of the relation. */
  readonly after: string | null
  /** `absence`: only during the absence to which the relation refers. */
  readonly during: string | null
}

/**
 * Row of the table `category_rules`: which categories of row-wise content an activity reads or
 * writes, per kind.
 */
export interface CategoryRule {
  readonly activity: string
  readonly kind: string
  readonly category: string
  readonly writes: boolean
}

/** Row of the table `retention_rules`; with the rest of it, of `retention_terms`. */
export interface RetentionRule {
  readonly part: string
  /** The latest of these events starts the period. */
  readonly from: readonly string[]
  /** ISO 8601 duration, or null for "kept indefinitely". */
  readonly keep: string | null
  /** Kinds of dossier that have another term, sorted, each with its ISO 8601 duration. */
  readonly kinds: readonly (readonly [kind: string, keep: string])[]
  /** ISO 8601 duration below which nobody may go, because a law says so; null where none does. */
  readonly atLeast: string | null
  /** Decisions by which the person may have it go sooner, or stay longer. */
  readonly sooner: readonly string[]
  readonly later: readonly string[]
}

/** Row of the table `right_rules`: how a right is answered. */
export interface RightRule {
  readonly word: string
  /** ISO 8601 duration within which it is answered; null when the statement names none. */
  readonly within: string | null
  /** What somebody asks who is signed in is granted at once. */
  readonly atOnce: boolean
  readonly selfService: boolean
  /** The event from which on it is there; null when it always is. */
  readonly after: string | null
}

/** Row of the table `consent_rules`. */
export interface ConsentRule {
  readonly consent: string
  /** ISO 8601 duration after which a yes ends by itself, or null when it lasts. */
  readonly expires: string | null
}

/** Row of the table `recipient_rules`: what may leave, to whom and on which conditions. */
export interface RecipientRule {
  readonly recipient: string
  /** Its kind; where it differs by dossier also the relation in which the party stands to it. */
  readonly kind: string
  readonly gets: readonly string[]
  /** The activities for which it gets them; none means any. */
  readonly purposes: readonly string[]
  /** Word of the consent without which it gets nothing. */
  readonly after: string | null
  readonly needsAgreement: boolean
  /** ISO date, the last day of the agreement. */
  readonly agreementUntil: string | null
}
