import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DateText,
  type Description,
  DescriptionList,
  Muted,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import { type Profile, sayName } from '#modules/practice/index.ts'
import type { OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { SourceText } from './source.tsx'

const words = {
  name: { nl: 'Naam', en: 'Name' },
  born: { nl: 'Geboren op', en: 'Born on' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  phone: { nl: 'Telefoonnummer', en: 'Telephone number' },
  address: { nl: 'Adres', en: 'Address' },
  education: { nl: 'Opleiding', en: 'Education' },
  career: { nl: 'Loopbaan', en: 'Career' },
} satisfies Record<string, Text>

/** What is known of the client's person, as far as the statement gives it. */
export function ProfileFacts({ file }: { file: OwnFile }): JSX.Element {
  const { access, dossier } = file
  const { client, profile } = dossier
  const reads = (table: string, column: string): boolean => access.can(table, 'select', column)
  const items: (Description & { readonly given: boolean; readonly from: string })[] = [
    {
      given: reads('clients', 'family_name'),
      from: 'clients.family_name',
      term: words.name,
      value: client && sayName(client),
    },
    {
      given: reads('profiles', 'born_on'),
      from: 'profiles.born_on',
      term: words.born,
      value: profile.bornOn && <DateText day={profile.bornOn} />,
    },
    {
      given: reads('clients', 'email'),
      from: 'clients.email',
      term: words.email,
      value: client?.email,
    },
    {
      given: reads('clients', 'phone'),
      from: 'clients.phone',
      term: words.phone,
      value: client?.phone,
    },
    {
      given: reads('profiles', 'street'),
      from: 'profiles.street',
      term: words.address,
      value: sayAddress(profile),
    },
    {
      given: reads('profiles', 'education'),
      from: 'profiles.education',
      term: words.education,
      value: profile.education && <WrittenText text={profile.education} />,
    },
    {
      given: reads('profiles', 'career'),
      from: 'profiles.career',
      term: words.career,
      value: profile.career && <WrittenText text={profile.career} />,
    },
  ]
  return (
    <DescriptionList
      items={items
        .filter(({ given }) => given)
        .map(({ term, value, from }) => ({
          term,
          value: value && <WithSource file={file} from={from} value={value} />,
        }))}
    />
  )
}

/** A detail with from whom it came, and along which way. */
function WithSource(props: { file: OwnFile; from: string; value: Child }): JSX.Element {
  const { file, from, value } = props
  const source = file.dossier.valueSources.find((each) => each.value === from)
  return (
    <>
      {value}
      {source && (
        <Muted>
          {' '}
          (<SourceText {...source} />)
        </Muted>
      )}
    </>
  )
}

/** An address on one line: "Voorbeeldkade 1a, 0000 AA Voorbeeldstad". */
function sayAddress(profile: Profile): string {
  const { street, houseNumber, houseNumberAddition = '', postcode, city } = profile
  const number = houseNumber ? `${houseNumber}${houseNumberAddition}` : ''
  const lines = [
    [street, number],
    [postcode, city],
  ].map((parts) => parts.filter(Boolean).join(' '))
  return lines.filter(Boolean).join(', ')
}
