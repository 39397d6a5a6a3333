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
import { type Post, startPost } from './registry-survey-post.ts'
import type { Measurement } from './report.ts'

const MEMORY_GOAL = 300
const PAUSE_MS = 100
const KILOBYTES = 1_024
/** What `npm start` says of memory. */
const LIKE_THE_SERVER = ['--max-semi-space-size=16', '--heap-growing-percent=25']
/** Of forty: so many that the largest register asks a hundred thousand people. */
const PROGRAMMES_ASKED = 16

interface Sent {
  readonly invited: number
  readonly mailed: number
  readonly settled: boolean
  readonly persons: number
  readonly mails: number
}

/**
 * A survey to two in five of everybody, mailed to a mail server by a process that is killed
 * half-way and another that goes on.
 */
export async function measureSurvey(installation: BenchInstallation): Promise<Measurement> {
  const post = await startPost()
  try {
    return await asOwner(installation.url, async (owner) => {
      await owner.query(`set search_path to org_${REGISTER}, gestand`)
      const people = await planSurvey(owner)
      const at: Mailing = { owner, installation, post }
      const began = performance.now()
      const half = await mailUntil(at, ({ mailed }) => mailed >= people / 2)
      // What the killed process had in hand waits until nobody can be sending it any more.
      await owner.query(
        `update gestand.mails set next_try_at = now()
         where bulk and tries > 0 and sent_at is null and failed_at is null`,
      )
      const whole = await mailUntil(at, ({ settled }) => settled)
      const seconds = (performance.now() - began) / 1_000
      const { invited, persons, mails } = whole.sent
      const twice = [...post.received.values()].filter((times) => times > 1).length
      const correct =
        half.sent.mailed < people &&
        [invited, persons, mails, post.received.size].every((amount) => amount === people) &&
        twice <= post.connections
      return {
        name: `memory of a survey to ${people} people, killed at ${half.sent.mailed}`,
        unit: 'MB',
        value: Math.round(Math.max(half.highestKb, whole.highestKb) / KILOBYTES),
        atMost: MEMORY_GOAL,
        correct,
        verdict:
          `${post.received.size} of ${people} people got the mail, ${twice} of them twice by the ` +
          `kill; ${Math.round(people / seconds)} a second over ${post.connections} connections`,
      }
    })
  } finally {
    await post.close()
  }
}

interface Mailing {
  readonly owner: Owner
  readonly installation: BenchInstallation
  readonly post: Post
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

/** Lets a process ask and mail until enough was done; then kills it. */
async function mailUntil(
  { owner, installation, post }: Mailing,
  isEnough: (sent: Sent) => boolean,
): Promise<{ readonly sent: Sent; readonly highestKb: number }> {
  const worker = start(installation, post)
  let highestKb = 0
  try {
    for (;;) {
      const sent = await look(owner, post)
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

function start({ url, keysUrl }: BenchInstallation, { url: smtpUrl }: Post): ChildProcess {
  const master = BENCH_MASTER.toString('base64')
  const asked: AskedToMail = { url, keysUrl, master, smtpUrl }
  return fork(join(PROJECT, 'bench/registry-survey-worker.ts'), {
    env: { ...process.env, BENCH: JSON.stringify(asked) },
    execArgv: LIKE_THE_SERVER,
    stdio: 'inherit',
  })
}

async function look(owner: Owner, post: Post): Promise<Sent> {
  const { rows } = await owner.query<Omit<Sent, 'mailed'>>(
    `select m.invited, m.settled_at is not null as settled,
       case when m.settled_at is null then 0 else (select count(distinct person_id)::int
         from survey_invitations) end as persons,
       case when m.settled_at is null then 0 else (select count(*)::int from gestand.mails
         where bulk and sent_at is not null) end as mails
     from survey_mailings m`,
  )
  const [sent] = rows
  if (!sent) throw new Error('nothing is mailed')
  return { ...sent, mailed: post.received.size }
}

/** The most memory that a process ever held (Linux). */
async function highestOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0)
}
