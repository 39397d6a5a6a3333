import { z } from 'zod'
import { PASSWORD_MAX } from '#accounts/index.ts'
import { because } from '#entry/web/http/faults.ts'

const MISSING = because({ nl: 'Vul uw wachtwoord in.', en: 'Fill in your password.' })
const UNLIKE = because({
  nl: 'Dit is niet twee keer hetzelfde wachtwoord.',
  en: 'This is not the same password twice.',
})

/** A password as it is typed; whether it is good enough is for the accounts to say. */
export const password = z
  .string()
  .min(1, MISSING)
  .max(PASSWORD_MAX * 4)

/** A new password, typed twice. */
export const newPassword = z
  .object({ password, again: z.string() })
  .refine((input) => input.password === input.again, { path: ['again'], message: UNLIKE })
