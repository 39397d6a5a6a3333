import { z } from 'zod'
import { because } from '#entry/web/http/faults.ts'
import type { Text } from '#kernel/language.ts'

const faults = {
  email: {
    nl: 'Dit is geen e-mailadres. Schrijf het als naam@example.org.',
    en: 'This is not an e-mail address. Write it as name@example.org.',
  },
  phone: {
    nl: 'Dit is geen telefoonnummer. Gebruik cijfers, spaties en eventueel een + vooraan.',
    en: 'This is not a telephone number. Use digits, spaces and possibly a + in front.',
  },
  number: {
    nl: 'Vul alleen het getal in, van 1 tot en met 99999. Letters horen bij de toevoeging.',
    en: 'Fill in the number only, from 1 to 99999. Letters belong to the addition.',
  },
  whole: {
    nl: 'Vul het hele adres in: straat, huisnummer, postcode en plaats.',
    en: 'Fill in the whole address: street, house number, postcode and town.',
  },
} satisfies Record<string, Text>

const PHONE = /^\+?[0-9][0-9 ()-]{5,28}$/
const HOUSE_NUMBER = /^[1-9]\d{0,4}$/
const POSTCODE = /^(\d{4})\s*([A-Za-z]{2})$/

function line(maximum: number) {
  return z.string().trim().max(maximum).optional()
}

/**
 * Contact details as the form sends them: what the form did not have is undefined, what was emptied
 * is empty. An address is whole or not there.
 */
export const contactInput = z
  .object({
    email: line(254).refine((email) => !email || z.email().safeParse(email).success, {
      error: because(faults.email),
    }),
    phone: line(30).refine((phone) => !phone || PHONE.test(phone), {
      error: because(faults.phone),
    }),
    street: line(100),
    houseNumber: line(5).refine((number) => !number || HOUSE_NUMBER.test(number), {
      error: because(faults.number),
    }),
    houseNumberAddition: line(20),
    postcode: line(10).transform((postcode) => postcode?.replace(POSTCODE, writePostcode)),
    city: line(100),
  })
  .superRefine((contact, check) => {
    const parts = ['street', 'houseNumber', 'postcode', 'city'] as const
    if (contact.street === undefined) return
    const filled = parts.filter((part) => contact[part])
    if (filled.length === 0) return
    for (const part of parts.filter((each) => !contact[each])) {
      check.addIssue({ code: 'custom', path: [part], message: because(faults.whole) })
    }
  })

export type ContactInput = z.infer<typeof contactInput>

/** "1234ab" as it is written: "1234 AB". */
function writePostcode(_: string, digits: string, letters: string): string {
  return `${digits} ${letters.toUpperCase()}`
}
