import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { ClausePromise } from '#duties/promises/promise-state.ts'
import {
  Clause,
  DateText,
  LinkButton,
  PageHeader,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { clauseHeadings, clauseLead } from '#entry/web/pages/privacy/clause-text.ts'
import { checkedAt } from '#entry/web/pages/privacy/promise-data.ts'
import { say } from '#entry/web/words.ts'
import type { Language, Text } from '#kernel/language.ts'
import { readPublicPromises } from './promise-states.ts'

const words = {
  title: { nl: 'Houden wij ons aan onze beloften?', en: 'Do we keep our promises?' },
  lead: {
    nl: 'Elke belofte uit onze privacyverklaring, en of wij haar nakomen. Onze software gaat dat elke dag na, ook als de uitkomst ons niet bevalt.',
    en: 'Every promise of our privacy statement, and whether we keep it. Our software checks that every day, also when we do not like the outcome.',
  },
  statement: { nl: 'Privacyverklaring', en: 'Privacy statement' },
  read: { nl: 'De verklaring lezen', en: 'Read the statement' },
  checked: { nl: 'Nagegaan op', en: 'Checked on' },
  never: { nl: 'Nog nooit nagegaan', en: 'Never checked yet' },
  people: { nl: 'Hier zorgen mensen voor: {what}', en: 'People see to this: {what}' },
  by: { nl: 'Hier zorgen mensen voor', en: 'People see to this' },
  unchecked: {
    nl: 'Onze software kan dit nog niet helemaal nagaan',
    en: 'Our software cannot check all of this yet',
  },
  other: { nl: 'Overig', en: 'Other' },
} satisfies Record<string, Text>

/** Whether the organisation keeps its promises, for anyone to see: states and days, no evidence. */
export const publicPromisesPage = page('/beloften', {
  read: async (door) => {
    const { organisation, site } = door.visit
    const statement = await site.publication.current(organisation)
    return { statement, promises: await readPublicPromises(door, statement) }
  },
  view: ({ statement, promises }, door) => {
    const { language } = door
    const headings = clauseHeadings(statement, language)
    const sections = Map.groupBy(promises, ({ clause }) => headings.get(clause) ?? '')
    return (
      <Screen door={door} title={words.title} width="narrow" open>
        <PageHeader
          title={words.title}
          lead={words.lead}
          breadcrumbs={[{ label: words.statement, href: '/verklaring' }]}
          action={<LinkButton href="/verklaring" label={words.read} look="plain" />}
        />
        <Stack gap="large">
          {[...sections].map(([heading, own]) => (
            <Section title={heading === '' ? words.other : heading}>
              {own.map((promise) => (
                <Clause
                  id={promise.clause}
                  says={clauseLead(promise.text[language])}
                  state={promise.state}
                  facts={facts(promise, language)}
                />
              ))}
            </Section>
          ))}
        </Stack>
      </Screen>
    )
  },
})

function facts(promise: ClausePromise, language: Language): Child[] {
  const { checks, people, state } = promise
  const told: Child[] = []
  if (checks.length > 0) told.push(<Checked at={checkedAt(promise)} />)
  if (people) told.push(say(words.people, language, { what: people.says[language] }))
  else if (state === 'organisational') told.push(words.by[language])
  if (state === 'no-mechanism') told.push(words.unchecked[language])
  return told
}

function Checked({ at }: { at: Date | undefined }): JSX.Element {
  if (!at) return <Words of={words.never} />
  return (
    <>
      <Words of={words.checked} /> <DateText day={at} />
    </>
  )
}
