import type { Language, Text } from '#kernel/language.ts'
import type { Day, Moment } from './day.ts'

/** Names another item of the demonstration: `coach-1`, `client-012`, `client-012-a-consult-3`. */
export type DemoKey = string

/** Everything of the demonstration, as plain data: fictional people and months of history. */
export interface DemoData {
  /** The day on which the demonstration is looked at. Nothing in it happens later but absences. */
  readonly today: Day
  readonly members: readonly DemoMember[]
  readonly parties: readonly DemoParty[]
  readonly clients: readonly DemoClient[]
  readonly absences: readonly DemoAbsence[]
  /** In the order of their clients; a client has one or two. */
  readonly engagements: readonly DemoEngagement[]
}

export type DemoFunction = 'coach' | 'planner' | 'finance' | 'manager' | 'officer' | 'administrator'

/** Someone who works for the organisation. */
export interface DemoMember {
  readonly key: DemoKey
  readonly name: string
  readonly title: Text
  readonly email: string
  readonly functions: readonly DemoFunction[]
}

/** A principal, with the people who sign in for it. */
export interface DemoParty {
  readonly key: DemoKey
  readonly name: string
  readonly kind: 'employer' | 'municipality'
  readonly email: string
  readonly contacts: readonly {
    readonly key: DemoKey
    readonly name: string
    readonly email: string
  }[]
}

export interface DemoClient {
  readonly key: DemoKey
  readonly givenName: string
  readonly initials: string
  readonly prefix: string
  readonly familyName: string
  readonly bornOn: Day
  readonly email: string
  /** E.164. */
  readonly phone: string
  readonly street: string
  readonly houseNumber: number
  readonly houseNumberAddition: string
  readonly postcode: string
  readonly city: string
  readonly language: Language
  readonly education: string
  readonly career: string
  /** Whether the client signs in; clients of engagements that have not begun do not yet. */
  readonly hasAccount: boolean
}

/** Days on which a coach is away and another may stand in, both days included. */
export interface DemoAbsence {
  readonly key: DemoKey
  readonly member: DemoKey
  readonly substitute: DemoKey
  readonly startsOn: Day
  readonly endsOn: Day
}

/** The kinds of dossier that the example organisations have. */
export type DemoKind = DemoService | 'case-management' | 're-integration-second-track'

export type DemoService = 're-integration' | 'outplacement' | 'career-check' | 'career-coaching'

export interface DemoEngagement {
  readonly key: DemoKey
  readonly client: DemoKey
  readonly kind: DemoKind
  readonly coach: DemoKey
  /** The partner coach who was asked along; reaches nothing unless the consent stands. */
  readonly partnerCoach?: DemoKey
  readonly party?: DemoKey
  readonly orderReference: string
  readonly orderedOn: Day
  /** That the statement was shown to the client; before it nothing begins. */
  readonly notice?: DemoNotice
  readonly activatedAt?: Moment
  readonly consults: readonly DemoConsult[]
  readonly notes: readonly DemoNote[]
  readonly documents: readonly DemoDocument[]
  readonly consents: readonly DemoConsent[]
  readonly disclosures: readonly DemoDisclosure[]
  /** That the client was told who stands in, where that is announced and not asked. */
  readonly announcements?: readonly DemoAnnouncement[]
  /** Questions to other professionals. */
  readonly questions?: readonly DemoQuestion[]
  readonly closure?: DemoClosure
}

export interface DemoNotice {
  readonly way: 'shown' | 'handed' | 'mailed'
  readonly language: Language
  readonly shownAt: Moment
}

export type ConsultWay = 'office' | 'elsewhere' | 'video' | 'phone'

export interface DemoConsult {
  readonly key: DemoKey
  readonly heldOn: Day
  readonly minutes: number
  readonly way: ConsultWay
  /** The coach, or the substitute during an absence. */
  readonly by: DemoKey
  /** Versions, the first one first; none when it has not been written yet. */
  readonly summaries: readonly DemoSummary[]
}

/** A version of a summary: a draft until it is sent, and then waiting until it is answered. */
export interface DemoSummary {
  readonly key: DemoKey
  readonly body: string
  readonly writtenAt: Moment
  readonly sentAt?: Moment
  readonly answer?: DemoAnswer
}

export type DemoAnswer =
  | { readonly is: 'approved'; readonly at: Moment }
  | { readonly is: 'disputed'; readonly at: Moment; readonly words: string }

/** The categories that notes and documents may have. */
export type DemoCategory =
  | 'conversation-reports'
  | 'test-results'
  | 'advice'
  | 'improvement-points'
  | 'education-career'
  | 'work-limitations'
  | 'labour-expert-data'
  | 'benefit-data'

export type DemoSource = 'client' | 'principal' | 'professional' | 'third-party' | 'own'
export type DemoChannel = 'conversation' | 'website' | 'email' | 'phone' | 'letter'

export interface DemoNote {
  readonly key: DemoKey
  readonly category: DemoCategory
  readonly body: string
  readonly source: DemoSource
  readonly channel: DemoChannel
  readonly writtenAt: Moment
}

export interface DemoDocument {
  readonly key: DemoKey
  readonly category: DemoCategory
  readonly title: string
  readonly fileName: string
  readonly mediaType: 'text/plain' | 'application/pdf'
  /** The whole file as UTF-8. */
  readonly content: string
  readonly source: DemoSource
  readonly channel: DemoChannel
  readonly addedAt: Moment
}

export interface DemoAnnouncement {
  readonly absence: DemoKey
  readonly at: Moment
}

/** A question to another professional, of which the client was asked. */
export interface DemoQuestion {
  readonly key: DemoKey
  /** The party who is asked. */
  readonly professional: DemoKey
  readonly words: string
  readonly dueOn: Day
  readonly askedAt: Moment
  readonly sentAt?: Moment
  readonly answer?: { readonly words: string; readonly at: Moment }
}

/** A question for consent, with the answer if there is one. */
export interface DemoConsent {
  readonly key: DemoKey
  readonly consent: 'partner-access' | 'substitution' | 'disclosure' | 'professional-request'
  /** A member, or for a disclosure a party. */
  readonly holder: DemoKey
  /** The absence, or the summary or document, that it is about. */
  readonly item?: DemoKey
  readonly askedAt: Moment
  readonly answer?: { readonly is: 'given' | 'refused'; readonly at: Moment }
  readonly withdrawnAt?: Moment
}

/** A summary or document that was given to the principal after consent. */
export interface DemoDisclosure {
  readonly consent: DemoKey
  readonly item: DemoKey
  readonly party: DemoKey
  readonly title: string
  readonly disclosedAt: Moment
}

export interface DemoClosure {
  readonly outcome: 'completed' | 'stopped-by-client' | 'stopped-by-principal' | 'other'
  readonly endedOn: Day
  readonly closedAt: Moment
}
