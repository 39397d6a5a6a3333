import type { Intake } from '#modules/practice/engagement.ts'
import {
  activate,
  dossierReads,
  type DossierView,
  noteConsult,
  type Post,
  readDossier,
  recordNotice,
  sendSummary,
  startEngagement,
  writeSummary,
} from '#modules/practice/index.ts'
import { Outbox } from '#jobs/outbox.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { WORLD_MASTER } from './master.ts'
import { WORLD_ORGANISATION } from './template.ts'
import { type World, type WorldAccount, world } from './world.ts'

export const POST: Post = {
  outbox: new Outbox(WORLD_MASTER),
  organisation: 'Bureau De Brug',
  key: ledgerKey(WORLD_MASTER, WORLD_ORGANISATION),
  path: '/mijn',
}

/** A bureau with a coach, and a client of that coach who has an account. */
export class Bureau {
  readonly there: World
  readonly coach: WorldAccount
  readonly client: WorldAccount
  readonly dossierId: string

  constructor(
    there: World,
    people: { coach: WorldAccount; client: WorldAccount },
    dossierId: string,
  ) {
    this.there = there
    this.coach = people.coach
    this.client = people.client
    this.dossierId = dossierId
  }

  /** Opens the client's dossier as the coach, and changes it. */
  asCoach<T>(work: (tx: OpenedDossier) => Promise<T>, activity = 'coaching'): Promise<T> {
    return this.there.store.changeDossier(this.coach.for(activity), this.dossierId, work)
  }

  asClient<T>(work: (tx: OpenedDossier) => Promise<T>): Promise<T> {
    const authority = this.client.for('self-service')
    return this.there.store.changeDossier(authority, this.dossierId, work)
  }

  /** The dossier as an account sees it in an activity. */
  async view(account: WorldAccount, activity: string): Promise<DossierView> {
    const { store, organisation } = this.there
    const access = await store.access(organisation, activity)
    const reads = dossierReads(access, this.dossierId)
    const { dossier, answers } = await store.open(account.for(activity), this.dossierId, reads)
    return readDossier(dossier, answers, access)
  }

  /** A consult with a summary that was sent, unless it is to stay a draft. Returns its id. */
  async summary({ sent = true, body = 'Wij spraken over werk.' } = {}): Promise<string> {
    return this.asCoach(async (tx) => {
      const consultId = await noteConsult(tx, { heldOn: '2026-11-03', minutes: 60, way: 'office' })
      const summaryId = await writeSummary(tx, { consultId, body })
      if (sent) await sendSummary(tx, { summaryId, post: POST })
      return summaryId
    })
  }
}

/** Makes a bureau for one test, with an engagement that is active unless told otherwise. */
export async function bureau({
  active = true,
  organisation,
  ...intake
}: Partial<Intake> & { active?: boolean; organisation?: string } = {}): Promise<Bureau> {
  const there = await world(organisation)
  const coach = await there.account('Ilse Kramer', ['coach'])
  const client = await there.account('Sanne de Wit')
  const dossierId = await there.store.change(coach.for('intake'), async (tx) => {
    const dossier = await startEngagement(tx, {
      kind: 're-integration',
      person: { givenName: 'Sanne', prefix: 'de', familyName: 'Wit', email: 'sanne@example.org' },
      ...intake,
    })
    if (active) {
      await recordNotice(dossier, { way: 'shown', language: 'nl' })
      await activate(dossier)
    }
    return dossier.dossierId
  })
  await there.relate(client.id, dossierId, 'client')
  return new Bureau(there, { coach, client }, dossierId)
}
