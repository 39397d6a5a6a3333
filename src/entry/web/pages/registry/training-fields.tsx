import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { DateField, SelectField, useView } from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { requiredDay } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import type {
  OpenProgramme,
  RegistrationLine,
  Training,
  TrainingPlace,
} from '#modules/registry/index.ts'
import { TRAINING } from './words.ts'

/** What can be chosen for a registration. */
export interface TrainingChoices {
  readonly programmes: readonly OpenProgramme[]
  readonly places: readonly TrainingPlace[]
}

export const trainingInput = {
  versionId: z.uuid(),
  institutionId: z.uuid(),
  instituteId: z.uuid(),
  startsOn: requiredDay(),
  plannedEndOn: requiredDay(),
}

/** The last of the two days comes after the first: what a form with them refines its input by. */
export const DAYS_IN_ORDER: readonly [
  (days: Pick<Training, 'startsOn' | 'plannedEndOn'>) => boolean,
  { path: string[]; message: string },
] = [
  ({ startsOn, plannedEndOn }) => startsOn < plannedEndOn,
  {
    path: ['plannedEndOn'],
    message: because({
      nl: 'Deze dag ligt niet na het begin. Kies een latere dag.',
      en: 'This day is not after the start. Choose a later day.',
    }),
  },
]

/** What the fields are called, for what is said of mistakes in them. */
export const TRAINING_LABELS = {
  versionId: TRAINING.programme,
  institutionId: TRAINING.institution,
  instituteId: TRAINING.institute,
} satisfies Record<string, Text>

/** What a form says of a training. */
export function trainingOf(input: Training): Training {
  const { versionId, institutionId, instituteId, startsOn, plannedEndOn } = input
  return { versionId, institutionId, instituteId, startsOn, plannedEndOn }
}

export interface TrainingFieldsProps {
  readonly form: FormState
  readonly choices: TrainingChoices
  /** ISO date. */
  readonly today: string
  /** What stands there already. */
  readonly stored?: RegistrationLine
}

/** Programme, institutions and days of a registration. */
export function TrainingFields({ form, choices, today, stored }: TrainingFieldsProps): JSX.Element {
  const { language } = useView()
  const { programmes, places } = choices
  const programme = programmes.find(({ programmeId }) => programmeId === stored?.programmeId)
  const placesOf = (wanted: TrainingPlace['sort']) =>
    [
      ...new Map(places.filter(({ sort }) => sort === wanted).map((each) => [each.partyId, each])),
    ].map(([value, { name, city }]) => ({ value, label: city === '' ? name : `${name}, ${city}` }))
  return (
    <>
      <SelectField
        name="versionId"
        label={TRAINING.programme}
        options={programmes.map(({ versionId, nameNl, nameEn }) => ({
          value: versionId,
          label: language === 'nl' ? nameNl : nameEn,
        }))}
        value={form.value('versionId', programme?.versionId)}
        error={form.fault('versionId')}
        required
      />
      <SelectField
        name="institutionId"
        label={TRAINING.institution}
        options={placesOf('care')}
        value={form.value('institutionId', stored?.institutionId)}
        error={form.fault('institutionId')}
        required
      />
      <SelectField
        name="instituteId"
        label={TRAINING.institute}
        options={placesOf('training')}
        value={form.value('instituteId', stored?.instituteId)}
        error={form.fault('instituteId')}
        required
      />
      <DateField
        name="startsOn"
        label={TRAINING.startsOn}
        value={form.value('startsOn', stored?.startsOn ?? today)}
        error={form.fault('startsOn')}
        required
      />
      <DateField
        name="plannedEndOn"
        label={TRAINING.plannedEndOn}
        value={form.value('plannedEndOn', stored?.plannedEndOn)}
        error={form.fault('plannedEndOn')}
        required
      />
    </>
  )
}
