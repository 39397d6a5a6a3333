import { z } from 'zod'
import { dayOf } from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import type { Intake, Person, Profile } from '#modules/practice/index.ts'
import { CHANNELS } from '#modules/practice/index.ts'
import {
  choiceOf,
  dayOrEmpty,
  emailOrEmpty,
  optionalDay,
  optionalId,
  optionalText,
  requiredText,
} from './input.ts'

const NAME = 100
const SHORT = 30
const PARTY = 200
const LONG = 20_000
const REFERENCE = 60

const PHONE_WRONG = because({
  nl: 'Dit is geen telefoonnummer. Schrijf het als 06 12345678 of +31 6 12345678.',
  en: 'This is not a telephone number. Write it as 06 12345678 or +31 6 12345678.',
})
const phone = z
  .union([
    z.literal(''),
    z
      .string()
      .trim()
      .regex(/^\+?[0-9][0-9 ()-]{5,28}$/, PHONE_WRONG),
  ])
  .default('')

const NUMBER_WRONG = because({
  nl: 'Schrijf hier alleen het nummer. Een letter of toevoeging komt in het vakje daarnaast.',
  en: 'Write only the number here. A letter or addition goes in the next field.',
})
const houseNumber = z
  .string()
  .trim()
  .regex(/^([1-9][0-9]{0,4})?$/, NUMBER_WRONG)
  .transform((text) => (text === '' ? null : Number(text)))
  .optional()

const BORN_WRONG = because({
  nl: 'Deze geboortedatum kan niet. Kijk het jaar na.',
  en: 'This date of birth cannot be right. Check the year.',
})
const bornOn = dayOrEmpty()
  .refine((day) => day === '' || (day > '1900-01-01' && day <= dayOf(new Date())), BORN_WRONG)
  .optional()

/** What is asked of a client: fields that the page left out stay as they are. */
export const personInput = z.object({
  givenName: z.string().trim().max(NAME).optional(),
  initials: z.string().trim().max(SHORT).optional(),
  prefix: z.string().trim().max(SHORT).optional(),
  familyName: requiredText(NAME),
  bornOn,
  email: emailOrEmpty().optional(),
  phone: phone.optional(),
  street: z.string().trim().max(NAME).optional(),
  houseNumber,
  houseNumberAddition: z.string().trim().max(20).optional(),
  postcode: z.string().trim().max(10).transform(tidyPostcode).optional(),
  city: z.string().trim().max(NAME).optional(),
  education: z.string().trim().max(LONG).optional(),
  career: z.string().trim().max(LONG).optional(),
})

export type PersonInput = z.infer<typeof personInput>

const PARTY_TWICE = because({
  nl: 'Kies een opdrachtgever of vul een nieuwe in, niet allebei.',
  en: 'Choose a principal or fill in a new one, not both.',
})

const CHANNEL_MISSING = because({
  nl: 'Kies hoe de opdrachtgever dit liet weten.',
  en: 'Choose how the principal told this.',
})

const KIND_MISSING = because({
  nl: 'Kies een van de mogelijkheden.',
  en: 'Choose one of the options.',
})

/** The whole intake form, in the order of its fields. */
export const intakeInput = z
  .object({
    kind: z.string(KIND_MISSING).min(1, KIND_MISSING),
    ...personInput.shape,
    principalId: optionalId(),
    newPrincipal: optionalText(PARTY),
    newPrincipalEmail: emailOrEmpty().default(''),
    orderReference: optionalText(REFERENCE),
    orderedOn: optionalDay(),
    points: optionalText(LONG),
    pointsChannel: z
      .union([z.literal('').transform(() => undefined), choiceOf(CHANNELS)])
      .optional(),
  })
  .refine(({ principalId, newPrincipal }) => !principalId || newPrincipal === '', {
    path: ['newPrincipal'],
    message: PARTY_TWICE,
  })
  .refine(({ points, pointsChannel }) => points === '' || pointsChannel !== undefined, {
    path: ['pointsChannel'],
    message: CHANNEL_MISSING,
  })

export type IntakeInput = z.infer<typeof intakeInput>

export function toPerson(input: PersonInput): Person {
  const { email: mail, familyName, givenName, initials, phone: telephone, prefix } = input
  return { familyName, givenName, initials, prefix, email: mail, phone: telephone }
}

export function toProfile(input: PersonInput): Profile {
  const { city, houseNumberAddition, postcode, street } = input
  return {
    bornOn: input.bornOn,
    street,
    houseNumber: input.houseNumber,
    houseNumberAddition,
    postcode,
    city,
    education: input.education,
    career: input.career,
  }
}

/** The intake as the practice takes it, but for the principal, who may have to be added first. */
export function toIntake(input: IntakeInput): Omit<Intake, 'principalId'> {
  const { kind, orderReference, orderedOn, points, pointsChannel } = input
  return {
    kind,
    person: toPerson(input),
    profile: withoutEmpty(toProfile(input)),
    orderReference,
    orderedOn,
    ...(points !== '' && pointsChannel && { points: { body: points, channel: pointsChannel } }),
  }
}

/** What was left empty is not stored, not even sealed. */
function withoutEmpty(profile: Profile): Profile {
  return Object.fromEntries(Object.entries(profile).filter(([, value]) => value))
}

/** "1234ab" as "1234 AB"; anything else as it was typed. */
function tidyPostcode(text: string): string {
  const [, digits, letters] = /^(\d{4})\s*([a-z]{2})$/i.exec(text) ?? []
  return digits && letters ? `${digits} ${letters.toUpperCase()}` : text
}
