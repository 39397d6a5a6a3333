import { expect, test } from 'vitest'
import { TAKING_OVER, Undertakings } from '#modules/registry/index.ts'
import { Spool } from '#store/spool.ts'
import { killAtUpdate } from '#world/dying.ts'
import { registry } from '#world/registry.ts'

const PEOPLE = 700
const SLOW_MS = 60_000
const TODAY = '2026-11-23'
const LIST = [
  'Studentnummer;Voornaam;Achternaam;Geboortedatum;Opleiding;Werkgever;School;Startdatum',
  ...Array.from({ length: PEOPLE }, (_, n) => {
    const born = `${1 + (n % 28)}-${1 + (n % 12)}-${1960 + (n % 40)}`
    return `${n};Naam ${word(n)};Van ${word(n)};${born};IC-1;Ziekenhuis Voorbeeld;Academie Voorbeeld;01-09-2025`
  }),
].join('\n')

/** A name for a number. */
function word(n: number): string {
  return String(n).replaceAll(/\d/g, (digit) => 'aeioubdfkl'.charAt(Number(digit)))
}

/** Brings the list as the page does. */
const SCRIPT = `
  import { Undertakings } from '#modules/registry/index.ts'
  import { connectStore } from '#store/connect.ts'
  import { Spool } from '#store/spool.ts'
  const { store } = connectStore(installation)
  const { organisation, activity } = given
  const authority = { organisation, activity, session: Buffer.from(given.session, 'base64') }
  const bringing = { store, authority, today: given.today }
  const undertakings = new Undertakings()
  const list = async function* () { yield Buffer.from(given.list) }
  const undertaking = await undertakings.bring('it', await Spool.fill(list()), bringing)
  await undertaking.done
  undertakings.carryOut(undertaking, bringing)
  await undertaking.done`

test('killed in the middle of an import, the same list goes on where it was and nobody is in twice', {
  timeout: SLOW_MS,
}, async () => {
  const { there, registrar } = await registry()
  const authority = registrar.for(TAKING_OVER)
  const { organisation, activity, session } = authority
  await killAtUpdate(there, {
    table: 'register_imports',
    when: 'new.done > 300',
    script: SCRIPT,
    given: {
      organisation,
      activity,
      session: session?.toString('base64'),
      today: TODAY,
      list: LIST,
    },
  })
  const count = async () => {
    const { rows } = await there.owner.query<Record<string, number>>(
      `select (select count(*)::int from registrants) as registrants,
         (select count(*)::int from dossiers) as dossiers, done, taken
       from register_imports`,
    )
    return rows
  }
  expect(await count()).toEqual([{ registrants: 300, dossiers: 300, done: 300, taken: 300 }])

  const undertakings = new Undertakings()
  const bringing = { store: there.store, authority, today: TODAY }
  const undertaking = await undertakings.bring('it', await Spool.fill(once(LIST)), bringing)
  await undertaking.done
  undertakings.carryOut(undertaking, bringing)
  await undertaking.done
  expect(undertaking).toMatchObject({ state: 'done', begun: { taken: PEOPLE } })
  expect(await count()).toEqual([
    { registrants: PEOPLE, dossiers: PEOPLE, done: PEOPLE, taken: PEOPLE },
  ])
  const { rows } = await there.owner.query('select distinct given_names from registrants')
  expect(rows).toHaveLength(PEOPLE)
  await undertakings.letGo('it')
})

async function* once(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}
