import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Actions,
  Button,
  Columns,
  DataTable,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  PrintButton,
  Section,
  SelectField,
  Stack,
  Stat,
  Stats,
  Waiting,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { explain, isExplained } from '#entry/web/http/explanations.ts'
import type { FormState } from '#entry/web/http/form.tsx'
import { titled } from '#entry/web/titles.ts'
import { formatNumber, say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import {
  describeRegisterProblem,
  REGISTER_TARGETS,
  type RegisterReport,
  type Undertaking,
} from '#modules/registry/index.ts'
import { IMPORT, IMPORT_LIST, LIKENESSES } from './import.ts'

/** Before the letter of a column, in the names of fields. */
export const COLUMN_FIELD = 'kolom-'

const words = {
  checking: { nl: 'Wij kijken de lijst na', en: 'We are checking the list' },
  taking: { nl: 'De lijst wordt overgenomen', en: 'The list is being taken over' },
  row: { nl: 'Rij {done} van {of}', en: 'Row {done} of {of}' },
  meanwhile: {
    nl: 'U kunt intussen iets anders doen en hier terugkomen. Stopt het, kies dan hetzelfde bestand: het gaat verder waar het was.',
    en: 'You can do something else in the meantime and come back here. If it stops, choose the same file: it continues where it was.',
  },
  unreadable: { nl: 'Dit bestand kan zo niet mee', en: 'This file cannot be imported as it is' },
  ready: {
    nl: 'Er is nog niets bewaard. Klopt dit, neem de lijst dan over.',
    en: 'Nothing was stored yet. If this is right, take the list over.',
  },
  goesOn: {
    nl: 'Deze lijst is eerder begonnen. De eerste {done} rijen zijn al overgenomen; de rest gaat nu mee.',
    en: 'This list was started before. The first {done} rows are already in; the rest comes in now.',
  },
  nothing: { nl: 'Er is niets nieuws in deze lijst.', en: 'There is nothing new in this list.' },
  none: { nl: 'Er kan geen enkele rij mee.', en: 'Not one row can come in.' },
  doneBefore: { nl: 'Deze lijst is al overgenomen', en: 'This list was taken over already' },
  done: { nl: 'De lijst is overgenomen', en: 'The list was taken over' },
  failed: { nl: 'Het overnemen is gestopt', en: 'Taking over has stopped' },
  failedWhy: {
    nl: 'Wat is overgenomen, staat erin. Kies hetzelfde bestand om verder te gaan.',
    en: 'What was imported is kept. Choose the same file to continue.',
  },
  rows: { nl: 'Rijen in het bestand', en: 'Rows in the file' },
  fresh: { nl: 'Gaat mee', en: 'Comes in' },
  known: { nl: 'Stond er al', en: 'There already' },
  refused: { nl: 'Kan niet mee', en: 'Cannot come in' },
  alike: { nl: 'Mogelijk al bekend', en: 'May be known already' },
  taken: { nl: 'Overgenomen', en: 'Taken over' },
  left: { nl: 'Overgeslagen', en: 'Left out' },
  carryOut: { nl: 'Lijst overnemen', en: 'Take the list over' },
  other: { nl: 'Ander bestand', en: 'Another file' },
  again: { nl: 'Opnieuw nakijken', en: 'Check again' },
  columns: { nl: 'Wat er in de kolommen staat', en: 'What the columns hold' },
  columnsLead: {
    nl: 'Geraden naar de kopjes. Verander wat niet klopt en kijk opnieuw na. Rijen met hetzelfde nummer van de persoon worden één persoon.',
    en: 'Guessed by the headings. Change what is not right and check again. Rows with the same number of the person become one person.',
  },
  leftOut: { nl: 'Niet overnemen', en: 'Leave out' },
  problems: { nl: 'Wat er opviel', en: 'What was noticed' },
  problem: { nl: 'Melding', en: 'Message' },
  often: { nl: 'Rijen', en: 'Rows' },
  each: { nl: 'De eerste meldingen, rij voor rij', en: 'The first messages, row by row' },
  likenesses: {
    nl: 'Mogelijk dubbele personen bekijken',
    en: 'Review possible duplicates',
  },
} satisfies Record<string, Text>

/** A list that was chosen, in whatever state it is. */
export function drawUndertaking(
  undertaking: Undertaking,
  form: FormState,
  door: Door,
): JSX.Element {
  const { state, report, begun, problems } = undertaking
  if (state === 'checking' || state === 'taking') return drawBusy(undertaking, door)
  if (state === 'failed') return drawFailed(undertaking)
  if (state === 'done' || begun?.finished_at) return drawDone(undertaking, door)
  return (
    <>
      <ErrorSummary errors={form.faults} />
      <Notice {...verdictOf(report)} announce>
        <p>{say(toldOf(undertaking), door.language, doneOf(undertaking, door))}</p>
      </Notice>
      {problems.length > 0 && (
        <Notice tone={report ? 'warning' : 'error'}>
          <ul>
            {problems.map((each) => (
              <li>{describeRegisterProblem(each, door.language)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {report && drawCounts(report, door)}
      {drawNextStep(undertaking)}
      {report && report.counts.length > 0 && drawProblems(report, door)}
    </>
  )
}

function drawBusy({ state, progress }: Undertaking, door: Door): JSX.Element {
  const { language } = door
  const { done, of } = progress
  const label = of === 0 ? words.checking : words.row
  return (
    <Section title={state === 'checking' ? words.checking : words.taking}>
      <Waiting
        href={IMPORT_LIST}
        label={say(label, language, {
          done: formatNumber(done, language),
          of: formatNumber(of, language),
        })}
        done={done}
        of={Math.max(of, 1)}
        detail={words.meanwhile}
      />
    </Section>
  )
}

function drawFailed({ failure }: Undertaking): JSX.Element {
  if (!isExplained(failure)) throw failure
  return (
    <>
      <Notice tone="error" title={words.failed} announce>
        <p>
          <Words of={explain(failure).message} />
        </p>
        <p>
          <Words of={words.failedWhy} />
        </p>
      </Notice>
      <Actions>
        <LinkButton href={IMPORT} label={words.other} />
      </Actions>
    </>
  )
}

function drawDone({ begun, state }: Undertaking, door: Door): JSX.Element {
  const { language } = door
  return (
    <>
      <Notice tone="success" title={state === 'done' ? words.done : words.doneBefore} announce />
      <Stats>
        <Stat label={words.rows} value={formatNumber(begun?.rows ?? 0, language)} />
        <Stat label={words.taken} value={formatNumber(begun?.taken ?? 0, language)} />
        <Stat label={words.left} value={formatNumber(begun?.left_out ?? 0, language)} />
        <Stat label={words.alike} value={formatNumber(begun?.likenesses ?? 0, language)} />
      </Stats>
      <Actions>
        {(begun?.likenesses ?? 0) > 0 && <LinkButton href={LIKENESSES} label={words.likenesses} />}
        <LinkButton href={IMPORT} label={words.other} look="quiet" />
        <PrintButton />
      </Actions>
    </>
  )
}

function verdictOf(report: RegisterReport | undefined): {
  tone: 'info' | 'warning' | 'error'
  title?: Text
} {
  if (!report) return { tone: 'error', title: words.unreadable }
  return { tone: report.refused > 0 || report.ready === 0 ? 'warning' : 'info' }
}

function toldOf({ report, begun }: Undertaking): Text {
  if (!report) return words.unreadable
  if (report.ready === 0) return report.known > 0 ? words.nothing : words.none
  return begun ? words.goesOn : words.ready
}

function doneOf({ begun }: Undertaking, { language }: Door): { done: string } {
  return { done: formatNumber(begun?.done ?? 0, language) }
}

function drawCounts(report: RegisterReport, { language }: Door): JSX.Element {
  const alert = { icon: 'alert' as const, tone: 'error' as const }
  return (
    <Stats>
      <Stat label={words.rows} value={formatNumber(report.rows, language)} />
      <Stat label={words.fresh} value={formatNumber(report.ready, language)} />
      <Stat label={words.known} value={formatNumber(report.known, language)} />
      <Stat label={words.alike} value={formatNumber(report.alike, language)} />
      <Stat
        label={words.refused}
        value={formatNumber(report.refused, language)}
        {...(report.refused > 0 && alert)}
      />
    </Stats>
  )
}

function drawNextStep({ columns, report, begun }: Undertaking): JSX.Element {
  const isOffered = (report?.ready ?? 0) > 0
  return (
    <Form action={IMPORT_LIST} width="wide">
      <Stack gap="large">
        <Actions>
          {isOffered && (
            <Button name="step" value="carry-out" label={words.carryOut} icon="check" />
          )}
          <Button name="step" value="stop" label={words.other} look="quiet" />
        </Actions>
        {!begun && columns.length > 0 && (
          <Section title={words.columns} lead={words.columnsLead}>
            <Stack>
              <Columns shape="thirds">
                {columns
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
              <Actions>
                <Button
                  name="step"
                  value="check"
                  label={words.again}
                  look={isOffered ? 'plain' : 'primary'}
                />
              </Actions>
            </Stack>
          </Section>
        )}
      </Stack>
    </Form>
  )
}

const TARGET_OPTIONS = [
  { value: 'left-out', label: words.leftOut },
  ...Object.entries(REGISTER_TARGETS).map(([value, label]) => ({ value, label: titled(label) })),
]

function drawProblems({ counts, problems }: RegisterReport, { language }: Door): JSX.Element {
  return (
    <Section title={words.problems}>
      <Stack>
        <DataTable
          caption={words.problems}
          captionHidden
          rows={counts}
          columns={[
            {
              title: words.problem,
              cell: ({ problem }) => describeRegisterProblem(problem, language),
            },
            {
              title: words.often,
              align: 'end',
              cell: ({ count }) => formatNumber(count, language),
            },
          ]}
          empty={null}
        />
        <details>
          <summary>
            <Words of={words.each} />
          </summary>
          <ul>
            {problems.map((each) => (
              <li>{describeRegisterProblem(each, language)}</li>
            ))}
          </ul>
        </details>
      </Stack>
    </Section>
  )
}
