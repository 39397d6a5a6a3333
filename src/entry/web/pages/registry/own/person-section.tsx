import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DateText,
  DescriptionList,
  LinkButton,
  Muted,
  Section,
  useSay,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { RegistrantSource, RegistrantView } from '#modules/registry/index.ts'
import type { OwnTraining } from './own-training.ts'

const words = {
  title: { nl: 'Uw gegevens', en: 'Your details' },
  names: { nl: 'Naam', en: 'Name' },
  bornOn: { nl: 'Geboren', en: 'Born' },
  address: { nl: 'Adres', en: 'Address' },
  email: { nl: 'E-mailadres', en: 'Email address' },
  phone: { nl: 'Telefoon', en: 'Telephone' },
  change: { nl: 'Wijzigen', en: 'Change' },
  on: { nl: 'op', en: 'on' },
} satisfies Record<string, Text>

const SOURCES: Readonly<Record<RegistrantSource, Text>> = {
  person: { nl: 'Door uzelf ingevuld', en: 'Entered by yourself' },
  request: {
    nl: 'Door onze functionaris ingevuld, omdat u dat schriftelijk vroeg',
    en: 'Entered by our officer, because you asked in writing',
  },
  import: {
    nl: 'Overgenomen uit een eerder register. Controleer ze, want wij kunnen dat niet',
    en: 'Taken over from an earlier register. Check them, for we cannot',
  },
}

/** Who one is, as one entered it, and that only oneself changes it. */
export function PersonSection({ of }: { of: OwnTraining }): JSX.Element | null {
  const say = useSay()
  const { registrant } = of.view
  if (!registrant) return null
  const { source, enteredAt, bornOn, birthPlace } = registrant
  return (
    <Section
      title={words.title}
      action={<LinkButton href={`${of.file.path}/persoon`} label={words.change} look="plain" />}
    >
      <DescriptionList
        items={[
          {
            term: words.names,
            value: [registrant.givenNames, registrant.prefix, registrant.familyName]
              .filter(Boolean)
              .join(' '),
          },
          {
            term: words.bornOn,
            value: bornOn !== undefined && (
              <>
                <DateText day={bornOn} /> {birthPlace}
              </>
            ),
          },
          { term: words.address, value: addressOf(registrant) },
          { term: words.email, value: registrant.email },
          { term: words.phone, value: registrant.phone },
        ].filter(({ value }) => Boolean(value))}
      />
      <Muted>
        {say(SOURCES[source])} {say(words.on)} <DateText day={enteredAt} />.
      </Muted>
    </Section>
  )
}

function addressOf(who: RegistrantView): string {
  const house = [who.street, who.houseNumber, who.houseNumberAddition].filter(Boolean).join(' ')
  return [house, [who.postcode, who.city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}
