import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { type CheckSpan, listSpans } from '#duties/oversight/history.ts'
import {
  type Check,
  concernsMechanism,
  keepsMechanism,
  touchesMechanism,
} from '#duties/promises/check.ts'
import type { CheckState, ClausePromise } from '#duties/promises/promise-state.ts'
import {
  ActionForm,
  Card,
  Columns,
  DateText,
  EmptyState,
  Icon,
  Moment,
  Muted,
  Notice,
  PageHeader,
  Panel,
  Prose,
  Section,
  Stack,
  StatusBadge,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import { capital, joinWords, type Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { listClauses } from '#statement/index.ts'
import { clauseBlocks } from './clause-text.ts'
import { mechanismWords } from './mechanism-words.ts'
import { readOverseen } from './overseen.ts'
import { type PromiseData, readPromises } from './promise-data.ts'
import { PromiseHistory } from './promise-history.tsx'
import { asSentence, sayLookedAt } from './promise-line.tsx'

const words = {
  promises: { nl: 'Beloften', en: 'Promises' },
  title: { nl: 'Belofte {clause}', en: 'Promise {clause}' },
  prove: { nl: 'Nu nagaan', en: 'Check now' },
  says: { nl: 'Wat er staat', en: 'What it says' },
  checks: { nl: 'Controles', en: 'Checks' },
  noChecks: { nl: 'Geen controle', en: 'No check' },
  noChecksWhy: {
    nl: 'De software kan van deze belofte niets nagaan. Wat mensen ervoor doen, staat hiernaast.',
    en: 'The software can check nothing of this promise. What people do for it is told beside.',
  },
  mechanisms: { nl: 'Waarmee u haar nakomt', en: 'How you keep it' },
  covers: { nl: 'Geldt voor: {what}.', en: 'Holds for: {what}.' },
  byPeople: { nl: 'door mensen, buiten de software', en: 'by people, outside the software' },
  unchecked: { nl: 'nog geen controle', en: 'no check yet' },
  people: { nl: 'Wat mensen doen', en: 'What people do' },
  confirmed: { nl: 'Bevestigd tot', en: 'Confirmed until' },
  lapsed: {
    nl: 'Dit had opnieuw bevestigd moeten worden.',
    en: 'This should have been confirmed again.',
  },
  last: { nl: 'Laatst nagegaan op', en: 'Last checked on' },
  never: { nl: 'Nog nooit nagegaan.', en: 'Never checked yet.' },
  found: { nl: 'Gevonden bij: {subjects}', en: 'Found with: {subjects}' },
} satisfies Record<string, Text>

interface ClauseData extends PromiseData {
  readonly promise: ClausePromise
  readonly mechanisms: readonly string[]
  readonly checks: readonly Check[]
  readonly spans: readonly CheckSpan[]
}

/** One promise: what keeps it, what the checks found, and what they found before. */
export const promisePage = page('/privacy/beloften/:clause', {
  read: async (door, { clause = '' }): Promise<ClauseData> => {
    const data = await readPromises(door, 'promise')
    const promise = data.promises.find((each) => each.clause === clause)
    if (!promise) throw new AppError('NOT_FOUND')
    const { organisation, site } = door.visit
    const declared = listClauses(data.statement, VOCABULARY).find(({ id }) => id === clause)
    const mechanisms = declared?.mechanisms ?? []
    const names = promise.checks.map(({ name }) => name)
    const { spans } = await readOverseen(door, 'proofs', { spans: listSpans(names, mechanisms) })
    const checks = await site.prover.checks(organisation)
    return { ...data, promise, mechanisms, checks, spans }
  },
  view: (data, door) => {
    const { promise, statement } = data
    const title = say(words.title, door.language, { clause: promise.clause })
    return (
      <Screen door={door} title={title}>
        <PageHeader
          title={title}
          status={<StatusBadge status={promise.state} />}
          breadcrumbs={[{ label: words.promises, href: '/privacy' }]}
          action={
            <ActionForm action="/privacy/nagaan" label={words.prove} icon="check" look="plain" />
          }
        />
        <Stack gap="large">
          <Columns shape="main">
            <Stack gap="large">
              <Card title={words.says} level={2}>
                <Prose blocks={clauseBlocks(statement, promise.clause, door.language)} />
              </Card>
              <Section title={words.checks}>
                <Stack>
                  {promise.checks.map((check) => (
                    <CheckCard check={check} data={data} door={door} />
                  ))}
                  {promise.checks.length === 0 && (
                    <EmptyState title={words.noChecks} lead={words.noChecksWhy} icon="people" />
                  )}
                </Stack>
              </Section>
            </Stack>
            <Stack>
              <PeoplePanel promise={promise} />
              <MechanismsPanel data={data} door={door} />
            </Stack>
          </Columns>
          {data.spans.length > 0 && (
            <PromiseHistory spans={data.spans} checks={promise.checks} language={door.language} />
          )}
        </Stack>
      </Screen>
    )
  },
})

interface PartProps {
  readonly data: ClauseData
  readonly door: Door
}

function CheckCard({ check, data, door }: PartProps & { readonly check: CheckState }): JSX.Element {
  const { language } = door
  const proof = data.proofs.find(({ check_name: name }) => name === check.name)
  const known = data.checks.find(({ name }) => name === check.name)
  const own = data.mechanisms.filter((each) => known && concernsMechanism(known, each))
  const found = data.findings.filter(
    ({ proof_id: id, touches }) =>
      id === proof?.id && own.some((mechanism) => touchesMechanism(touches, mechanism)),
  )
  const subjects = found.flatMap((each) => each.subjects)
  return (
    <Card
      title={asSentence(check.says)}
      status={<StatusBadge status={check.state} />}
      meta={
        check.ranAt ? (
          <>
            <Words of={words.last} /> <Moment at={check.ranAt} />. {sayLookedAt(check, language)}.
          </>
        ) : (
          <Words of={words.never} />
        )
      }
    >
      {check.state !== 'broken' && (
        <Muted>
          {say(words.covers, language, {
            what: coverOf(check, data)
              .map((each) => each[language])
              .join('; '),
          })}
        </Muted>
      )}
      {check.wrong.length > 0 && (
        <Notice tone="error">
          {check.wrong.map((wrong) => (
            <p>
              <Words of={asSentence(wrong)} />
            </p>
          ))}
          {subjects.length > 0 && (
            <p>{say(words.found, language, { subjects: joinWords(subjects, language) })}</p>
          )}
        </Notice>
      )}
    </Card>
  )
}

function PeoplePanel({ promise: { people } }: { promise: ClausePromise }): JSX.Element | null {
  if (!people) return null
  return (
    <Panel title={words.people}>
      <p>
        <Words of={asSentence(people.says)} />
      </p>
      {people.until !== undefined && (
        <p>
          <Words of={words.confirmed} /> <DateText day={people.until} />.{' '}
          {people.lapsed && <Words of={words.lapsed} />}
        </p>
      )}
    </Panel>
  )
}

/** What keeps the promise; beside it only what no check looks at. */
function MechanismsPanel({ data, door }: PartProps): JSX.Element | null {
  const { mechanisms, checks, statement } = data
  const { language } = door
  if (mechanisms.length === 0) return null
  return (
    <Panel title={words.mechanisms}>
      {mechanisms.map((mechanism) => {
        const own = checks.filter((check) => keepsMechanism(check, mechanism))
        const concerned = checks.filter((check) => concernsMechanism(check, mechanism))
        const broken = data.promise.checks.some(
          ({ name, state }) => state === 'broken' && concerned.some((each) => each.name === name),
        )
        const checked = broken ? 'circleCross' : 'check'
        const otherwise = VOCABULARY.mechanisms[mechanism]?.organisational
          ? words.byPeople
          : words.unchecked
        return (
          <p>
            <Icon name={own.length > 0 ? checked : 'circle'} />{' '}
            {capital(mechanismWords(mechanism, statement)[language])}{' '}
            {own.length === 0 && <Muted>({otherwise[language]})</Muted>}
          </p>
        )
      })}
    </Panel>
  )
}

/** The mechanisms of the promise of which a check shows that they work. */
function coverOf({ name }: CheckState, { mechanisms, checks, statement }: ClauseData): Text[] {
  const check = checks.find((each) => each.name === name)
  return mechanisms
    .filter((mechanism) => check && concernsMechanism(check, mechanism))
    .map((mechanism) => mechanismWords(mechanism, statement))
}
