import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOf, type CaseloadAddress, readAddress } from './caseload-address.ts'

function read(address: string): CaseloadAddress {
  return readAddress(new URLSearchParams(address.split('?')[1]))
}

const addresses = fc
  .record({
    search: fc.constantFrom(undefined, 'de Wit', '2026-00012', 'Yıldız & co'),
    state: fc.constantFrom(undefined, 'intake' as const, 'active' as const, 'closed' as const),
    standingIn: fc.boolean(),
    order: fc.constantFrom('name' as const, 'started' as const, 'consult' as const),
    descending: fc.boolean(),
    page: fc.integer({ min: 1, max: 1_000 }),
  })
  // Standing in is a list of its own, without states.
  .map((asked) => (asked.standingIn ? { ...asked, state: undefined } : asked))

test('an address says what is asked of the caseload, and is read back as the same', () => {
  fc.assert(
    fc.property(addresses, (asked) => {
      const again = read(addressOf(asked, { page: asked.page }))
      expect(again).toEqual(
        Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)),
      )
    }),
  )
})

test('another search, state or order begins at the first page', () => {
  const asked = read('/werk?q=wit&pagina=3')
  expect(addressOf(asked, { state: 'active' })).toBe('/werk?q=wit&staat=lopend')
  expect(addressOf(asked, { search: undefined })).toBe('/werk')
})

test('what an address says that is not known is left out', () => {
  expect(read('/werk?staat=weg&op=onzin&pagina=-3')).toEqual({
    standingIn: false,
    order: 'name',
    descending: false,
    page: 1,
  })
})
