import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import type { Agreement } from '#duties/register/agreement.ts'
import {
  DateField,
  Form,
  type Option,
  SelectField,
  TextArea,
  TextField,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import type { Text } from '#kernel/language.ts'

const words = {
  recipient: { nl: 'Met wie', en: 'With whom' },
  title: { nl: 'Naam van de overeenkomst', en: 'Name of the agreement' },
  startsOn: { nl: 'Geldt vanaf', en: 'Holds from' },
  endsOn: { nl: 'Geldt tot en met', en: 'Holds until' },
  endsOnWhy: {
    nl: 'Laat leeg als zij geldt zolang de dienst loopt.',
    en: 'Leave empty when it holds as long as the service lasts.',
  },
  early: { nl: 'Deze dag ligt voor het begin.', en: 'This day is before the beginning.' },
  country: { nl: 'Land waar de gegevens staan', en: 'Country where the data are' },
  countryWhy: { nl: 'Twee letters, zoals NL.', en: 'Two letters, such as NL.' },
  countryWrong: {
    nl: 'Schrijf twee hoofdletters, zoals NL.',
    en: 'Write two capitals, such as NL.',
  },
  safeguard: { nl: 'Waarborg buiten de EER', en: 'Safeguard outside the EEA' },
  safeguardWhy: {
    nl: 'Bijvoorbeeld: modelcontractbepalingen van de Europese Commissie.',
    en: 'For example: standard contractual clauses of the European Commission.',
  },
  subProcessors: { nl: 'Subverwerkers', en: 'Sub-processors' },
  contact: { nl: 'Wie belt u bij een incident', en: 'Whom to call in an incident' },
  remark: { nl: 'Opmerking', en: 'Remark' },
  save: { nl: 'Opslaan', en: 'Save' },
} satisfies Record<string, Text>

const emptyIsNull = (value: string) => (value === '' ? null : value)

/** What an agreement is filled in with. */
export const agreementInput = z
  .object({
    recipient: z.string().min(1).max(60),
    title: z.string().trim().min(1).max(200),
    startsOn: z.iso.date(),
    endsOn: z.union([z.literal(''), z.iso.date()]).transform(emptyIsNull),
    country: z
      .string()
      .trim()
      .regex(/^(?:[A-Z]{2})?$/, because(words.countryWrong))
      .transform(emptyIsNull),
    safeguard: z.string().trim().max(500),
    subProcessors: z.string().trim().max(2000),
    contact: z.string().trim().max(300),
    remark: z.string().trim().max(2000),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
    path: ['endsOn'],
    message: because(words.early),
  })

export const agreementLabels = {
  recipient: words.recipient,
  title: words.title,
  startsOn: words.startsOn,
  endsOn: words.endsOn,
  country: words.country,
} as const

export interface AgreementFormProps {
  readonly action: string
  readonly cancelHref: string
  readonly form: FormState
  readonly recipients: readonly Option[]
  /** What it has now. */
  readonly agreement: Partial<Agreement>
}

/** The fields of an agreement. */
export function AgreementForm(props: AgreementFormProps): JSX.Element {
  const { action, cancelHref, form, recipients, agreement } = props
  const field = (name: keyof typeof agreementInput.shape) => ({
    name,
    label: words[name],
    value: form.value(name, agreement[name]),
    error: form.fault(name),
  })
  return (
    <Form action={action} submit={words.save} cancelHref={cancelHref} formId={form.formId}>
      <SelectField {...field('recipient')} options={recipients} required />
      <TextField {...field('title')} maxLength={200} required />
      <DateField {...field('startsOn')} required />
      <DateField {...field('endsOn')} hint={words.endsOnWhy} />
      <TextField {...field('country')} hint={words.countryWhy} width="short" maxLength={2} />
      <TextArea {...field('safeguard')} hint={words.safeguardWhy} maxLength={500} />
      <TextArea {...field('subProcessors')} maxLength={2000} />
      <TextField {...field('contact')} maxLength={300} autocomplete="off" />
      <TextArea {...field('remark')} maxLength={2000} />
    </Form>
  )
}
