import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { SelectField, TextField, useView } from '#entry/web/components/index.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { LANGUAGE_OPTIONS } from '#entry/web/pages/work/language-choice.ts'
import type { Text } from '#kernel/language.ts'
import { TRAINING } from './words.ts'

interface InviteProps {
  readonly form: FormState
  readonly nameHint?: Text
}

/** Who is invited: a name, an address, and the language of the mail. */
export function InviteFields({ form, nameHint }: InviteProps): JSX.Element {
  const { language } = useView()
  return (
    <>
      <TextField
        name="name"
        label={TRAINING.name}
        hint={nameHint}
        value={form.value('name')}
        error={form.fault('name')}
        required
      />
      <TextField
        name="email"
        type="email"
        label={TRAINING.email}
        value={form.value('email')}
        error={form.fault('email')}
        required
      />
      <SelectField
        name="language"
        label={TRAINING.language}
        options={LANGUAGE_OPTIONS}
        value={form.value('language', language)}
        error={form.fault('language')}
        required
      />
    </>
  )
}
