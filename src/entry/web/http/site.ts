import type { Context } from 'hono'
import type { Accounts } from '#accounts/index.ts'
import type { Recognition } from '#duties/erasure/recognition.ts'
import type { PackageMaker } from '#duties/package/maker.ts'
import type { VisitLog } from '#duties/page-visits/visit-log.ts'
import type { Delivery } from '#jobs/delivery.ts'
import type { RequestLinks } from '#duties/rights/request-links.ts'
import type { Outbox } from '#jobs/outbox.ts'
import type { LedgerKey } from '#ledger/ledger-key.ts'
import type { SurveyLinks } from '#modules/registry/index.ts'
import type { CitizenNumberMarks } from '#modules/practice/index.ts'
import type { Prover } from '#modules/prover.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import type { Store } from '#store/store.ts'
import type { Publication } from './publication.ts'

/** What the web door serves with: made once, at the start. */
export interface Site {
  readonly store: Store
  /** Keys of what is sealed outside dossiers. */
  readonly keys: DossierKeys
  /** The links by which whoever asked without an account comes back to a request. */
  readonly requestLinks: RequestLinks
  readonly accounts: Accounts
  readonly outbox: Outbox
  /** The key with which an organisation signs what it asks and what it hands out. */
  readonly keyOf: (organisation: string) => LedgerKey
  /** Organisations by short name. */
  readonly organisations: ReadonlyMap<string, SiteOrganisation>
  /** The organisation shown where the host name tells none. */
  readonly home: SiteOrganisation
  /** Knows again who was erased; left out where nobody is registered. */
  readonly recognition?: Recognition
  /** By what citizen numbers are found again. */
  readonly citizenNumbers: CitizenNumberMarks
  /** The secrets in links about surveys. */
  readonly surveyLinks: SurveyLinks
  readonly publication: Publication
  /** Where visits to public pages are counted; left out where none are. */
  readonly visits?: Pick<VisitLog, 'note'>
  readonly prover: Prover
  /** Makes what people take along. */
  readonly packages: PackageMaker
  readonly publicUrl: string
  /** What stands after the @ in addresses that take mail; left out where none is taken. */
  readonly mailDomain?: string
  /** Whether cookies travel over https alone. */
  readonly secure: boolean
  /** Whether this is a demonstration, with a mailbox anyone can read. */
  readonly demo: boolean
  /** The mail of a demonstration. */
  readonly mailbox?: Pick<Delivery, 'listMails'>
  addressOf(c: Context): string
}

export interface SiteOrganisation {
  readonly id: string
  readonly label: string
}
