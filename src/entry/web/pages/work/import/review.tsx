import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Actions,
  Button,
  Columns,
  Form,
  HiddenField,
  LinkButton,
  Notice,
  PrintButton,
  Section,
  SelectField,
  Stack,
  Stat,
  Stats,
  type Tone,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import { titled } from '#entry/web/titles.ts'
import type { Text } from '#kernel/language.ts'
import {
  type ClientList,
  describeProblem,
  type ImportOutcome,
  type RowOutcome,
  type Service,
  TARGETS,
} from '#modules/practice/index.ts'
import { RowReport } from './row-report.tsx'
import { COLUMN_FIELD } from './sheet.ts'

const words = {
  wrong: { nl: 'Dit bestand kan zo niet mee', en: 'This file cannot come in as it is' },
  rows: { nl: 'Rijen in het bestand', en: 'Rows in the file' },
  fresh: { nl: 'Nieuwe cliënten', en: 'New clients' },
  left: { nl: 'Overgeslagen', en: 'Left out' },
  refused: { nl: 'Kan niet mee', en: 'Cannot come in' },
  stored: { nl: 'De lijst is ingelezen', en: 'The list was imported' },
  storedWhy: {
    nl: 'Elke nieuwe cliënt staat bij Intake. De dienst begint als de cliënt de privacyverklaring heeft gezien.',
    en: 'Each new client is under Intake. The service starts when the client has seen the privacy statement.',
  },
  ready: {
    nl: 'Er is nog niets bewaard. Klopt dit, lees de lijst dan in.',
    en: 'Nothing was stored yet. If this is right, import the list.',
  },
  notReady: {
    nl: 'Er is niets bewaard. Zolang er een rij niet mee kan, komt er geen enkele rij binnen. Verbeter het bestand of de kolommen hieronder en kijk opnieuw na.',
    en: 'Nothing was stored. As long as one row cannot come in, none does. Correct the file or the columns below and check again.',
  },
  nothing: {
    nl: 'Er is niets nieuws in deze lijst.',
    en: 'There is nothing new in this list.',
  },
  columns: { nl: 'Wat er in de kolommen staat', en: 'What the columns hold' },
  columnsLead: {
    nl: 'Geraden naar de kopjes. Verander wat niet klopt en kijk opnieuw na.',
    en: 'Guessed by the headings. Change what is not right and check again.',
  },
  leftOut: { nl: 'Niet overnemen', en: 'Leave out' },
  again: { nl: 'Opnieuw nakijken', en: 'Check again' },
  carryOut: { nl: 'Lijst inlezen', en: 'Import the list' },
  other: { nl: 'Ander bestand', en: 'Another file' },
  clients: { nl: 'Naar uw cliënten', en: 'To your clients' },
} satisfies Record<string, Text>

/** A list that was read, with what would become of it or became of it. */
export interface Review {
  readonly list: ClientList
  /** Undefined when the file could not be read at all. */
  readonly outcome: ImportOutcome | undefined
  readonly service: Service | undefined
  readonly kinds: readonly string[]
  /** The file, for the form to send back. */
  readonly content: string
}

export interface ReviewViewProps {
  readonly review: Review
  readonly action: string
  readonly serviceField: Child
}

/** The report of a list, before or after it came in, and the form for the next step. */
export function ReviewView({ review, action, serviceField }: ReviewViewProps): JSX.Element {
  const { list, outcome } = review
  const stored = outcome?.stored ?? false
  return (
    <>
      <Verdict review={review} />
      {outcome && <Counts outcome={outcome} />}
      {!stored && list.columns.length > 0 && (
        <NextStep review={review} action={action} serviceField={serviceField} />
      )}
      {stored && (
        <Actions>
          <LinkButton href="/werk?staat=intake" label={words.clients} />
          <PrintButton />
        </Actions>
      )}
      {!stored && list.columns.length === 0 && (
        <Actions>
          <LinkButton href={action} label={words.other} />
        </Actions>
      )}
      {outcome && <RowReport list={list} outcome={outcome} />}
    </>
  )
}

function Verdict({ review: { list, outcome } }: { review: Review }): JSX.Element {
  const { language } = useView()
  const problems = list.problems.map((problem) => describeProblem(problem, language))
  const isWrong = !outcome
  return (
    <Stack>
      <Notice {...verdictOf(outcome)} announce>
        <p>
          <Words of={explain(outcome)} />
        </p>
      </Notice>
      {problems.length > 0 && (
        <Notice tone={isWrong ? 'error' : 'warning'}>
          <ul>
            {problems.map((problem) => (
              <li>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
    </Stack>
  )
}

function verdictOf(outcome: ImportOutcome | undefined): { tone: Tone; title?: Text } {
  if (!outcome) return { tone: 'error', title: words.wrong }
  if (outcome.stored) return { tone: 'success', title: words.stored }
  return isReady(outcome) ? { tone: 'info' } : { tone: 'warning' }
}

function explain(outcome: ImportOutcome | undefined): Text {
  if (outcome?.stored) return words.storedWhy
  if (!outcome) return words.notReady
  if (countOf(outcome, 'refused') > 0) return words.notReady
  return isReady(outcome) ? words.ready : words.nothing
}

/** Whether carrying it out would bring something in. */
function isReady(outcome: ImportOutcome): boolean {
  return countOf(outcome, 'refused') === 0 && countOf(outcome, 'new') > 0
}

function countOf({ rows }: ImportOutcome, outcome: RowOutcome['outcome']): number {
  return rows.filter((row) => row.outcome === outcome).length
}

function Counts({ outcome }: { outcome: ImportOutcome }): JSX.Element {
  const refused = countOf(outcome, 'refused')
  return (
    <Stats>
      <Stat label={words.rows} value={outcome.rows.length} />
      <Stat label={words.fresh} value={countOf(outcome, 'new')} />
      <Stat label={words.left} value={countOf(outcome, 'left-out')} />
      <Stat
        label={words.refused}
        value={refused}
        {...(refused > 0 && { icon: 'alert' as const, tone: 'error' as const })}
      />
    </Stats>
  )
}

function NextStep({ review, action, serviceField }: ReviewViewProps): JSX.Element {
  const { content, list, outcome } = review
  const isOffered = outcome !== undefined && isReady(outcome)
  return (
    <Form action={action} width="wide">
      <HiddenField name="content" value={content} />
      <Stack gap="large">
        {isOffered && (
          <Actions>
            <Button name="step" value="carry-out" label={words.carryOut} icon="check" />
            <LinkButton href={action} label={words.other} look="quiet" />
          </Actions>
        )}
        <Section title={words.columns} lead={words.columnsLead}>
          <Stack>
            <Columns shape="thirds">
              {list.columns
                .filter(({ use }) => use !== 'refused')
                .map(({ heading, letter, target }) => (
                  <SelectField
                    name={`${COLUMN_FIELD}${letter}`}
                    label={heading === '' ? letter : `${letter}: ${heading}`}
                    required
                    options={TARGET_OPTIONS}
                    value={target ?? 'left-out'}
                  />
                ))}
            </Columns>
            {serviceField}
            <Actions>
              <Button
                name="step"
                value="check"
                label={words.again}
                look={isOffered ? 'plain' : 'primary'}
              />
              {!isOffered && <LinkButton href={action} label={words.other} look="quiet" />}
            </Actions>
          </Stack>
        </Section>
      </Stack>
    </Form>
  )
}

const TARGET_OPTIONS = [
  { value: 'left-out', label: words.leftOut },
  ...Object.entries(TARGETS).map(([value, label]) => ({ value, label: titled(label) })),
]
