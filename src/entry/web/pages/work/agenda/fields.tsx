import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  CheckboxField,
  DateField,
  RadioGroup,
  TextArea,
  TextField,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { choiceOf, requiredDay, wholeNumber } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import {
  type Appointment,
  APPOINTMENT_PLACE_LIMIT,
  APPOINTMENT_WAYS,
  type AppointmentDetails,
  REMARK_LIMIT,
  wallTimeOf,
} from '#modules/practice/index.ts'
import type { Access } from '#store/access.ts'

const words = {
  day: { nl: 'Dag', en: 'Day' },
  time: { nl: 'Van', en: 'From' },
  minutes: { nl: 'Hoe lang, in minuten?', en: 'How long, in minutes?' },
  way: { nl: 'Hoe?', en: 'How?' },
  place: { nl: 'Waar?', en: 'Where?' },
  placeHint: {
    nl: 'Adres, kamer of nummer. De cliënt leest dit op de eigen pagina, niet in de mail.',
    en: 'Address, room or number. The client reads this on their own page, not in the mail.',
  },
  remark: { nl: 'Opmerking voor de cliënt', en: 'Remark for the client' },
  anyway: { nl: 'Toch plannen', en: 'Plan it anyway' },
} satisfies Record<string, Text>

const TIME_WRONG = because({
  nl: 'Dit is geen tijd. Schrijf uren en minuten, zoals 14:30.',
  en: 'This is not a time. Write hours and minutes, such as 14:30.',
})

/** A time of the day, as a time field sends it. */
export function clockTime(): z.ZodType<string> {
  return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, TIME_WRONG)
}

/** What a form about one appointment holds. */
export const APPOINTMENT_INPUT = {
  day: requiredDay(),
  time: clockTime(),
  minutes: wholeNumber({ minimum: 5, maximum: 600 }),
  way: choiceOf(APPOINTMENT_WAYS),
  place: z.string().trim().max(APPOINTMENT_PLACE_LIMIT).optional(),
  remark: z.string().trim().max(REMARK_LIMIT).optional(),
  anyway: z.literal('on').optional(),
}

export const APPOINTMENT_LABELS = words

export interface AppointmentFieldsProps {
  readonly form: FormState
  readonly access: Access
  readonly appointment?: Appointment & AppointmentDetails
  /** What the address asked for. */
  readonly day?: string
  readonly time?: string
}

const USUAL_MINUTES = '60'
const MINUTE_MS = 60_000

/** When, how and where; what the activity may not write is left out. */
export function AppointmentFields(props: AppointmentFieldsProps): JSX.Element {
  const { form, access, appointment } = props
  const wall = appointment && wallTimeOf(appointment.startsAt)
  const minutes = appointment && `${(+appointment.endsAt - +appointment.startsAt) / MINUTE_MS}`
  return (
    <>
      <DateField
        name="day"
        label={words.day}
        required
        value={form.value('day', wall?.day ?? props.day)}
        error={form.fault('day')}
      />
      <TextField
        name="time"
        label={words.time}
        type="time"
        width="short"
        required
        value={form.value('time', wall?.time ?? props.time)}
        error={form.fault('time')}
      />
      <TextField
        name="minutes"
        label={words.minutes}
        inputmode="numeric"
        width="short"
        required
        value={form.value('minutes', minutes ?? USUAL_MINUTES)}
        error={form.fault('minutes')}
      />
      {form.fault('anyway') && (
        <CheckboxField name="anyway" label={words.anyway} error={form.fault('anyway')} required />
      )}
      <RadioGroup
        name="way"
        label={words.way}
        required
        options={Object.entries(APPOINTMENT_WAYS).map(([value, label]) => ({ value, label }))}
        value={form.value('way', appointment?.way ?? 'office')}
        error={form.fault('way')}
      />
      {access.can('appointment_details', 'insert', 'place') && (
        <TextField
          name="place"
          label={words.place}
          hint={words.placeHint}
          value={form.value('place', appointment?.place)}
          error={form.fault('place')}
          maxLength={APPOINTMENT_PLACE_LIMIT}
          autocomplete="off"
        />
      )}
      {access.can('appointment_details', 'insert', 'remark') && (
        <TextArea
          name="remark"
          label={words.remark}
          value={form.value('remark', appointment?.remark)}
          error={form.fault('remark')}
          maxLength={REMARK_LIMIT}
        />
      )}
    </>
  )
}
