import { dayFromNow } from '#world/days.ts'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Outbox } from '#jobs/outbox.ts'
import { receiveFile } from '#modules/practice/index.ts'
import {
  addAttestation,
  addPortfolioFile,
  askPortfolio,
  looksAt,
  listOpenPortfolios,
  portfolioReads,
  readPortfolio,
  readPortfolioFile,
  removePortfolioItem,
} from '#modules/registry/portfolio/portfolio.ts'
import {
  answerSignal,
  readSignals,
  sendSignal,
  signalsOf,
  listSignals,
} from '#modules/registry/signals/signal.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { type Registry, registry } from '#world/registry.ts'
import type { WorldAccount } from '#world/world.ts'
import { auditReads, endAudit, judge, namePartner, planAudit, studentAudits } from './audit.ts'

const POST = { outbox: new Outbox(WORLD_MASTER), organisation: 'Zorgopleidingsregister' }

async function demand({ there, versionId }: Registry): Promise<string> {
  const { rows } = await there.owner.query<{ id: string }>(
    `insert into programme_requirements (version_id, place, text_nl, text_en)
     values ($1, 1, '120 dagen in de praktijk', '120 days in practice') returning id`,
    [versionId],
  )
  return rows[0]?.id ?? ''
}

async function attested(
  at: Registry,
  title = 'Stage',
): Promise<{ student: WorldAccount; dossierId: string }> {
  const { student, dossierId } = await at.inTraining()
  await at.act(student, 'self-service', dossierId, (tx) =>
    addAttestation(tx, { id: randomUUID(), title, words: 'Ik heb het gedaan.' }),
  )
  return { student, dossierId }
}

async function portfolio(at: Registry, who: WorldAccount, activity: string, dossierId: string) {
  const { dossier, answers } = await at.there.store.open(
    who.for(activity),
    dossierId,
    portfolioReads(dossierId),
  )
  return readPortfolio(dossier, answers)
}

async function planned(at: Registry, auditor: WorldAccount, first = 0, last = 7): Promise<string> {
  const id = randomUUID()
  await at.change(at.registrar, 'audit-planning', (tx) =>
    planAudit(tx, POST, {
      id,
      partyId: at.institutionId,
      auditorId: auditor.id,
      startsOn: dayFromNow(first),
      endsOn: dayFromNow(last),
      sample: 10,
    }),
  )
  return id
}

test('reg-04: a student keeps files and attestations, and takes them out again', async () => {
  const at = await registry()
  const requirementId = await demand(at)
  const { student, dossierId } = await attested(at)
  const id = randomUUID()
  const pdf = Buffer.from(
    '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n',
    'latin1',
  )
  const file = await receiveFile(pieces(pdf), 'stage.pdf')
  await at.act(student, 'self-service', dossierId, (tx) =>
    addPortfolioFile(tx, { id, title: 'Verslag', requirementId, file }),
  )
  await file[Symbol.asyncDispose]()
  const items = await portfolio(at, student, 'self-service', dossierId)
  expect(items).toMatchObject([
    { title: 'Verslag', mediaType: 'application/pdf', requirement: { id: requirementId } },
    { title: 'Stage', words: 'Ik heb het gedaan.' },
  ])
  const read = await at.act(student, 'self-service', dossierId, (tx) => readPortfolioFile(tx, id))
  const parts: Uint8Array[] = []
  for await (const piece of read.content.pieces()) parts.push(Uint8Array.from(piece))
  await read.content.discard()
  expect(Buffer.concat(parts)).toEqual(pdf)
  await at.act(student, 'self-service', dossierId, (tx) => removePortfolioItem(tx, id))
  expect(await portfolio(at, student, 'self-service', dossierId)).toHaveLength(1)
})

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

test('reg-04: an employer sees a portfolio only after it asked, and the student sees that', async () => {
  const at = await registry()
  const { student, dossierId } = await attested(at)
  const looking = (who: WorldAccount) => portfolio(at, who, 'portfolio', dossierId)
  await expect(looking(at.employer)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const ask = (who: WorldAccount) => at.act(who, 'verification', dossierId, askPortfolio)
  // A training institute is no employer.
  await expect(ask(at.teacher)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await ask(at.employer)
  await expect(ask(at.employer)).rejects.toMatchObject({ code: 'PORTFOLIO_ASKED' })
  expect(await looking(at.employer)).toMatchObject([{ title: 'Stage' }])
  const { rows } = await at.there.store.list(at.employer.for('portfolio'), 'portfolios', {
    rows: listOpenPortfolios({ search: '', page: 1 }),
  })
  expect(rows).toMatchObject([
    { dossier_id: dossierId, family_name: 'Bakker', ends_on: dayFromNow(14) },
  ])
  const seen = await at.there.store.open(student.for('self-service'), dossierId, {
    looks: looksAt(dossierId),
  })
  expect(seen.answers.looks).toMatchObject([{ party: 'Ziekenhuis Voorbeeld', running: true }])
  await at.there.owner.query('update relations set until = now() where relation = $1', [
    'portfolio-viewer',
  ])
  await expect(looking(at.employer)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('reg-04: an audit opens portfolios for the auditor as long as it lasts, and no longer', async () => {
  const at = await registry()
  const { student, dossierId } = await attested(at)
  const auditor = await at.there.account('Ada Auditor', ['audit-member'])
  const looking = () => portfolio(at, auditor, 'audits', dossierId)
  await planned(at, auditor, 2, 9)
  await expect(looking()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(portfolio(at, at.employer, 'portfolio', dossierId)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  const id = await planned(at, auditor)
  expect(await looking()).toMatchObject([{ title: 'Stage' }])
  await at.change(at.employer, 'portfolio', (tx) =>
    namePartner(tx, { auditId: id, name: 'I. Baas' }),
  )
  const { audit, students } = await at.there.store.list(
    at.registrar.for('audit-planning'),
    'audit',
    auditReads(id),
  )
  expect(audit).toMatchObject([{ state: 'running', partner: 'I. Baas', auditor: 'Ada Auditor' }])
  expect(students).toMatchObject([{ dossier_id: dossierId, family_name: 'Bakker' }])
  await at.act(auditor, 'audits', dossierId, (tx) =>
    judge(tx, { auditId: id, judgement: 'in-order', words: 'Alles klopt.' }),
  )
  const own = await at.there.store.open(student.for('self-service'), dossierId, {
    audits: studentAudits(dossierId),
  })
  expect(own.answers.audits).toHaveLength(2)
  expect(own.answers.audits.map(({ judgement }) => judgement)).toContain('in-order')
  // Its last day passes by itself.
  const { owner } = at.there
  await owner.query(`update relations set until = now() - interval '1 second' where since <= now()
    and relation in ('auditor', 'portfolio-viewer')`)
  await expect(looking()).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('reg-04: an audit that is ended ends the reach that hangs on it, and on no other', async () => {
  const at = await registry()
  const { dossierId } = await attested(at)
  const auditor = await at.there.account('Ada Auditor', ['audit-member'])
  const looking = () => portfolio(at, auditor, 'audits', dossierId)
  const [one, other] = [await planned(at, auditor), await planned(at, auditor, 0, 20)]
  const end = (id: string) => at.change(at.registrar, 'audit-planning', (tx) => endAudit(tx, id))
  await end(one)
  expect(await looking()).toHaveLength(1)
  await end(other)
  await expect(looking()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(end(other)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('reg-04: a finding is written by the auditor of that audit, and only while it runs', async () => {
  const at = await registry()
  const { dossierId } = await attested(at)
  const [ada, bo] = [
    await at.there.account('Ada Auditor', ['audit-member']),
    await at.there.account('Bo Auditor', ['audit-member']),
  ]
  const [own, other] = [await planned(at, ada), await planned(at, bo)]
  const write = (who: WorldAccount, auditId: string, words = 'Alles klopt.') =>
    at.act(who, 'audits', dossierId, (tx) => judge(tx, { auditId, judgement: 'in-order', words }))
  await write(ada, own)
  await write(ada, own, 'Bijna alles klopt.')
  await expect(write(ada, other)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await at.change(at.registrar, 'audit-planning', (tx) => endAudit(tx, other))
  // Another audit of her own lets her in to the same student still.
  const second = await planned(at, ada)
  await at.change(at.registrar, 'audit-planning', (tx) => endAudit(tx, own))
  await expect(write(ada, own, 'Toch niet.')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await write(ada, second)
  // With the guard taken away nothing else would keep it out.
  const { owner } = at.there
  await owner.query(
    `create or replace function judges_now(audit uuid) returns boolean language sql
     as 'select true'`,
  )
  await expect(write(ada, own, 'Toch niet.')).resolves.toBeUndefined()
})

test('reg-04: only a registrar plans, for an auditor, of students there are', async () => {
  const at = await registry()
  const { dossierId } = await attested(at)
  const auditor = await at.there.account('Ada Auditor', ['audit-member'])
  await expect(planned(at, at.registrar)).rejects.toMatchObject({ code: 'AUDITOR_UNKNOWN' })
  await expect(planned(at, auditor, -1)).rejects.toMatchObject({ code: 'AUDIT_DAY_PASSED' })
  await at.there.owner.query("update registrations set state = 'ended'")
  await expect(planned(at, auditor)).rejects.toMatchObject({ code: 'AUDIT_WITHOUT_STUDENTS' })
  const asAuditor = at.change(auditor, 'audits', (tx) => endAudit(tx, randomUUID()))
  await expect(asAuditor).rejects.toMatchObject({ code: 'NOT_FOUND' })
  // A registrar draws students, and reads no portfolio.
  await expect(portfolio(at, at.registrar, 'audit-planning', dossierId)).rejects.toMatchObject({
    code: 'NOT_DECLARED',
  })
})

async function signal(at: Registry, dossierId: string, requirementId: string, partyId: string) {
  const id = randomUUID()
  await at.act(at.registrar, 'signalling', dossierId, (tx) =>
    sendSignal(tx, POST, { id, requirementId, partyId, words: 'Er zijn te weinig dagen.' }),
  )
  return id
}

async function signals(at: Registry, who: WorldAccount, activity: string, dossierId: string) {
  const { dossier, answers } = await at.there.store.open(who.for(activity), dossierId, {
    rows: signalsOf(dossierId),
  })
  return readSignals(dossier, answers.rows)
}

test('reg-03: a signal goes to an institution of the student, is recorded, and the student reads it', async () => {
  const at = await registry()
  const requirementId = await demand(at)
  const { student, dossierId } = await at.inTraining()
  const id = await signal(at, dossierId, requirementId, at.institutionId)
  const read = await signals(at, at.employer, 'signalling', dossierId)
  expect(read).toMatchObject([{ words: 'Er zijn te weinig dagen.', party: 'Ziekenhuis Voorbeeld' }])
  expect(await signals(at, student, 'self-service', dossierId)).toEqual(read)
  // The other institution of the student is told nothing.
  expect(await signals(at, at.teacher, 'signalling', dossierId)).toEqual([])
  const listed = await at.there.store.list(at.teacher.for('signalling'), 'signals', {
    rows: listSignals({ search: '', page: 1 }),
  })
  expect(listed.rows).toEqual([])
  const { rows } = await at.there.owner.query(
    `select recipient, purpose, party_id from deliveries where subject = 'signals'`,
  )
  expect(rows).toEqual([
    { recipient: 'employer', purpose: 'signalling', party_id: at.institutionId },
  ])
  const answering = (who: WorldAccount) =>
    at.act(who, 'signalling', dossierId, (tx) =>
      answerSignal(tx, POST, { id, words: 'Wij vullen aan.' }),
    )
  await expect(answering(at.teacher)).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  await answering(at.employer)
  expect(await signals(at, student, 'self-service', dossierId)).toMatchObject([
    { answer: 'Wij vullen aan.' },
  ])
  const mails = await at.there.owner.query(
    `select count(*)::int as sent from gestand.mails where kind = 'registry-news'`,
  )
  expect(mails.rows).toEqual([{ sent: 4 }])
})

test('reg-03, reg-07: a signal to anyone else is refused by the database', async () => {
  const at = await registry()
  const requirementId = await demand(at)
  const { dossierId } = await at.inTraining()
  const stranger = await at.institution('Ander Ziekenhuis', 'care')
  await expect(signal(at, dossierId, requirementId, stranger)).rejects.toMatchObject({
    code: 'RECIPIENT_UNRELATED',
  })
  // Nor does an institution send one itself.
  const own = at.act(at.employer, 'signalling', dossierId, (tx) =>
    sendSignal(tx, POST, { id: randomUUID(), requirementId, partyId: at.instituteId, words: 'x' }),
  )
  await expect(own).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  const { owner } = at.there
  await owner.query(`delete from recipient_rules where recipient = 'employer'`)
  await expect(signal(at, dossierId, requirementId, at.institutionId)).rejects.toMatchObject({
    code: 'RECIPIENT_UNDECLARED',
  })
  // With the guard taken away nothing else would keep it in.
  await owner.query('alter table signals disable trigger send_signal')
  await expect(signal(at, dossierId, requirementId, stranger)).resolves.toBeTypeOf('string')
})
