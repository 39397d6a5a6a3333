import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { RadioGroup, TextField } from '#entry/web/components/index.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import { titled } from '#entry/web/titles.ts'
import { optionalText } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'

/** What an institution can be. */
export const SORTS = {
  care: { nl: 'zorginstelling', en: 'care institution' },
  training: { nl: 'opleidingsinstituut', en: 'training institute' },
} satisfies Record<string, Text>

export const sortInput = { sort: z.enum(['care', 'training']), city: optionalText(100) }

/** As what a party trains, and where. */
export function SortFields({ form }: { readonly form: FormState }): JSX.Element {
  return (
    <>
      <RadioGroup
        name="sort"
        label={TRAINING.sort}
        options={[
          { value: 'care', label: titled(SORTS.care) },
          { value: 'training', label: titled(SORTS.training) },
        ]}
        value={form.value('sort')}
        error={form.fault('sort')}
        required
      />
      <TextField
        name="city"
        label={TRAINING.city}
        value={form.value('city')}
        error={form.fault('city')}
      />
    </>
  )
}
