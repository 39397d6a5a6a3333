import { sql } from 'kysely'
import type { Check } from '#duties/promises/check.ts'
import { written } from '#store/query.ts'

interface Held {
  readonly dossier_id: string
  readonly lawful: boolean
  readonly sealed: boolean
}

/** Citizen numbers stand only where a law is named, sealed, and nobody reads them unnoticed. */
export const citizenNumbersGuarded: Check = {
  name: 'citizen-numbers-guarded',
  says: {
    nl: 'burgerservicenummers staan alleen waar een wet dat toestaat, versleuteld, en niemand leest ze ongemerkt',
    en: 'citizen numbers stand only where a law allows it, sealed, and nobody reads them unnoticed',
  },
  keeps: ['citizen-number-guarded', 'categories.citizen-number'],
  looksAt: {
    nl: 'burgerservicenummers en rollen die ze niet mogen lezen',
    en: 'citizen numbers and roles that may not read them',
  },
  codes: {
    NO_LAW: {
      nl: 'burgerservicenummers in een dienst waarvoor geen wet is genoemd ({count})',
      en: 'citizen numbers in a service for which no law is named ({count})',
    },
    UNSEALED: {
      nl: 'burgerservicenummers zijn niet versleuteld ({count})',
      en: 'citizen numbers are not sealed ({count})',
    },
    READABLE: {
      nl: 'verwerkingen kunnen burgerservicenummers ongemerkt lezen ({count})',
      en: 'activities can read citizen numbers unnoticed ({count})',
    },
  },
  run: async (tx) => {
    const held = await tx.evidence(written(sql<Held>`select * from evidence_citizen_numbers()`))
    const readers = await tx.evidence(
      written(sql<{ role: string }>`select role from evidence_citizen_number_readers()`),
    )
    const { rows: roles } = await tx.query('select role from activities')
    return {
      lookedAt: held.length + roles.length,
      findings: [
        ...held
          .filter(({ lawful }) => !lawful)
          .map(({ dossier_id: id }) => ({ code: 'NO_LAW', subject: id })),
        ...held
          .filter(({ sealed }) => !sealed)
          .map(({ dossier_id: id }) => ({ code: 'UNSEALED', subject: id })),
        ...readers.map(({ role }) => ({ code: 'READABLE', subject: role })),
      ],
    }
  },
}
