import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { TextField } from '#entry/web/components/index.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import type { Text } from '#kernel/language.ts'

const words = {
  name: { nl: 'Naam', en: 'Name' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  emailHint: { nl: 'Van de organisatie zelf.', en: 'Of the organisation itself.' },
} satisfies Record<string, Text>

export const partyInput = z.object({
  name: z.string().trim().min(1).max(200),
  email: z
    .string()
    .trim()
    .max(254)
    .transform((typed) => (typed === '' ? null : typed))
    .pipe(z.email().nullable()),
})

export interface PartyFieldsProps {
  readonly form: FormState
  readonly party?: { readonly name: string; readonly email: string | null }
}

/** What is known of a party. */
export function PartyFields({ form, party }: PartyFieldsProps): JSX.Element {
  return (
    <>
      <TextField
        name="name"
        label={words.name}
        value={form.value('name', party?.name)}
        error={form.fault('name')}
        maxLength={200}
        autocomplete="off"
        required
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        hint={words.emailHint}
        value={form.value('email', party?.email)}
        error={form.fault('email')}
        maxLength={254}
        autocomplete="off"
      />
    </>
  )
}
