import { sql } from 'kysely'
import { isGood, restorationReport } from '#duties/backups/report.ts'
import type { ProofTransaction } from '#ledger/proof-transaction.ts'
import type { Catalogue } from '#statement/index.ts'
import { durationDays } from '#statement/say/duration.ts'
import { written } from '#store/query.ts'
import type { Check, Finding } from './check.ts'
import { readApplied } from './statements-applied.ts'

const KEEPS = ['backups']
const DAY_MS = 86_400_000
/** A job that starts late, or takes long, breaks no promise at once. */
const GRACE_MS = DAY_MS / 4
const REHEARSE_DAYS = 8
/** What ended stands in the register within a second or so; a restart takes a little longer. */
const WAIT_MS = 5 * 60_000

interface Backup {
  readonly name: string
  readonly takenAt: Date
  readonly removedAt: Date | null
}

/** There is a backup that is as new as the statement says, and none that is older. */
export function backupsInTime(catalogue: Catalogue): Check {
  return {
    name: 'backups-in-time',
    says: {
      nl: 'er is op tijd een reservekopie gemaakt en oude kopieën zijn vernietigd',
      en: 'a backup was made in time, and old ones were destroyed',
    },
    keeps: KEEPS,
    looksAt: { nl: 'reservekopieën', en: 'backups' },
    codes: {
      BACKUP_LATE: {
        nl: 'er is geen reservekopie die zo nieuw is als beloofd',
        en: 'there is no backup as new as was promised',
      },
      BACKUP_KEPT: {
        nl: 'reservekopieën zijn niet op tijd vernietigd ({count})',
        en: 'backups were not destroyed in time ({count})',
      },
    },
    run: async (tx) => {
      const [{ statement }] = await readApplied(tx, catalogue)
      const { every, keep } = statement.declarations.backups
      const backups = await tx.evidence(listed)
      const there = backups.filter(({ removedAt }) => removedAt === null)
      const newest = there.at(-1)?.takenAt ?? (await readSituation(tx)).createdAt
      const late = Date.now() - newest.getTime() > durationDays(every) * DAY_MS + GRACE_MS
      const oldest = Date.now() - (durationDays(keep) * DAY_MS + GRACE_MS)
      return {
        lookedAt: backups.length,
        findings: [
          ...(late ? [{ code: 'BACKUP_LATE', subject: newest.toISOString() }] : []),
          ...there
            .filter(({ takenAt }) => takenAt.getTime() < oldest)
            .map(({ name }) => ({ code: 'BACKUP_KEPT', subject: name })),
        ],
      }
    },
  }
}

/** Bringing a backup back was rehearsed this week, and nothing came back that may not. */
export const backupsRehearsed: Check = {
  name: 'backups-rehearsed',
  says: {
    nl: 'het terugzetten is deze week geoefend, en wat was verwijderd of ingetrokken kwam niet terug',
    en: 'bringing a backup back was rehearsed this week, and nothing that was erased or withdrawn came back',
  },
  keeps: KEEPS,
  looksAt: {
    nl: 'gegevens bij de laatste oefening',
    en: 'records at the last rehearsal',
  },
  codes: {
    NOT_REHEARSED: {
      nl: 'het terugzetten is al langer dan een week niet geoefend',
      en: 'bringing a backup back was not rehearsed for more than a week',
    },
    REHEARSAL_FAILED: {
      nl: 'bij de laatste oefening klopte iets niet ({count})',
      en: 'something was wrong at the last rehearsal ({count})',
    },
  },
  run: async (tx) => {
    const rehearsals = await tx.evidence(
      written(sql<{ id: string; state: string; begunAt: Date; report: unknown }>`
        select id, state, begun_at as "begunAt", report from evidence_rehearsals()
        where state in ('good', 'bad')`),
    )
    const last = rehearsals.at(-1)
    const since = last?.begunAt ?? (await readSituation(tx)).createdAt
    const late = Date.now() - since.getTime() > REHEARSE_DAYS * DAY_MS
    const report = restorationReport.safeParse(last?.report).data
    const findings: Finding[] = late
      ? [{ code: 'NOT_REHEARSED', subject: since.toISOString() }]
      : []
    if (last && report && !isGood(report)) {
      const problems = report.lines.filter(({ kind }) => kind === 'problem')
      findings.push(
        ...problems.map(({ code, subject }) => ({
          code: 'REHEARSAL_FAILED',
          subject: [code, subject].filter(Boolean).join(' '),
        })),
      )
    }
    return { lookedAt: report ? report.rows + report.erasures + report.endings : 0, findings }
  },
}

/** What ended somebody's access or consent is remembered where no backup of the data reaches. */
export const endingsRegistered: Check = {
  name: 'endings-registered',
  says: {
    nl: 'wat is ingetrokken of beëindigd, staat ook buiten de reservekopieën vast',
    en: 'what was withdrawn or ended is also recorded outside the backups',
  },
  keeps: KEEPS,
  looksAt: {
    nl: 'beëindigingen die op het register wachten',
    en: 'endings that wait for the register',
  },
  codes: {
    NOT_REGISTERED: {
      nl: 'iets dat is beëindigd wacht al meer dan vijf minuten op het register ({count})',
      en: 'something that ended has waited for the register for more than five minutes ({count})',
    },
  },
  run: async (tx) => {
    const { waiting, oldest } = await readSituation(tx)
    const late = oldest !== null && Date.now() - oldest.getTime() > WAIT_MS
    return {
      lookedAt: waiting,
      findings: late ? [{ code: 'NOT_REGISTERED', subject: oldest.toISOString() }] : [],
      ...(late && { wrong: waiting }),
    }
  },
}

const listed = written(sql<Backup>`
  select name, taken_at as "takenAt", removed_at as "removedAt" from evidence_backups()`)

interface Situation {
  /** When the organisation was made: before that nothing was due. */
  readonly createdAt: Date
  readonly waiting: number
  readonly oldest: Date | null
}

async function readSituation(tx: ProofTransaction): Promise<Situation> {
  const [row] = await tx.evidence(
    written(sql<Situation>`
      select created_at as "createdAt", waiting, oldest from evidence_register()`),
  )
  return row ?? { createdAt: new Date(), waiting: 0, oldest: null }
}
