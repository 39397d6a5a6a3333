import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  CheckboxField,
  DateField,
  dayOf,
  SelectField,
  TextField,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { choiceOf, optionalText, requiredDay } from '#entry/web/pages/work/input.ts'
import { titled } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import {
  readMinutes,
  sayMinutes,
  TIME_KINDS,
  TIME_REMARK_LIMIT,
  type TimeEntryView,
  type TimeSpent,
} from '#modules/practice/index.ts'

export const TIME_LABELS = {
  day: { nl: 'Dag', en: 'Day' },
  time: { nl: 'Tijd', en: 'Time' },
  kind: { nl: 'Soort werk', en: 'Kind of work' },
  billable: { nl: 'Op de factuur', en: 'On the invoice' },
  remark: { nl: 'Opmerking', en: 'Remark' },
} satisfies Record<string, Text>

const words = {
  timeHint: { nl: 'In minuten, of als 1:30', en: 'In minutes, or as 1:30' },
  remarkHint: {
    nl: 'De cliënt leest dit. Wie facturen maakt, leest dit niet.',
    en: 'The client reads this. Whoever makes invoices does not.',
  },
} satisfies Record<string, Text>

const TIME_WRONG = because({
  nl: 'Schrijf minuten, zoals 90, of uren en minuten, zoals 1:30. Hoogstens 24 uur.',
  en: 'Write minutes, such as 90, or hours and minutes, such as 1:30. At most 24 hours.',
})

export const timeInput = {
  day: requiredDay(),
  time: z
    .string()
    .refine((text) => readMinutes(text) !== undefined, TIME_WRONG)
    .transform((text) => readMinutes(text) ?? 0),
  kind: choiceOf(TIME_KINDS),
  billable: z.literal('on').optional(),
  remark: optionalText(TIME_REMARK_LIMIT),
}

/** What the fields say, as it is recorded. */
export function timeSpent(input: {
  readonly day: string
  readonly time: number
  readonly kind: TimeSpent['kind']
  readonly billable?: 'on' | undefined
  readonly remark: string
}): TimeSpent {
  const { billable, day, kind, remark, time } = input
  return { day, minutes: time, kind, billable: billable === 'on', remark }
}

/** Day, time, kind of work, and whether it goes on the invoice. */
export function TimeFields(props: {
  form: FormState
  entry?: TimeEntryView | undefined
  day?: string
}): JSX.Element {
  const { day, entry, form } = props
  const today = dayOf(new Date())
  const returned = Object.keys(form.values).length > 0
  return (
    <>
      <DateField
        name="day"
        label={TIME_LABELS.day}
        required
        max={today}
        value={form.value('day', entry?.day ?? day ?? today)}
        error={form.fault('day')}
      />
      <TextField
        name="time"
        label={TIME_LABELS.time}
        hint={words.timeHint}
        width="short"
        inputmode="text"
        required
        value={form.value('time', entry && sayMinutes(entry.minutes))}
        error={form.fault('time')}
      />
      <SelectField
        name="kind"
        label={TIME_LABELS.kind}
        required
        options={Object.entries(TIME_KINDS).map(([value, label]) => ({
          value,
          label: titled(label),
        }))}
        value={form.value('kind', entry?.kind)}
        error={form.fault('kind')}
      />
      <CheckboxField
        name="billable"
        label={TIME_LABELS.billable}
        checked={returned ? form.values['billable'] === 'on' : (entry?.billable ?? true)}
      />
      <TextField
        name="remark"
        label={TIME_LABELS.remark}
        hint={words.remarkHint}
        value={form.value('remark', entry?.remark)}
        error={form.fault('remark')}
      />
    </>
  )
}
