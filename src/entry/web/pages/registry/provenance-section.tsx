import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  DateText,
  DescriptionList,
  formatPersonName,
  Muted,
  Section,
  useSay,
} from '#entry/web/components/index.ts'
import type { Text } from '#kernel/language.ts'
import type { RegistrantSource, RegistrantView } from '#modules/registry/index.ts'
import { TRAINING } from './words.ts'

const words = {
  title: { nl: 'Wie het is', en: 'Who it is' },
  own: {
    nl: 'Naam en adres zijn van de persoon zelf: niemand hier verandert ze.',
    en: 'Name and address are the person’s own: nobody here changes them.',
  },
  on: { nl: 'op', en: 'on' },
} satisfies Record<string, Text>

const SOURCES: Readonly<Record<RegistrantSource, Text>> = {
  person: { nl: 'Door de persoon zelf ingevuld', en: 'Entered by the person' },
  request: {
    nl: 'Door de functionaris ingevuld, op schriftelijk verzoek',
    en: 'Entered by the officer, on written request',
  },
  import: { nl: 'Overgenomen uit een eerder register', en: 'Taken over from an earlier register' },
}

/** How somebody is called, and from whom that comes, for those who may not change it. */
export function ProvenanceSection({ of }: { of: RegistrantView }): JSX.Element {
  const say = useSay()
  const { givenNames: given, prefix, familyName: family, source, enteredAt } = of
  return (
    <Section title={words.title} lead={words.own}>
      <DescriptionList
        items={[{ term: TRAINING.name, value: formatPersonName({ given, prefix, family }) }]}
      />
      <Muted>
        {say(SOURCES[source])} {say(words.on)} <DateText day={enteredAt} />.
      </Muted>
    </Section>
  )
}
