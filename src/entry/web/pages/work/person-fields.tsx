import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Columns,
  DateField,
  Section,
  Stack,
  TextArea,
  TextField,
} from '#entry/web/components/index.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import type { Text } from '#kernel/language.ts'
import type { Person, Profile } from '#modules/practice/index.ts'
import type { Access, Right } from '#store/access.ts'
import type { FieldNotices } from './field-notices.ts'

const words = {
  who: { nl: 'Wie', en: 'Who' },
  givenName: { nl: 'Voornaam', en: 'Given name' },
  initials: { nl: 'Voorletters', en: 'Initials' },
  prefix: { nl: 'Tussenvoegsel', en: 'Prefix' },
  prefixHint: { nl: 'Zoals “van der”', en: 'Such as “van der”' },
  familyName: { nl: 'Achternaam', en: 'Family name' },
  bornOn: { nl: 'Geboortedatum', en: 'Date of birth' },
  reach: { nl: 'Hoe te bereiken', en: 'How to reach' },
  email: { nl: 'E-mailadres', en: 'Email address' },
  phone: { nl: 'Telefoonnummer', en: 'Telephone number' },
  street: { nl: 'Straat', en: 'Street' },
  houseNumber: { nl: 'Huisnummer', en: 'House number' },
  addition: { nl: 'Toevoeging', en: 'Addition' },
  postcode: { nl: 'Postcode', en: 'Postcode' },
  city: { nl: 'Woonplaats', en: 'Town' },
  background: { nl: 'Achtergrond', en: 'Background' },
  education: { nl: 'Opleiding', en: 'Education' },
  career: { nl: 'Loopbaan', en: 'Career' },
} satisfies Record<string, Text>

/** What the fields are called, by name. */
export const PERSON_LABELS: Readonly<Record<string, Text>> = {
  ...words,
  houseNumberAddition: words.addition,
}

const NAME = 100
const LONG = 20_000

export interface PersonFieldsProps {
  readonly form: FormState
  readonly access: Access
  /** Fields that may not be written are left out. */
  readonly right: Right & ('insert' | 'update')
  readonly notices: FieldNotices
  readonly person?: Person | undefined
  readonly profile?: Profile | undefined
}

/** The fields about a person, as far as the statement lets them be asked. */
export function PersonFields(props: PersonFieldsProps): JSX.Element {
  const { access, right } = props
  return (
    <Stack gap="large">
      <Section title={words.who}>
        <Stack>
          <NameFields {...props} />
          {access.can('profiles', right, 'born_on') && <BirthField {...props} />}
        </Stack>
      </Section>
      {access.can('clients', right, 'email') && (
        <Section title={words.reach}>
          <Stack>
            <ContactFields {...props} />
            {access.can('profiles', right, 'street') && <AddressFields {...props} />}
          </Stack>
        </Section>
      )}
      {access.can('profiles', right, 'education') && (
        <Section title={words.background}>
          <BackgroundFields {...props} />
        </Section>
      )}
    </Stack>
  )
}

function NameFields({ form, person, notices }: PersonFieldsProps): JSX.Element {
  return (
    <>
      <Columns shape="halves">
        <TextField
          name="givenName"
          label={words.givenName}
          maxLength={NAME}
          autocomplete="off"
          value={form.value('givenName', person?.givenName)}
          error={form.fault('givenName')}
        />
        <TextField
          name="initials"
          label={words.initials}
          width="medium"
          maxLength={30}
          autocomplete="off"
          value={form.value('initials', person?.initials)}
          error={form.fault('initials')}
        />
      </Columns>
      <Columns shape="halves">
        <TextField
          name="prefix"
          label={words.prefix}
          hint={words.prefixHint}
          width="medium"
          maxLength={30}
          autocomplete="off"
          value={form.value('prefix', person?.prefix)}
          error={form.fault('prefix')}
        />
        <TextField
          name="familyName"
          label={words.familyName}
          required
          maxLength={NAME}
          autocomplete="off"
          value={form.value('familyName', person?.familyName)}
          error={form.fault('familyName')}
          notice={notices('identity')}
        />
      </Columns>
    </>
  )
}

function BirthField({ form, profile }: PersonFieldsProps): JSX.Element {
  return (
    <DateField
      name="bornOn"
      label={words.bornOn}
      value={form.value('bornOn', profile?.bornOn)}
      error={form.fault('bornOn')}
    />
  )
}

function ContactFields({ form, person, notices }: PersonFieldsProps): JSX.Element {
  return (
    <Columns shape="halves">
      <TextField
        name="email"
        type="email"
        label={words.email}
        maxLength={254}
        autocomplete="off"
        value={form.value('email', person?.email)}
        error={form.fault('email')}
        notice={notices('contact')}
      />
      <TextField
        name="phone"
        type="tel"
        label={words.phone}
        width="medium"
        maxLength={30}
        autocomplete="off"
        value={form.value('phone', person?.phone)}
        error={form.fault('phone')}
      />
    </Columns>
  )
}

function AddressFields({ form, profile }: PersonFieldsProps): JSX.Element {
  const number = profile?.houseNumber
  return (
    <>
      <TextField
        name="street"
        label={words.street}
        maxLength={NAME}
        autocomplete="off"
        value={form.value('street', profile?.street)}
        error={form.fault('street')}
      />
      <Columns shape="halves">
        <TextField
          name="houseNumber"
          label={words.houseNumber}
          width="short"
          inputmode="numeric"
          maxLength={5}
          autocomplete="off"
          value={form.value('houseNumber', number ? String(number) : '')}
          error={form.fault('houseNumber')}
        />
        <TextField
          name="houseNumberAddition"
          label={words.addition}
          width="short"
          maxLength={20}
          autocomplete="off"
          value={form.value('houseNumberAddition', profile?.houseNumberAddition)}
          error={form.fault('houseNumberAddition')}
        />
      </Columns>
      <Columns shape="halves">
        <TextField
          name="postcode"
          label={words.postcode}
          width="short"
          maxLength={10}
          autocomplete="off"
          value={form.value('postcode', profile?.postcode)}
          error={form.fault('postcode')}
        />
        <TextField
          name="city"
          label={words.city}
          maxLength={NAME}
          autocomplete="off"
          value={form.value('city', profile?.city)}
          error={form.fault('city')}
        />
      </Columns>
    </>
  )
}

function BackgroundFields({ form, profile, notices }: PersonFieldsProps): JSX.Element {
  return (
    <Stack>
      <TextArea
        name="education"
        label={words.education}
        maxLength={LONG}
        value={form.value('education', profile?.education)}
        error={form.fault('education')}
        notice={notices('education-career')}
      />
      <TextArea
        name="career"
        label={words.career}
        maxLength={LONG}
        value={form.value('career', profile?.career)}
        error={form.fault('career')}
      />
    </Stack>
  )
}
