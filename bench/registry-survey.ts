import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PROJECT } from '#kernel/project.ts'
import { asOwner, type Owner } from '#store/owner.ts'
import { BENCH_MASTER, type BenchInstallation } from './installation.ts'
import { REGISTER } from './register.ts'
import type { AskedToMail } from './registry-survey-worker.ts'
import type { Measurement } from './report.ts'

const MEMORY_GOAL = 300
const PAUSE_MS = 20
const KILOBYTES = 1_024
/** Of forty: so many that the largest register asks a hundred thousand people. */
const PROGRAMMES_ASKED = 16

interface Sent {
  readonly people: number
  readonly invited: number
  readonly persons: number
  readonly mails: number
  readonly ended: boolean
}

/**
 * A survey to two in five of everybody, by a process that is killed half-way and another that goes
 * on. Mail goes out at once, so that nothing waits for it.
 */
export async function measureSurvey(installation: BenchInstallation): Promise<Measurement> {
  return asOwner(installation.url, async (owner) => {
    await owner.query(`set search_path to org_${REGISTER}, gestand`)
    const people = await planSurvey(owner)
    const began = performance.now()
    const half = await mailUntil(owner, installation, ({ invited }) => invited >= people / 2)
    const whole = await mailUntil(owner, installation, ({ ended }) => ended)
    const seconds = (performance.now() - began) / 1_000
    const { invited, persons, mails } = whole.sent
    const correct =
      half.sent.invited < people && [invited, persons, mails].every((amount) => amount === people)
    return {
      name: `memory of a survey to ${people} people, killed at ${half.sent.invited}`,
      unit: 'MB',
      value: Math.round(Math.max(half.highestKb, whole.highestKb) / KILOBYTES),
      atMost: MEMORY_GOAL,
      correct,
      verdict: `${persons} of ${people} people asked once, ${Math.round(people / seconds)} a second`,
    }
  })
}

async function planSurvey(owner: Owner): Promise<number> {
  const [party, survey] = [randomUUID(), randomUUID()]
  await owner.query(`insert into parties (id, name, email) values ($1, 'Body', 'b@example.org')`, [
    party,
  ])
  await owner.query(
    `insert into surveys (id, party_id, name, token_hash, title_nl, title_en, words_nl, words_en,
       link, delivered_at, kinds, programmes, people, objecting, unreachable, counted_at)
     values ($1, $2, 'Survey', $3, 'Titel', 'Title', 'Woorden', 'Words',
       'https://vragen.example.org/', now(), '{student,professional}',
       array(select id from programmes order by code limit ${PROGRAMMES_ASKED}), 9, 0, 0, now())`,
    [survey, party, randomBytes(32)],
  )
  await owner.query(
    `insert into survey_mailings (survey_id, begins_on) values ($1, gestand.today())`,
    [survey],
  )
  const { rows } = await owner.query<{ people: number }>(
    `select count(distinct c.person_id)::int as people
     from survey_candidates($1, '00000000-0000-0000-0000-000000000000', null, false) c`,
    [survey],
  )
  return rows[0]?.people ?? 0
}

/** Lets a process ask, and sends what it queued, until enough was done; then kills it. */
async function mailUntil(
  owner: Owner,
  installation: BenchInstallation,
  isEnough: (sent: Sent) => boolean,
): Promise<{ readonly sent: Sent; readonly highestKb: number }> {
  const worker = start(installation)
  let highestKb = 0
  try {
    for (;;) {
      await owner.query(
        `update gestand.mails set sent_at = now(), payload = null
         where bulk and sent_at is null and failed_at is null`,
      )
      const sent = await look(owner)
      highestKb = Math.max(highestKb, await highestOf(worker))
      if (isEnough(sent)) return { sent, highestKb }
      await sleep(PAUSE_MS)
    }
  } finally {
    const ended = once(worker, 'exit')
    worker.kill('SIGKILL')
    await ended
  }
}

function start({ url, keysUrl }: BenchInstallation): ChildProcess {
  const asked: AskedToMail = { url, keysUrl, master: BENCH_MASTER.toString('base64') }
  return fork(join(PROJECT, 'bench/registry-survey-worker.ts'), {
    env: { ...process.env, BENCH: JSON.stringify(asked) },
    stdio: 'inherit',
  })
}

async function look(owner: Owner): Promise<Sent> {
  const { rows } = await owner.query<Sent>(
    `select s.people, m.invited, m.ended_at is not null as ended,
       case when m.ended_at is null then 0 else (select count(distinct person_id)::int
         from survey_invitations) end as persons,
       case when m.ended_at is null then 0 else (select count(*)::int from gestand.mails
         where bulk and sent_at is not null) end as mails
     from survey_mailings m join surveys s on s.id = m.survey_id`,
  )
  const [sent] = rows
  if (!sent) throw new Error('nothing is mailed')
  return sent
}

/** The most memory that a process ever held (Linux). */
async function highestOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0)
}
