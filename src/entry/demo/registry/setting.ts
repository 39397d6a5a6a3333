import { randomUUID } from 'node:crypto'
import { AccountSeal } from '#accounts/account-seal.ts'
import { hashPassword } from '#accounts/password.ts'
import { DEMO_PASSWORD, DEMO_SECRET } from '#entry/demo/account.ts'
import { addDays, momentOn } from '#entry/demo/day.ts'
import { insertRows } from '#entry/demo/seed/insertion.ts'
import type { Owner } from '#store/owner.ts'
import { everybody, type Ids, type RegisterLoad } from './load.ts'
import { INSTITUTION_PEOPLE, INSTITUTIONS } from './people.ts'
import { PROGRAMMES, REQUIREMENTS } from './programmes.ts'
import type { RegisterAccreditation } from './register.ts'

export async function insertAccounts(
  { owner, master, today }: RegisterLoad,
  ids: Ids,
): Promise<void> {
  const seal = new AccountSeal(master)
  const hashed = await hashPassword(DEMO_PASSWORD)
  const since = new Date(momentOn(addDays(today, -900), 0))
  const people = everybody().map((each) => ({ ...each, id: ids.accounts.get(each.email) ?? '' }))
  await insertRows(
    owner,
    'gestand.accounts',
    people.map(({ id, email, name }) => ({ id, email, name, language: 'nl', created_at: since })),
  )
  await insertRows(
    owner,
    'gestand.passwords',
    people.map(({ id }) => ({
      account_id: id,
      sealed: seal.seal('password', id, hashed),
      master: seal.masterId,
      changed_at: since,
    })),
  )
  const staff = people.filter(({ functions }) => functions.length > 0)
  await insertRows(
    owner,
    'gestand.second_factors',
    staff.map(({ id }) => ({
      account_id: id,
      sealed: seal.seal('second-factor', id, DEMO_SECRET),
      master: seal.masterId,
      last_step: 0,
      since,
    })),
  )
  await insertRows(
    owner,
    'members',
    staff.map(({ id, name, about }) => ({ account_id: id, name, title: about.nl })),
  )
  await insertRows(
    owner,
    'functions',
    staff.flatMap(({ id, functions }) =>
      functions.map((word) => ({ account_id: id, function: word, since })),
    ),
  )
}

export async function insertProgrammes(owner: Owner, ids: Ids): Promise<void> {
  await insertRows(
    owner,
    'programmes',
    PROGRAMMES.map(({ code, nl, en }, place) => ({
      id: ids.programmes[place] ?? '',
      code,
      name_nl: nl,
      name_en: en,
    })),
  )
  await insertRows(
    owner,
    'programme_versions',
    PROGRAMMES.map(({ months }, place) => ({
      id: ids.versions[place] ?? '',
      programme_id: ids.programmes[place] ?? '',
      number: 1,
      starts_on: '2018-01-01',
      months,
    })),
  )
  await insertRows(
    owner,
    'programme_requirements',
    ids.versions.flatMap((version_id) =>
      REQUIREMENTS.map(({ nl, en }, place) => ({
        id: randomUUID(),
        version_id,
        place: place + 1,
        text_nl: nl,
        text_en: en,
      })),
    ),
  )
}

/** The first who acts for an institution becomes its administrator. */
export async function insertInstitutions(owner: Owner, ids: Ids): Promise<void> {
  await insertRows(
    owner,
    'parties',
    INSTITUTIONS.map(({ name }, place) => ({
      id: ids.parties[place] ?? '',
      name,
      email: `opleidingen@instelling${place + 1}.example.org`,
    })),
  )
  await insertRows(
    owner,
    'institutions',
    INSTITUTIONS.map(({ sort, city }, place) => ({
      party_id: ids.parties[place] ?? '',
      sort,
      city,
    })),
  )
  for (const { email, institution = 0 } of INSTITUTION_PEOPLE) {
    await insertRows(owner, 'affiliations', [
      { party_id: ids.parties[institution] ?? '', account_id: ids.accounts.get(email) ?? '' },
    ])
  }
  const alsoFor = INSTITUTION_PEOPLE.flatMap(({ email, also }) =>
    also === undefined
      ? []
      : [{ party_id: ids.parties[also] ?? '', account_id: ids.accounts.get(email) ?? '' }],
  )
  await insertRows(owner, 'affiliations', alsoFor)
  // Somebody to work with already, who may come to train.
  await insertRows(owner, 'parties', [
    { name: 'Revalidatiecentrum De Wending', email: 'bestuur@wending.example.org' },
  ])
}

export async function insertAccreditations(
  { owner, today }: RegisterLoad,
  ids: Ids,
  accreditations: readonly RegisterAccreditation[],
): Promise<void> {
  await insertRows(
    owner,
    'accreditations',
    accreditations.map(({ id, programme, institution, state }) => ({
      id,
      party_id: ids.parties[institution] ?? '',
      programme_id: ids.programmes[programme] ?? '',
      applied_on: addDays(today, state === 'applied' ? -21 : -1500),
    })),
  )
  const visited = accreditations.filter(({ state }) => state !== 'applied')
  await insertRows(
    owner,
    'accreditation_visits',
    visited.map(({ id }) => ({
      id: randomUUID(),
      accreditation_id: id,
      visited_on: addDays(today, -1460),
      found: 'De begeleiding op de afdeling is goed geregeld.',
    })),
  )
  await insertRows(
    owner,
    'accreditation_decisions',
    visited.map(({ id, state }) => ({
      accreditation_id: id,
      decision: state === 'refused' ? 'refused' : 'granted',
      starts_on: state === 'refused' ? null : addDays(today, -1400),
      ends_on:
        state === 'refused' ? null : state === 'ending' ? addDays(today, 90) : addDays(today, 900),
      reason: state === 'refused' ? 'Er zijn nu te weinig werkbegeleiders.' : '',
    })),
  )
}
