import { expect, test } from 'vitest'
import { AppError } from '#kernel/error.ts'
import { readCredential } from '#modules/registry/credentials/index.ts'
import { from } from '#store/query.ts'
import { type Graduate, type Graduates, graduates } from '#world/graduates.ts'
import { anotherOwner } from '#world/worker.ts'
import { CREDENTIAL, diplomaNumber, issueDiploma, listToIssue, revokeDiploma } from './index.ts'

test('reg-02: a diploma carries the person’s own data of that moment, and makes a graduate', async () => {
  const register = await graduates()
  const student = await register.student()
  expect(await waiting(register)).toMatchObject([{ dossierId: student.dossierId, total: 1 }])
  const number = await student.issue()
  expect(number).toBe(diplomaNumber(1))
  expect(await waiting(register)).toEqual([])
  expect(await facts(register, student)).toEqual({ kind: 'professional', state: 'graduated' })
  expect(await credentialOf(student, number)).toMatchObject({
    id: `${student.issuing.issuer.base}/diploma/${number}`,
    name: 'Dialyseverpleegkundige',
    issuer: { id: student.issuing.issuer.did },
    credentialSubject: {
      identifier: [{ identityHash: 'Sanne de Wit' }, { identityHash: '1999-02-03' }],
      achievement: { name: 'Dialyseverpleegkundige', version: '3' },
    },
    credentialStatus: { statusListIndex: '1' },
  })
})

test('reg-10: no diploma without both verifications, and none twice', async () => {
  const register = await graduates()
  const student = await register.student({ verified: false })
  expect(await waiting(register)).toEqual([])
  await expect(student.issue()).rejects.toMatchObject({ code: 'DIPLOMA_NOT_VERIFIED' })
  await student.verify()
  const came = await Promise.allSettled([student.issue(), student.issue()])
  expect(came.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expect(student.issue()).rejects.toMatchObject({ code: 'DIPLOMA_NOT_VERIFIED' })
  const { owner } = register.there
  const { rows } = await owner.query('select number from diplomas')
  expect(rows).toEqual([{ number: diplomaNumber(1) }])
})

test('reg-10: without its guard a diploma needs no verification', async () => {
  const register = await graduates()
  const student = await register.student({ verified: false })
  await register.there.owner.query(`
    create or replace function guard_diploma() returns trigger language plpgsql as $$
    begin
      new.serial := 1; new.number := diploma_number(1); return new;
    end $$`)
  expect(await student.issue()).toBe(diplomaNumber(1))
})

test('reg-02: numbers have no gaps, however many are issued at once and some of them taken back', async () => {
  const register = await graduates()
  const students = await Promise.all(
    ['A', 'B', 'C', 'D', 'E', 'F'].map((given) => register.student({ given })),
  )
  await Promise.allSettled(
    students.map((student, index) =>
      student.asRegistrar(async (tx) => {
        await issueDiploma(tx, register.issuing, { submissionId: student.submissionId })
        if (index % 2 === 0) throw new Error('taken back')
      }),
    ),
  )
  for (const student of students) await student.issue().catch(expectIssued)
  const { rows } = await register.there.owner.query<{ number: string; dossiers: number }>(
    `select number, count(*) over (partition by dossier_id) as dossiers from diplomas
     order by serial`,
  )
  expect(rows).toEqual(
    students.map((_, index) => ({ number: diplomaNumber(index + 1), dossiers: 1 })),
  )
})

test('reg-02: a number is never given again, also when its row was lost', async () => {
  const register = await graduates()
  const [first, second] = [await register.student(), await register.student({ given: 'Bo' })]
  await first.issue()
  const { owner } = register.there
  await owner.query('set session_replication_role = replica')
  await owner.query('delete from diploma_documents')
  await owner.query('delete from diplomas')
  await owner.query('set session_replication_role = origin')
  expect(await second.issue()).toBe(diplomaNumber(2))
})

test('reg-02: a corrected name leads to another diploma, and the old one is revoked by it', async () => {
  const register = await graduates()
  const student = await register.student()
  const old = await student.issue()
  await student.asHolder((tx) =>
    tx.run(
      from
        .updateTable('registrants')
        .set({ given_names: 'Sanna' })
        .where('dossier_id', '=', tx.dossierId),
    ),
  )
  await student.asHolder((tx) =>
    tx.run(from.insertInto('reissue_requests').values({ number: old, dossier_id: tx.dossierId })),
  )
  expect(await waiting(register)).toMatchObject([{ replaces: old, submissionId: null }])
  const fresh = await student.issue(old)
  expect(await waiting(register)).toEqual([])
  expect(await states(register, old, fresh)).toEqual(['revoked', 'valid'])
  const name = async (number: string) =>
    (await credentialOf(student, number))?.credentialSubject.identifier[0]?.identityHash
  expect([await name(old), await name(fresh)]).toEqual(['Sanne de Wit', 'Sanna de Wit'])
  await expect(student.issue(old)).rejects.toMatchObject({ code: 'DIPLOMA_REVOKED' })
})

test('a revoked diploma stays revoked, and what was issued does not change, whoever tries', async () => {
  const register = await graduates()
  const student = await register.student()
  const number = await student.issue()
  const revoke = () =>
    student.asRegistrar((tx) => revokeDiploma(tx, register.issuing, { number, reason: 'mistaken' }))
  await revoke()
  await expect(revoke()).rejects.toMatchObject({ code: 'DIPLOMA_REVOKED' })
  const { owner } = register.there
  for (const statement of [
    'delete from diploma_revocations',
    'update diploma_revocations set revoked_on = revoked_on - 1',
    'delete from diplomas',
    `update diplomas set issued_on = issued_on - 1`,
    `update diplomas set dossier_id = gen_random_uuid()`,
  ]) {
    await expect(owner.query(statement)).rejects.toThrow(/DIPLOMA_FIXED|violates foreign key/)
  }
  expect(await states(register, number)).toEqual(['revoked'])
})

test('nothing is revoked but with the list that everybody reads', async () => {
  const register = await graduates()
  const student = await register.student()
  const number = await student.issue()
  const silently = () =>
    student.asRegistrar((tx) =>
      tx.run(from.insertInto('diploma_revocations').values({ number, reason: 'mistaken' })),
    )
  await expect(silently()).rejects.toMatchObject({ code: 'REVOCATION_UNPUBLISHED' })
  expect(await states(register, number)).toEqual(['valid'])
  await register.there.owner.query('drop trigger guard_published on diploma_revocations')
  await silently()
  expect(await states(register, number)).toEqual(['revoked'])
})

test('two who revoke at once both come in the list', async () => {
  const register = await graduates()
  const students = await Promise.all(['A', 'B', 'C'].map((given) => register.student({ given })))
  const numbers: string[] = []
  for (const student of students) numbers.push(await student.issue())
  await Promise.all(
    students.map((student, index) =>
      student.asRegistrar((tx) =>
        revokeDiploma(tx, register.issuing, { number: numbers[index] ?? '', reason: 'withdrawn' }),
      ),
    ),
  )
  const { rows } = await register.there.owner.query('select revoked from revocation_lists')
  expect(rows).toEqual([{ revoked: 3 }])
})

test('who has no key issues nothing, and says so', async () => {
  const register = await graduates({ withKey: false })
  const student = await register.student()
  await expect(student.issue()).rejects.toMatchObject({ code: 'ISSUER_KEY_MISSING' })
  expect(await facts(register, student)).toEqual({ kind: 'student', state: 'enrolled' })
})

test('nobody sees the diplomas of others, and a holder sees no list of numbers', async () => {
  const register = await graduates()
  const [one, other] = [await register.student(), await register.student({ given: 'Bo' })]
  const number = await one.issue()
  await other.issue()
  const list = (student: Graduate) =>
    register.there.store.list(student.account.for('self-service'), 'own-diplomas', {
      rows: from.selectFrom('diplomas').select('number'),
    })
  expect(await list(one)).toEqual({ rows: [{ number }] })
  const stranger = await register.there.account('Vreemd')
  // Refused, or shown nothing: which of the two comes first is for the planner to choose.
  const seen = register.there.store
    .list(stranger.for('diplomas'), 'x', { rows: listToIssue(9) })
    .catch((error: unknown) => ({ rows: error instanceof AppError ? [] : [error] }))
  expect(await seen).toEqual({ rows: [] })
})

async function waiting({ there, registrar }: Graduates) {
  const { rows } = await there.store.list(registrar.for('diplomas'), 'to-issue', {
    rows: listToIssue(10),
  })
  return rows
}

async function facts({ there }: Graduates, { dossierId }: Graduate) {
  const { rows } = await there.owner.query<{ kind: string; state: string }>(
    `select d.kind, r.state from dossiers d join registrations r on r.dossier_id = d.id
     where d.id = $1`,
    [dossierId],
  )
  return rows[0]
}

async function states({ there }: Graduates, ...numbers: string[]): Promise<unknown[]> {
  const client = await anotherOwner(there)
  const { rows } = await client.query<{ state: string }>(
    'select diploma_state(n) as state from unnest($1::text[]) n',
    [numbers],
  )
  return rows.map(({ state }) => state)
}

async function credentialOf(student: Graduate, number: string) {
  const [row] = await student.asHolder((tx) =>
    tx.run(from.selectFrom('diploma_documents').selectAll().where('number', '=', number)),
  )
  if (!row) throw new Error('there is no document')
  return student.asHolder(async (tx) => readCredential(tx.unseal(CREDENTIAL, row.credential)))
}

function expectIssued(error: unknown): void {
  expect(error).toMatchObject({ code: 'DIPLOMA_NOT_VERIFIED' })
}
