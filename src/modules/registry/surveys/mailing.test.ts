import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { createAccounts } from '#accounts/index.ts'
import { Delivery } from '#jobs/delivery.ts'
import { Outbox } from '#jobs/outbox.ts'
import { recoveryMail } from '#jobs/mails/recovery.ts'
import { createSmtp } from '#jobs/smtp.ts'
import { written } from '#store/query.ts'
import { startMailServer } from '#world/mail.ts'
import { QUESTIONNAIRE, type Surveyors, surveyors } from '#world/surveys.ts'
import { objectByLink } from './objecting.ts'
import { planSurvey, steerSurvey, writeSurvey } from './survey.ts'

async function delivery({ at, worker }: Surveyors) {
  const server = await startMailServer()
  const delivery = new Delivery({
    platform: worker,
    master: at.there.installation.master,
    address: new URL('https://register.example.org'),
    transport: createSmtp(server.url, 'Register <post@example.org>'),
  })
  return { server, delivery }
}

function accountsOf({ at, accounts }: Surveyors) {
  return createAccounts({ platform: accounts, master: at.there.installation.master, answerMs: 0 })
}

async function object(here: Surveyors, dossierId: string): Promise<void> {
  const { organisation } = here.at.there
  const secret = await here.stopSecret(dossierId)
  await objectByLink(accountsOf(here), {
    organisation,
    secret,
    activity: 'surveys',
    language: 'nl',
  })
}

async function mailing({ at }: Surveyors): Promise<Record<string, unknown>> {
  const { rows } = await at.there.owner.query<Record<string, unknown>>(
    `select invited, ended_at is not null as ended, settled_at is not null as settled,
       sent, failed, recalled from survey_mailings`,
  )
  return rows[0] ?? {}
}

test('reg-05: each person gets one mail, from the register, with the same link as everybody', async () => {
  const here = await surveyors()
  await here.people(6)
  await here.planned()
  expect(await here.mail(4)).toBe(6)
  const { server, delivery: post } = await delivery(here)
  expect(await post.deliver()).toEqual({ sent: 6, postponed: 0, failed: 0 })
  const to = server.received.map((mail) => JSON.stringify(mail.to)).toSorted()
  expect(new Set(to).size).toBe(6)
  for (const mail of server.received) {
    expect(mail.from?.text).toContain('post@example.org')
    expect(mail.text).toContain(`${QUESTIONNAIRE}\n`)
    expect(mail.text?.match(/https:\S+/g)?.length).toBe(2)
  }
  expect(await here.mail()).toBe(0)
  expect(await mailing(here)).toEqual({
    invited: 6,
    ended: true,
    settled: true,
    sent: 6,
    failed: 0,
    recalled: 0,
  })
})

test('one press in a mail program is enough: RFC 8058', async () => {
  const here = await surveyors()
  await here.people(5)
  await here.planned()
  await here.mail()
  const { server, delivery: post } = await delivery(here)
  await post.deliver()
  const [mail] = server.received
  const raw = mail?.headerLines.map(({ line }) => line.replaceAll(/\r?\n\s+/g, ' ')) ?? []
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(raw.find((line) => line.startsWith('List-Unsubscribe:'))).toMatch(
    /<https:\/\/register\.example\.org\/enquete\/stop\/[\w-]{43}>/,
  )
})

test('reg-14: whoever objects half-way gets nothing that waits, and everybody else gets theirs', async () => {
  const here = await surveyors()
  const dossiers = await here.people(8)
  await here.planned()
  await here.mail(4, 4)
  const waiting = await here.mailsOf('waiting')
  expect(waiting).toHaveLength(4)
  const [one = ''] = waiting
  await object(here, one)
  expect(await here.mailsOf('recalled')).toEqual([one])
  const { server, delivery: post } = await delivery(here)
  while ((await here.mail(4, 4)) + (await post.deliver()).sent > 0);
  const number = dossiers.indexOf(one) + 1
  expect(server.received).toHaveLength(7)
  expect(JSON.stringify(server.received)).not.toContain(`p${number}@example.org`)
  expect(await mailing(here)).toMatchObject({ invited: 8, sent: 7, recalled: 1, failed: 0 })
})

test('whoever objected before is not asked at all, nor in another dossier of the same person', async () => {
  const here = await surveyors()
  const [first = ''] = await here.people(6)
  await here.planned()
  await here.mail()
  await object(here, first)
  const { owner } = here.at.there
  await owner.query(
    `with twin as (
       insert into dossiers (kind, person_id)
         select 'student', person_id from dossiers where id = $1 returning id)
     insert into registrants (dossier_id, given_names, family_name, born_on, email)
       select id, 'Persoon', '1', '1999-05-04', 'p1@example.org' from twin`,
    [first],
  )
  await owner.query(
    `insert into registrations (dossier_id, version_id, institution_id, institute_id, starts_on,
       planned_end_on, state)
     select d.id, g.version_id, g.institution_id, g.institute_id, g.starts_on, g.planned_end_on,
       'enrolled'
     from dossiers d, registrations g
     where g.dossier_id = $1 and d.person_id = (select person_id from dossiers where id = $1)
       and d.id <> $1`,
    [first],
  )
  const second = await here.planned()
  expect(await here.mail()).toBe(5)
  const { rows } = await owner.query(
    `select from survey_invitations i join dossiers d on d.id = i.dossier_id
     where i.survey_id = $2 and d.person_id = (select person_id from dossiers where id = $1)`,
    [first, second],
  )
  expect(rows).toEqual([])
})

test('an objection outlives the request by which it was made', async () => {
  const here = await surveyors()
  const [first = ''] = await here.people(6)
  await here.planned()
  await here.mail()
  await object(here, first)
  await here.at.there.owner.query('delete from requests')
  await here.planned()
  expect(await here.mail()).toBe(5)
})

test('a mailing that is broken off goes on where it was, and asks nobody twice', async () => {
  const here = await surveyors()
  await here.people(9)
  await here.planned()
  const { owner } = here.at.there
  // A worker that dies between asking and queueing leaves nothing behind.
  await here.worker
    .change(async (tx) => {
      await tx.run(written(sql`select org_registry.invite_next(4, 100)`))
      throw new Error('killed')
    })
    .catch(() => undefined)
  expect((await owner.query('select from survey_invitations')).rows).toHaveLength(0)
  await here.mail(4, 4)
  await Promise.all([here.mail(2), here.mail(2), here.mail(2)])
  await here.mail()
  const { rows } = await owner.query(
    'select count(*)::int as all, count(distinct person_id)::int as people from survey_invitations',
  )
  expect(rows).toEqual([{ all: 9, people: 9 }])
  expect(await here.mailsOf('waiting')).toHaveLength(9)
})

test('other mail goes first, and no more of a survey waits than was agreed', async () => {
  const here = await surveyors()
  await here.people(8)
  await here.planned()
  expect(await here.mail(5, 5)).toBe(5)
  expect(await here.mail(5, 5)).toBe(0)
  const outbox = new Outbox(here.at.there.installation.master)
  const iris = { name: 'Iris', email: 'iris@example.org', language: 'nl' as const }
  await outbox.queue(here.accounts, recoveryMail, { path: '/r' }, iris)
  const { server, delivery: post } = await delivery(here)
  await post.deliver()
  expect(server.received[0]?.text).toContain('Dag Iris')
})

test('what is paused waits, goes on, and is called back when it is stopped', async () => {
  const here = await surveyors()
  await here.people(6)
  const survey = await here.planned()
  await here.mail(3, 3)
  const { server, delivery: post } = await delivery(here)
  await here.work((tx) => steerSurvey(tx, survey, 'pause'))
  expect(await here.mail()).toBe(0)
  expect((await post.deliver()).sent).toBe(0)
  await here.work((tx) => steerSurvey(tx, survey, 'resume'))
  expect(await here.mail(1, 4)).toBe(1)
  expect((await post.deliver()).sent).toBe(4)
  await here.mail(1, 1)
  await here.work((tx) => steerSurvey(tx, survey, 'stop'))
  expect(await here.mail()).toBe(0)
  expect((await post.deliver()).sent).toBe(0)
  expect(server.received).toHaveLength(4)
  expect(await mailing(here)).toMatchObject({ invited: 5, sent: 4, recalled: 1, settled: true })
  const again = here.work((tx) => steerSurvey(tx, survey, 'resume'))
  await expect(again).rejects.toMatchObject({ code: 'SURVEY_OVER' })
})

test('a mail that is on its way when somebody objects is told as sent, and never tried again', async () => {
  const here = await surveyors()
  await here.people(5)
  await here.planned()
  await here.mail()
  const [one = ''] = await here.mailsOf('waiting')
  let objected: Promise<void> | undefined
  const transport = {
    atOnce: 2,
    send: async (): Promise<void> => {
      objected ??= here.mailsOf('waiting').then(() => object(here, one))
      await objected
    },
    close: () => undefined,
  }
  const post = new Delivery({
    platform: here.worker,
    master: here.at.there.installation.master,
    address: new URL('https://register.example.org'),
    transport,
  })
  await post.deliver()
  const [sent, recalled] = [await here.mailsOf('sent'), await here.mailsOf('recalled')]
  expect(sent.length + recalled.length).toBe(5)
  expect(sent.includes(one)).toBe(!recalled.includes(one))
  expect((await post.deliver()).sent).toBe(0)
})

test('people who object while they are being asked end as asked and called back, or as not asked', async () => {
  const here = await surveyors()
  const { owner } = here.at.there
  const earlier = await here.people(12)
  await here.planned()
  await here.mail()
  await here.planned()
  const half = earlier.slice(0, 6)
  await Promise.all([
    here.mail(2).catch(() => 0),
    ...half.map((dossierId) => object(here, dossierId)),
    here.mail(2).catch(() => 0),
  ])
  await here.mail()
  const { rows } = await owner.query<{ id: string }>(
    `select i.dossier_id as id from survey_invitations i join gestand.mails m on m.id = i.id
     where m.sent_at is null and m.failed_at is null and i.dossier_id = any ($1)`,
    [half],
  )
  expect(rows).toEqual([])
  const others = await here.mailsOf('waiting')
  expect(others).toHaveLength(12)
})

test('a survey that is not whole, not counted or for too few is not planned, and a planned one stays as it was', async () => {
  const here = await surveyors()
  await here.people(4)
  const few = await here.survey()
  const day = '2099-01-01'
  const plan = (id: string, on = day) => here.work((tx) => planSurvey(tx, id, on))
  await expect(plan(few)).rejects.toMatchObject({ code: 'SURVEY_TOO_FEW' })
  await here.people(2, 5)
  const whole = await here.survey()
  const past = plan(whole, '2020-01-01')
  await expect(past).rejects.toMatchObject({ code: 'SURVEY_DAY_OVER' })
  const words = { titleNl: 'A', titleEn: 'B', wordsNl: 'C', wordsEn: 'D' }
  const personal = here.work((tx) =>
    writeSurvey(tx, whole, { ...words, link: 'https://example.org/{email}' }),
  )
  await expect(personal).rejects.toMatchObject({ code: 'INVALID' })
  await plan(whole)
  const later = here.work((tx) => writeSurvey(tx, whole, { ...words, link: QUESTIONNAIRE }))
  await expect(later).rejects.toMatchObject({ code: 'SURVEY_PLANNED' })
})
