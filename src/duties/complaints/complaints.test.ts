import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { accountsOf } from '#world/accounts.ts'
import { bureau, runCheck, sealed } from '#world/bureau.ts'
import { Outbox } from '#jobs/outbox.ts'
import { from } from '#store/query.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { type World, type WorldAccount, world } from '#world/world.ts'
import { findComplaint, listComplaints, listHearings, listSubjects } from './complaint.ts'
import { type EnteredComplaint, enterComplaint, lodgeComplaint, makeComplaint } from './entry.ts'
import {
  acknowledgeComplaint,
  decideComplaint,
  hearSide,
  nameSubject,
  unnameSubject,
  withdrawComplaint,
} from './handling.ts'

const POST = { outbox: new Outbox(WORLD_MASTER), organisation: 'Bureau De Brug' }

const WORDS = {
  subject: 'Mijn afspraak',
  words: 'De afspraak werd drie keer verzet.',
  wish: 'Een vaste dag',
}

interface Office {
  readonly there: World
  readonly officer: WorldAccount
  readonly director: WorldAccount
  readonly administrator: WorldAccount
  readonly coach: WorldAccount
  readonly client: WorldAccount
}

async function office(): Promise<Office> {
  const there = await world()
  const coach = await there.account('Ilse Kramer', ['coach'])
  const client = await there.account('Sam Bakker')
  const { dossierId } = await there.store.change(coach.for('intake'), (tx) =>
    tx.startDossier({ kind: 're-integration' }),
  )
  await there.relate(client.id, dossierId, 'client')
  return {
    there,
    coach,
    client,
    officer: await there.account('Ruben Smit', ['officer']),
    director: await there.account('B. van der Brug', ['manager']),
    administrator: await there.account('Dewi Tan', ['administrator', 'officer']),
  }
}

async function complain({ there, client }: Office, about: readonly WorldAccount[] = []) {
  const id = randomUUID()
  const own = { accountId: client.id, name: 'Sam Bakker', language: 'nl' as const }
  await there.store.change(client.for('self-service'), (tx) =>
    makeComplaint(tx, { id, ...own, about: about.map((each) => each.id), ...WORDS }, POST),
  )
  return id
}

async function seen({ there }: Office, who: WorldAccount, activity = 'complaint-handling') {
  const { all } = await there.store.list(who.for(activity), 'complaints', { all: listComplaints })
  return all.map(({ id }) => id)
}

function enter({ there }: Office, who: WorldAccount, more: Partial<EnteredComplaint>) {
  const id = randomUUID()
  const entered: EnteredComplaint = {
    id,
    channel: 'phone',
    receivedOn: '2026-11-02',
    name: 'Noor Dekker',
    email: null,
    address: 'Dorpsstraat 1',
    language: 'nl',
    about: [],
    ...WORDS,
    ...more,
  }
  return there.store
    .change(who.for('complaint-handling'), (tx) => enterComplaint(tx, entered, POST))
    .then(() => id)
}

test('rei-18, cas-20, zor-06: a client complains, is told that it arrived, and sees by when it is answered', async () => {
  const at = await office()
  const id = await complain(at)
  const { found } = await at.there.store.list(at.client.for('self-service'), 'own-complaints', {
    found: findComplaint(id),
  })
  expect(found).toMatchObject([{ id, ...WORDS, channel: 'mine', state: 'acknowledged' }])
  expect(found[0]?.daysLeft).toBe(42)
  const { rows } = await at.there.owner.query<{ kind: string; account_id: string }>(
    'select kind, account_id from gestand.mails order by kind',
  )
  const told = (kind: string) => rows.filter((row) => row.kind === kind).map((r) => r.account_id)
  expect(told('complaint-received')).toEqual([at.client.id])
  expect(told('complaint-arrived').toSorted()).toEqual(
    [at.officer.id, at.director.id, at.administrator.id].toSorted(),
  )
})

test('rei-18, cas-20, zor-06: a complaint is kept from whom it is about, also when that is an officer, an administrator or the director', async () => {
  const at = await office()
  for (const subject of [at.officer, at.administrator, at.director]) {
    const id = await complain(at, [subject])
    expect(await seen(at, subject)).not.toContain(id)
    const others = [at.officer, at.administrator, at.director].filter((each) => each !== subject)
    for (const other of others) expect(await seen(at, other)).toContain(id)
    const { found, words, subjects } = await at.there.store.list(
      subject.for('complaint-handling'),
      'complaint',
      { found: findComplaint(id), words: listHearings(id), subjects: listSubjects(id) },
    )
    expect([found, words, subjects]).toEqual([[], [], []])
    const hearing = at.there.store.change(subject.for('complaint-handling'), (tx) =>
      hearSide(tx, {
        id: randomUUID(),
        complaintId: id,
        side: 'subject',
        way: 'mail',
        words: 'Niet waar.',
      }),
    )
    await expect(hearing).rejects.toMatchObject({ code: 'NOT_DECLARED' })
    await at.there.store.change(subject.for('complaint-handling'), (own) =>
      unnameSubject(own, id, subject.id),
    )
    expect(await seen(at, subject)).not.toContain(id)
    const { rows } = await at.there.owner.query(
      `select from gestand.mails m where m.kind = 'complaint-arrived' and m.account_id = $1
       and m.queued_at = (select max(queued_at) from gestand.mails)`,
      [subject.id],
    )
    expect(rows).toHaveLength(0)
  }
})

test('without the policy that keeps it from them, whom it is about would see it, and the check finds that', async () => {
  const at = await bureau()
  const { there } = at
  const officer = await there.account('Ruben Smit', ['officer'])
  const office2 = { ...at, officer, director: officer, administrator: officer }
  const id = await complain(office2, [officer])
  expect(await seen(office2, officer)).toEqual([])
  expect((await runCheck(at, 'complaints-kept-from')).codes).toEqual([])
  await there.owner.query('drop policy core_kept_from on complaints')
  expect(await seen(office2, officer)).toEqual([id])
  expect((await runCheck(at, 'complaints-kept-from')).codes).toEqual(['COMPLAINT_SHOWN'])
})

test('who names somebody else as its subject hides it from them at once, and can take that back', async () => {
  const at = await office()
  const id = await enter(at, at.officer, {})
  expect(await seen(at, at.director)).toEqual([id])
  await at.there.store.change(at.officer.for('complaint-handling'), (tx) =>
    nameSubject(tx, id, at.director.id),
  )
  expect(await seen(at, at.director)).toEqual([])
  await at.there.store.change(at.officer.for('complaint-handling'), (tx) =>
    unnameSubject(tx, id, at.director.id),
  )
  expect(await seen(at, at.director)).toEqual([id])
})

test('nobody else sees complaints: no coach, and no other client', async () => {
  const at = await office()
  const id = await complain(at)
  await expect(seen(at, at.coach)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await seen(at, at.coach, 'self-service')).toEqual([])
  expect(await seen(at, at.officer, 'self-service')).toEqual([])
  expect(await seen(at, at.client, 'self-service')).toEqual([id])
})

test('a complaint is decided after both sides were heard, and then nothing is added', async () => {
  const at = await office()
  const id = await complain(at, [at.coach])
  const handle = <T>(work: Parameters<typeof at.there.store.change<T>>[1]) =>
    at.there.store.change(at.officer.for('complaint-handling'), work)
  const outcome = {
    complaintId: id,
    outcome: 'founded',
    reasons: 'Dat klopt.',
    measures: '',
  } as const
  await expect(handle((tx) => decideComplaint(tx, outcome, POST))).rejects.toMatchObject({
    code: 'COMPLAINT_UNHEARD',
  })
  const hear = (side: 'complainant' | 'subject', way: 'phone' | 'declined') =>
    handle((tx) =>
      hearSide(tx, { id: randomUUID(), complaintId: id, side, way, words: 'Gehoord.' }),
    )
  await hear('complainant', 'phone')
  await expect(handle((tx) => decideComplaint(tx, outcome, POST))).rejects.toMatchObject({
    code: 'COMPLAINT_UNHEARD',
  })
  await hear('subject', 'declined')
  await handle((tx) => decideComplaint(tx, outcome, POST))
  await expect(hear('subject', 'phone')).rejects.toMatchObject({ code: 'COMPLAINT_DECIDED' })
  const { found, said } = await at.there.store.list(at.client.for('self-service'), 'complaint', {
    found: findComplaint(id),
    said: listHearings(id),
  })
  expect(found).toMatchObject([{ state: 'decided', outcome: 'founded', reasons: 'Dat klopt.' }])
  expect(said.map(({ side }) => side)).toEqual(['complainant'])
})

test('who complained adds words and withdraws, and decides nothing else', async () => {
  const at = await office()
  const id = await complain(at)
  await at.there.store.change(at.client.for('self-service'), (tx) =>
    hearSide(tx, {
      id: randomUUID(),
      complaintId: id,
      side: 'complainant',
      way: 'mine',
      words: 'Nog iets.',
    }),
  )
  const deciding = at.there.store.change(at.client.for('self-service'), (tx) =>
    tx.run(
      from
        .insertInto('complaint_outcomes')
        .values({ complaint_id: id, outcome: 'founded', reasons: sealed() }),
    ),
  )
  await expect(deciding).rejects.toMatchObject({ code: 'NOT_DECLARED' })
  await at.there.store.change(at.client.for('self-service'), (tx) =>
    withdrawComplaint(tx, id, 'Opgelost.'),
  )
  const { all } = await at.there.store.list(at.officer.for('complaint-handling'), 'complaints', {
    all: listComplaints,
  })
  expect(all).toMatchObject([{ outcome: 'withdrawn', state: 'decided' }])
})

test('somebody without an account complains by the public form, about a function at most', async () => {
  const at = await office()
  const parts = { accounts: accountsOf(at.there).accounts, keys: at.there.keys }
  const id = randomUUID()
  const whence = { organisation: at.there.organisation, address: '192.0.2.7' }
  const who = {
    name: 'Noor Dekker',
    email: 'noor@example.org',
    address: '',
    language: 'en' as const,
  }
  await lodgeComplaint(parts, whence, { id, ...who, ...WORDS, about: ['manager', 'coach'] }, POST)
  expect(await seen(at, at.director)).toEqual([])
  expect(await seen(at, at.officer)).toEqual([id])
  const again = lodgeComplaint(parts, whence, { id, ...who, ...WORDS, about: [] }, POST)
  await expect(again).rejects.toMatchObject({ code: 'DUPLICATE' })
  const more = Array.from({ length: 12 }, () =>
    lodgeComplaint(parts, whence, { id: randomUUID(), ...who, ...WORDS, about: [] }, POST),
  )
  const outcomes = await Promise.allSettled(more)
  expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true)
})

test('a complaint that is refused leaves no key, and one that is made has one', async () => {
  const at = await office()
  const { register, organisation, keys, store } = at.there
  const [made, refused] = [await complain(at), randomUUID()]
  const own = { accountId: at.client.id, name: 'Sam Bakker', language: 'nl' as const }
  const stranger = store.change(at.client.for('self-service'), (tx) =>
    makeComplaint(tx, { id: refused, ...own, about: [refused], ...WORDS }, POST),
  )
  await expect(stranger).rejects.toMatchObject({ code: 'INVALID' })
  expect(await register.listKeys(organisation, [made, refused])).toEqual([made])
  const { fresh } = await keys.prepare(organisation, refused)
  await keys.storeNew(organisation, fresh)
  const late = keys.storeNew(organisation, fresh)
  await expect(late).rejects.toMatchObject({ code: 'CONFLICT' })
})

test('rei-18, cas-20, zor-06: a late, an unacknowledged and an unhandled complaint break the promise, and mending them keeps it', async () => {
  const at = await bureau()
  const check = async () => (await runCheck(at, 'complaints-answered')).codes
  const director = await at.there.account('B. van der Brug', ['manager'])
  const at2 = { ...at, officer: director, director, administrator: director }
  const old = await enter(at2, director, { receivedOn: '2026-01-05' })
  expect(await check()).toEqual(['COMPLAINT_LATE'])
  await at.there.owner.query(`delete from complaints where id = $1`, [old])
  const { rows } = await at.there.owner.query<{ day: string }>(
    `select (gestand.today() - 10)::text as day`,
  )
  const id = await enter(at2, director, { receivedOn: rows[0]?.day ?? '' })
  expect(await check()).toEqual(['COMPLAINT_UNACKNOWLEDGED'])
  await at.there.store.change(director.for('complaint-handling'), (tx) =>
    acknowledgeComplaint(tx, id, 'letter'),
  )
  expect(await check()).toEqual([])
  await complain(at2, [director])
  expect(await check()).toEqual(['COMPLAINT_NOBODY'])
  await at.there.account('Ruben Smit', ['officer'])
  expect(await check()).toEqual([])
})
