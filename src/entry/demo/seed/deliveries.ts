import { addDays, dayOf, momentOn } from '#entry/demo/day.ts'
import type { DemoEngagement } from '#entry/demo/shape.ts'
import { type Act, after, type Doing, MINUTE_MS, spread } from './act.ts'
import { byCoach } from './author.ts'
import { disclosedAt } from './disclosures.ts'
import { insertRows } from './insertion.ts'
import type { Load } from './load.ts'

/**
 * What went to recipients beside the principals: the card of a client to the test administrator
 * before a test, and one file to the police on its demand. What principals got passed the gate when
 * it was disclosed; here the ledger hears of it.
 */
export async function insertDeliveries(load: Load): Promise<void> {
  for (const engagement of load.data.engagements) {
    for (const disclosure of engagement.disclosures) {
      const doing = byCoach(load, engagement, disclosedAt(disclosure))
      note(load, engagement, doing, load.id(`${disclosure.consent} disclosure`))
    }
  }
  await insertTestOrders(load)
  await insertDemands(load)
}

function note(load: Load, engagement: DemoEngagement, doing: Doing, item: string): void {
  const dossierId = load.id(engagement.key)
  load.acts.push({ ...doing, act: 'delivered', subject: 'deliveries', item, dossierId })
}

/** Days between ordering a test and its result. */
const TEST_DAYS = 9

async function insertTestOrders(load: Load): Promise<void> {
  const orders = load.data.engagements.flatMap((engagement) => {
    const test = engagement.documents.find(({ category }) => category === 'test-results')
    const ordered = test && addDays(dayOf(test.addedAt), -TEST_DAYS)
    if (!ordered || !engagement.activatedAt || ordered <= dayOf(engagement.activatedAt)) return []
    const at = after(momentOn(ordered, 600), spread(`${engagement.key} test`, 0, 90))
    return [{ engagement, id: load.id(`${engagement.key} test order`), at }]
  })
  await insertRows(
    load.owner,
    'deliveries',
    orders.map(({ engagement, id, at }) => ({
      id,
      dossier_id: load.id(engagement.key),
      recipient: 'test-administrator',
      channel: 'export',
      purpose: 'coaching',
      categories: ['contact', 'identity'],
      subject: 'clients',
      item: load.id(engagement.key),
      statement: load.versionAt(at).version,
      delivered_by: load.id(engagement.coach),
      delivered_at: at,
    })),
  )
  for (const { engagement, id, at } of orders)
    note(load, engagement, byCoach(load, engagement, at), id)
}

const OFFICER = 'officer'
const MANAGER = 'manager'

/** Days before today on which the demands came in: one was met, one waits for a decision. */
const MET_DAYS = 34
const WAITING_DAYS = 2

async function insertDemands(load: Load): Promise<void> {
  const { data } = load
  const withReports = data.engagements.filter(
    ({ consults, closure }) =>
      closure === undefined && consults.some(({ summaries }) => summaries[0]?.sentAt !== undefined),
  )
  // Not the client whom visitors look at first.
  const [met, waiting] = withReports.slice(3)
  if (!met || !waiting) return
  const received = momentOn(addDays(data.today, -MET_DAYS), 560)
  const demands = [
    { key: 'demand-1', engagement: met, at: new Date(received) },
    {
      key: 'demand-2',
      engagement: waiting,
      at: new Date(momentOn(addDays(data.today, -WAITING_DAYS), 610)),
    },
  ]
  await insertRows(
    load.owner,
    'legal_demands',
    demands.map(({ key, engagement, at }) => ({
      id: load.id(key),
      dossier_id: load.id(engagement.key),
      authority: key === 'demand-1' ? 'Politie Rivierdam' : 'Inspectie Voorbeeldzaken',
      article:
        key === 'demand-1'
          ? 'Wetboek van Strafvordering, artikel 126nd'
          : 'Algemene wet bestuursrecht, artikel 5:17',
      reference: key === 'demand-1' ? 'PL-2026-00000' : 'IV-00000',
      scope:
        key === 'demand-1'
          ? 'De samenvattingen van de gesprekken, voor een onderzoek naar fraude'
          : 'De adviezen die aan de opdrachtgever zijn uitgebracht',
      categories: key === 'demand-1' ? ['conversation-reports'] : ['advice'],
      received_on: dayOf(at.toISOString()),
      recorded_by: load.id(OFFICER),
      recorded_at: at,
    })),
  )
  for (const { key, engagement, at } of demands) {
    noteDemand(load, engagement, {
      at,
      by: load.id(OFFICER),
      subject: 'legal_demands',
      item: load.id(key),
    })
  }
  await meetDemand(load, met, new Date(received))
}

/** A second person approves a day later; the coach hands over one report the day after. */
async function meetDemand(load: Load, engagement: DemoEngagement, received: Date): Promise<void> {
  const demand = load.id('demand-1')
  const dossier = load.id(engagement.key)
  const approved = after(received, 26 * 60 * MINUTE_MS)
  const handed = after(approved, 23 * 60 * MINUTE_MS)
  const summary = engagement.consults
    .flatMap(({ summaries }) => summaries)
    .find(({ sentAt }) => sentAt !== undefined && new Date(sentAt) < handed)
  await insertRows(load.owner, 'demand_decisions', [
    {
      demand_id: demand,
      dossier_id: dossier,
      decision: 'approved',
      reason: 'Teruggebeld met het parket. Het artikel klopt en de vraag is niet te ruim.',
      decided_by: load.id(MANAGER),
      decided_at: approved,
    },
  ])
  noteDemand(load, engagement, {
    at: approved,
    by: load.id(MANAGER),
    subject: 'demand_decisions',
    item: demand,
  })
  if (!summary) return
  const id = load.id('demand-1 delivery')
  await insertRows(load.owner, 'deliveries', [
    {
      id,
      dossier_id: dossier,
      recipient: 'legal-demand',
      demand_id: demand,
      channel: 'letter',
      purpose: 'legal-disclosure',
      categories: ['conversation-reports'],
      subject: 'summaries',
      item: load.id(summary.key),
      statement: load.versionAt(handed).version,
      delivered_by: load.id(engagement.coach),
      delivered_at: handed,
    },
  ])
  note(load, engagement, byCoach(load, engagement, handed), id)
}

function noteDemand(
  load: Load,
  engagement: DemoEngagement,
  act: Pick<Act, 'at' | 'by' | 'subject' | 'item'>,
): void {
  const dossierId = load.id(engagement.key)
  load.acts.push({ ...act, activity: 'legal-disclosure', act: 'inserted', dossierId })
}
