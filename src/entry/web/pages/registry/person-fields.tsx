import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { DateField, TextField } from '#entry/web/components/index.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import {
  emailOrEmpty,
  optionalText,
  requiredDay,
  requiredText,
  wholeNumber,
} from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import type { Registrant, RegistrantView } from '#modules/registry/index.ts'

export const PERSON_LABELS = {
  givenNames: { nl: 'Voornamen, zoals in uw paspoort', en: 'Given names, as in your passport' },
  prefix: { nl: 'Tussenvoegsel', en: 'Prefix' },
  familyName: { nl: 'Achternaam', en: 'Family name' },
  bornOn: { nl: 'Geboortedatum', en: 'Date of birth' },
  birthPlace: { nl: 'Geboorteplaats', en: 'Place of birth' },
  email: { nl: 'E-mailadres', en: 'Email address' },
  phone: { nl: 'Telefoonnummer', en: 'Telephone number' },
  street: { nl: 'Straat', en: 'Street' },
  houseNumber: { nl: 'Huisnummer', en: 'House number' },
  houseNumberAddition: { nl: 'Toevoeging', en: 'Addition' },
  postcode: { nl: 'Postcode', en: 'Postcode' },
  city: { nl: 'Woonplaats', en: 'Town' },
} satisfies Record<string, Text>

export const personInput = {
  givenNames: requiredText(200),
  prefix: optionalText(30),
  familyName: requiredText(100),
  bornOn: requiredDay(),
  birthPlace: requiredText(100),
  email: emailOrEmpty(),
  phone: optionalText(30),
  street: requiredText(100),
  houseNumber: wholeNumber({ minimum: 1, maximum: 99_999 }),
  houseNumberAddition: optionalText(20),
  postcode: requiredText(10),
  city: requiredText(100),
}

const typed = z.object(personInput)

/** What a form says of a person. */
export function registrantOf(input: z.infer<typeof typed>): Registrant {
  const { email, phone, houseNumberAddition, ...rest } = input
  return {
    givenNames: rest.givenNames,
    prefix: rest.prefix,
    familyName: rest.familyName,
    bornOn: rest.bornOn,
    birthPlace: rest.birthPlace,
    street: rest.street,
    houseNumber: rest.houseNumber,
    postcode: rest.postcode,
    city: rest.city,
    ...(email !== '' && { email }),
    ...(phone !== '' && { phone }),
    ...(houseNumberAddition !== '' && { houseNumberAddition }),
  }
}

export interface PersonFieldsProps {
  readonly form: FormState
  /** What stands there now. */
  readonly stored?: RegistrantView | Registrant | undefined
}

/** Name, birth and address, as somebody enters them about themselves. */
export function PersonFields({ form, stored }: PersonFieldsProps): JSX.Element {
  const field = (name: Exclude<keyof typeof PERSON_LABELS, 'bornOn' | 'houseNumber'>) => ({
    name,
    label: PERSON_LABELS[name],
    value: form.value(name, stored?.[name]),
    error: form.fault(name),
  })
  return (
    <>
      <TextField {...field('givenNames')} autocomplete="given-name" required />
      <TextField {...field('prefix')} width="short" />
      <TextField {...field('familyName')} autocomplete="family-name" required />
      <DateField
        name="bornOn"
        label={PERSON_LABELS.bornOn}
        value={form.value('bornOn', stored?.bornOn)}
        error={form.fault('bornOn')}
        autocomplete="bday"
        required
      />
      <TextField {...field('birthPlace')} required />
      <TextField {...field('street')} autocomplete="address-line1" required />
      <TextField
        name="houseNumber"
        label={PERSON_LABELS.houseNumber}
        value={form.value('houseNumber', stored?.houseNumber?.toString())}
        error={form.fault('houseNumber')}
        inputmode="numeric"
        width="short"
        required
      />
      <TextField {...field('houseNumberAddition')} width="short" />
      <TextField {...field('postcode')} autocomplete="postal-code" width="short" required />
      <TextField {...field('city')} autocomplete="address-level2" required />
      <TextField {...field('email')} type="email" autocomplete="email" />
      <TextField {...field('phone')} type="tel" autocomplete="tel" />
    </>
  )
}
