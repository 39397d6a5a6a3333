import { z } from 'zod'
import { SERVICES } from './service.ts'

const name = z.string().min(1).max(100)

/** A client with one engagement as a row gives it, ready to be stored. */
export const importedClient = z.strictObject({
  givenName: name.optional(),
  initials: z.string().max(30).optional(),
  prefix: z.string().max(30).optional(),
  familyName: name,
  /** ISO date. */
  bornOn: z.iso.date().optional(),
  email: z.email().max(254).optional(),
  /** E.164: `+31612345678`. */
  phone: z
    .string()
    .regex(/^\+[1-9]\d{7,14}$/)
    .optional(),
  street: z.string().max(100).optional(),
  houseNumber: z.int().min(1).max(99999).optional(),
  houseNumberAddition: z.string().max(20).optional(),
  /** `1234 AB`, or with the country before it: `B-1000`. */
  postcode: z.string().max(10).optional(),
  city: z.string().max(100).optional(),
  service: z.enum(SERVICES),
  principal: z.string().max(200).optional(),
  coachEmail: z.email().max(254).optional(),
  /** ISO dates. */
  startedOn: z.iso.date().optional(),
  endedOn: z.iso.date().optional(),
  reference: z.string().max(60).optional(),
})

export type ImportedClient = z.infer<typeof importedClient>

/** What was understood of a row, also when it cannot come in as a whole. */
export type ImportFields = { -readonly [Field in keyof ImportedClient]?: ImportedClient[Field] }
