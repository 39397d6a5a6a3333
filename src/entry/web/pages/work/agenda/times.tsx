import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { DateField, TextField } from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { optionalDay, requiredDay } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import { instantAt, TIMES_MAX } from '#modules/practice/index.ts'
import { clockTime } from './fields.tsx'

const words = {
  day: { nl: 'Dag {number}', en: 'Day {number}' },
  time: { nl: 'Tijd {number}', en: 'Time {number}' },
} satisfies Record<string, Text>

const TIME_MISSING = because({
  nl: 'Vul bij deze dag ook een tijd in.',
  en: 'Fill in a time for this day too.',
})

const PLACES = Array.from({ length: TIMES_MAX }, (_, index) => index + 1)

/** One to three times: the first must be filled in, the others may stay empty. */
export const TIMES_INPUT = z
  .object({
    day1: requiredDay(),
    time1: clockTime(),
    day2: optionalDay(),
    time2: z.union([z.literal(''), clockTime()]).default(''),
    day3: optionalDay(),
    time3: z.union([z.literal(''), clockTime()]).default(''),
  })
  .superRefine(({ day2, time2, day3, time3 }, context) => {
    if (day2 && !time2) context.addIssue({ code: 'custom', path: ['time2'], message: TIME_MISSING })
    if (day3 && !time3) context.addIssue({ code: 'custom', path: ['time3'], message: TIME_MISSING })
  })

/** The times that were filled in. */
export function readTimes(input: z.infer<typeof TIMES_INPUT>): Date[] {
  const { day1, time1, day2, time2, day3, time3 } = input
  return [
    [day1, time1],
    [day2, time2],
    [day3, time3],
  ].flatMap(([day, time]) => (day && time ? [instantAt(day, time)] : []))
}

/** Fields for up to three times. */
export function TimesFields({ form }: { form: FormState }): JSX.Element {
  return (
    <>
      {PLACES.map((place) => (
        <>
          <DateField
            name={`day${place}`}
            label={numbered(words.day, place)}
            required={place === 1}
            value={form.value(`day${place}`)}
            error={form.fault(`day${place}`)}
          />
          <TextField
            name={`time${place}`}
            label={numbered(words.time, place)}
            type="time"
            width="short"
            required={place === 1}
            value={form.value(`time${place}`)}
            error={form.fault(`time${place}`)}
          />
        </>
      ))}
    </>
  )
}

function numbered({ nl, en }: Text, place: number): Text {
  return { nl: nl.replace('{number}', `${place}`), en: en.replace('{number}', `${place}`) }
}
