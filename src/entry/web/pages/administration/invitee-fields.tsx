import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { RadioGroup, TextField } from '#entry/web/components/index.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { LANGUAGES, type Text } from '#kernel/language.ts'

const words = {
  name: { nl: 'Naam', en: 'Name' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  emailHint: {
    nl: 'Hierheen gaat de link. Wie de link opent, krijgt de toegang.',
    en: 'The link goes here. Whoever opens the link gets the access.',
  },
  language: { nl: 'Taal van de e-mail', en: 'Language of the e-mail' },
  nl: { nl: 'Nederlands', en: 'Dutch' },
  en: { nl: 'Engels', en: 'English' },
} satisfies Record<string, Text>

/** What is asked of everybody who is invited. */
export const inviteeInput = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.string().trim().min(1).max(254).pipe(z.email()),
  language: z.enum(LANGUAGES),
})

/** Name, address and language of who is invited. */
export function InviteeFields({ form }: { form: FormState }): JSX.Element {
  return (
    <>
      <TextField
        name="name"
        label={words.name}
        value={form.value('name')}
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
        value={form.value('email')}
        error={form.fault('email')}
        maxLength={254}
        autocomplete="off"
        required
      />
      <RadioGroup
        name="language"
        label={words.language}
        value={form.value('language', 'nl')}
        error={form.fault('language')}
        options={LANGUAGES.map((language) => ({ value: language, label: words[language] }))}
        required
      />
    </>
  )
}
