import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import type { ClausePromise, State } from '#duties/promises/promise-state.ts'
import {
  ActionForm,
  EmptyState,
  Filters,
  type IconName,
  Notice,
  PageHeader,
  Section,
  Stack,
  Stat,
  Stats,
  type Tone,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { capital, type Text } from '#kernel/language.ts'
import type { Statement } from '#statement/index.ts'
import { clauseHeadings } from './clause-text.ts'
import { readPromises, STATES } from './promise-data.ts'
import { PromiseLine } from './promise-line.tsx'

const words = {
  title: { nl: 'Beloften', en: 'Promises' },
  lead: {
    nl: 'Elke belofte uit de privacyverklaring die nu geldt, en of u zich eraan houdt. De controles lopen elke dag vanzelf.',
    en: 'Every promise of the privacy statement in force, and whether you keep it. The checks run by themselves every day.',
  },
  prove: { nl: 'Nu nagaan', en: 'Check now' },
  show: { nl: 'Tonen', en: 'Show' },
  all: { nl: 'Alles', en: 'Everything' },
  none: { nl: 'Geen beloften met deze staat', en: 'No promises in this state' },
  unproved: { nl: 'Er is nog niets nagegaan', en: 'Nothing was checked yet' },
  unprovedWhy: {
    nl: 'Tot de eerste controle is van geen belofte bekend of u zich eraan houdt.',
    en: 'Before the first check nobody knows of any promise whether you keep it.',
  },
  other: { nl: 'Overig', en: 'Other' },
} satisfies Record<string, Text>

interface StateLook {
  readonly label: Text
  readonly icon: IconName
  readonly tone: Tone
}

const LOOKS = {
  broken: {
    label: { nl: 'niet nagekomen', en: 'broken' },
    icon: 'circleCross',
    tone: 'error',
  },
  stale: {
    label: { nl: 'niet op tijd nagegaan', en: 'not checked in time' },
    icon: 'alert',
    tone: 'warning',
  },
  'no-mechanism': {
    label: { nl: 'nog niet geregeld', en: 'no mechanism yet' },
    icon: 'clock',
    tone: 'warning',
  },
  organisational: {
    label: { nl: 'organisatorisch', en: 'organisational' },
    icon: 'people',
    tone: 'info',
  },
  kept: { label: { nl: 'nagekomen', en: 'kept' }, icon: 'circleCheck', tone: 'success' },
} as const satisfies Record<State, StateLook>

/** Every promise at a glance. */
export const promisesPage = page('/privacy', {
  read: (door) => readPromises(door, 'promises'),
  view: ({ statement, promises, proofs }, door) => {
    const chosen = STATES.find((state) => state === door.visit.query.get('staat'))
    const shown = promises.filter(({ state }) => chosen === undefined || state === chosen)
    return (
      <Screen door={door} title={words.title}>
        <PageHeader
          title={words.title}
          lead={words.lead}
          action={<ActionForm action="/privacy/nagaan" label={words.prove} icon="check" />}
        />
        {proofs.length === 0 && (
          <Notice tone="warning" title={words.unproved}>
            <Words of={words.unprovedWhy} />
          </Notice>
        )}
        <Stack gap="large">
          <Stack>
            <Counts promises={promises} />
            <StateFilters promises={promises} chosen={chosen} />
          </Stack>
          {shown.length === 0 && <EmptyState title={words.none} icon="circleCheck" />}
          <PromiseSections promises={shown} statement={statement} door={door} />
        </Stack>
      </Screen>
    )
  },
})

function Counts({ promises }: { promises: readonly ClausePromise[] }): JSX.Element {
  const counted = STATES.map((state) => ({
    state,
    count: promises.filter((promise) => promise.state === state).length,
  }))
  return (
    <Stats>
      {counted
        .filter(({ state, count }) => count > 0 || state === 'broken' || state === 'kept')
        .map(({ state, count }) => (
          <Stat
            {...LOOKS[state]}
            tone={count > 0 ? LOOKS[state].tone : 'neutral'}
            value={count}
            href={`/privacy?staat=${state}`}
          />
        ))}
    </Stats>
  )
}

interface StateFiltersProps {
  readonly promises: readonly ClausePromise[]
  readonly chosen: State | undefined
}

function StateFilters({ promises, chosen }: StateFiltersProps): JSX.Element {
  const present = STATES.filter((state) => promises.some((promise) => promise.state === state))
  const options = [
    { label: words.all, href: '/privacy', current: chosen === undefined },
    ...present.map((state) => ({
      label: { nl: capital(LOOKS[state].label.nl), en: capital(LOOKS[state].label.en) },
      href: `/privacy?staat=${state}`,
      current: chosen === state,
    })),
  ]
  return <Filters groups={[{ label: words.show, options }]} />
}

interface PromiseSectionsProps {
  readonly promises: readonly ClausePromise[]
  readonly statement: Statement
  readonly door: Door
}

/** The promises under the headings of the statement. */
function PromiseSections({ promises, statement, door }: PromiseSectionsProps): JSX.Element {
  const { language } = door
  const headings = clauseHeadings(statement, language)
  const sections = Map.groupBy(promises, ({ clause }) => headings.get(clause) ?? '')
  return (
    <>
      {[...sections].map(([heading, own]) => (
        <Section title={heading === '' ? words.other : heading}>
          {own.map((promise) => (
            <PromiseLine promise={promise} statement={statement} language={language} />
          ))}
        </Section>
      ))}
    </>
  )
}
