import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  type Assessment,
  type AssessmentMeasure,
  type AssessmentReport,
  findScreening,
  finishMeasure,
  listMeasures,
  listReports,
} from '#duties/register/assessment.ts'
import { CRITERIA, LISTED, needsAssessment } from '#duties/register/screening.ts'
import {
  ActionForm,
  Badge,
  DataTable,
  DateText,
  DescriptionList,
  EmptyState,
  LinkButton,
  PageHeader,
  Section,
  Stack,
  useView,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf, page, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import { DeclaredWords } from '#entry/web/pages/privacy/declared-words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { ASSESSMENTS, CONCLUSION_LOOKS, LEVEL_LOOKS } from './assessment-words.ts'

const words = {
  assessments: { nl: 'Beoordelingen', en: 'Assessments' },
  needed: { nl: 'Beoordeling nodig', en: 'Assessment needed' },
  notNeeded: { nl: 'Beoordeling niet nodig', en: 'No assessment needed' },
  screening: { nl: 'Voortoets', en: 'Screening' },
  activity: { nl: 'Verwerking', en: 'Processing' },
  listed: { nl: 'Van de lijst van de toezichthouder', en: 'On the list of the authority' },
  criteria: { nl: 'Kenmerken', en: 'Criteria' },
  reasons: { nl: 'Toelichting', en: 'Explanation' },
  by: { nl: 'Door', en: 'By' },
  report: { nl: 'Verslag', en: 'Report' },
  write: { nl: 'Verslag schrijven', en: 'Write a report' },
  rewrite: { nl: 'Opnieuw beoordelen', en: 'Assess again' },
  noReport: { nl: 'Er is nog geen verslag', en: 'There is no report yet' },
  necessity: { nl: 'Noodzaak', en: 'Necessity' },
  risks: { nl: 'Risico’s', en: 'Risks' },
  advice: { nl: 'Advies van de functionaris', en: 'Advice of the officer' },
  conclusion: { nl: 'Conclusie', en: 'Conclusion' },
  review: { nl: 'Opnieuw bekijken op', en: 'Look at again on' },
  measures: { nl: 'Maatregelen', en: 'Measures' },
  add: { nl: 'Maatregel afspreken', en: 'Agree on a measure' },
  noMeasures: { nl: 'Er zijn geen maatregelen', en: 'There are no measures' },
  measure: { nl: 'Maatregel', en: 'Measure' },
  risk: { nl: 'Risico', en: 'Risk' },
  level: { nl: 'Hoe groot', en: 'How high' },
  due: { nl: 'Uiterlijk', en: 'By' },
  done: { nl: 'Genomen', en: 'Taken' },
  finish: { nl: 'Is genomen', en: 'Was taken' },
} satisfies Record<string, Text>

/** A screening with its reports and measures. */
export interface AssessmentCase {
  readonly assessment: Assessment
  readonly reports: readonly AssessmentReport[]
  readonly measures: readonly AssessmentMeasure[]
  readonly said: DeclaredWords
  readonly path: string
}

/** @throws `NOT_FOUND` */
export async function readAssessment(door: Door, params: Params): Promise<AssessmentCase> {
  const id = idOf(params)
  const { organisation, site } = door.visit
  const [answers, statement] = await Promise.all([
    readAs(door, 'register-keeping', 'assessment', {
      found: findScreening(id),
      reports: listReports(id),
      measures: listMeasures(id),
    }),
    site.publication.current(organisation),
  ])
  const [assessment] = answers.found
  if (!assessment) throw new AppError('NOT_FOUND')
  const said = new DeclaredWords(statement, door.language)
  const { reports, measures } = answers
  return { assessment, reports, measures, said, path: `${ASSESSMENTS}/${id}` }
}

/** One assessment. */
export const assessmentPage = page(`${ASSESSMENTS}/:id`, {
  read: readAssessment,
  view: (own, door) => {
    const { assessment } = own
    const needed = needsAssessment(assessment)
    return (
      <Screen door={door} title={assessment.title}>
        <PageHeader
          title={assessment.title}
          status={
            <Badge
              label={needed ? words.needed : words.notNeeded}
              tone={needed ? 'warning' : 'neutral'}
              icon={needed ? 'alert' : 'check'}
            />
          }
          breadcrumbs={[{ label: words.assessments, href: ASSESSMENTS }]}
        />
        <Stack gap="large">
          <ScreeningSection own={own} />
          <ReportSection own={own} />
          <MeasureSection own={own} />
        </Stack>
      </Screen>
    )
  },
})

function ScreeningSection({ own: { assessment, said } }: { own: AssessmentCase }): JSX.Element {
  const { language } = useView()
  const list = (all: Readonly<Record<string, Text>>, chosen: readonly string[]) =>
    chosen.map((word) => all[word]?.[language] ?? word).join('; ')
  return (
    <Section title={words.screening}>
      <DescriptionList
        items={[
          { term: words.activity, value: said.word('activities', assessment.activity) },
          { term: words.listed, value: list(LISTED, assessment.listed) },
          { term: words.criteria, value: list(CRITERIA, assessment.criteria) },
          { term: words.reasons, value: <WrittenText text={assessment.reasons} /> },
          {
            term: words.by,
            value: (
              <>
                {assessment.screenedBy}, <DateText day={assessment.screenedAt} />
              </>
            ),
          },
        ]}
      />
    </Section>
  )
}

function ReportSection({ own: { reports, path } }: { own: AssessmentCase }): JSX.Element {
  const [newest] = reports
  return (
    <Section
      title={words.report}
      action={
        <LinkButton
          href={`${path}/verslag`}
          label={newest ? words.rewrite : words.write}
          look={newest ? 'quiet' : 'primary'}
          icon="pencil"
        />
      }
    >
      {newest ? (
        <DescriptionList
          items={[
            { term: words.conclusion, value: <Badge {...CONCLUSION_LOOKS[newest.conclusion]} /> },
            { term: words.necessity, value: <WrittenText text={newest.necessity} /> },
            { term: words.risks, value: <WrittenText text={newest.risks} /> },
            { term: words.advice, value: <WrittenText text={newest.advice} /> },
            { term: words.review, value: <DateText day={newest.reviewOn} /> },
            {
              term: words.by,
              value: (
                <>
                  {newest.writtenBy}, <DateText day={newest.writtenAt} />
                </>
              ),
            },
          ]}
        />
      ) : (
        <EmptyState title={words.noReport} icon="file" />
      )}
    </Section>
  )
}

function MeasureSection({ own: { measures, path } }: { own: AssessmentCase }): JSX.Element {
  return (
    <Section
      title={words.measures}
      action={<LinkButton href={`${path}/maatregel`} label={words.add} look="plain" icon="add" />}
    >
      <DataTable
        caption={words.measures}
        captionHidden
        rows={measures}
        columns={[
          { title: words.measure, cell: ({ measure }) => measure },
          { title: words.risk, cell: ({ risk }) => risk },
          { title: words.level, cell: ({ level }) => <Badge {...LEVEL_LOOKS[level]} /> },
          { title: words.due, cell: ({ dueOn }) => <DateText day={dueOn} form="short" /> },
          {
            title: words.done,
            cell: ({ id, doneOn }) =>
              doneOn ? (
                <DateText day={doneOn} form="short" />
              ) : (
                <ActionForm
                  action={`${path}/maatregel/${id}/genomen`}
                  label={words.finish}
                  look="quiet"
                  size="small"
                />
              ),
          },
        ]}
        empty={<EmptyState title={words.noMeasures} icon="check" />}
      />
    </Section>
  )
}

/** Records that a measure was taken. */
export const measureDoneAct = act(
  `${ASSESSMENTS}/:id/maatregel/:measure/genomen`,
  async ({ door, params }) => {
    const measureId = idOf(params, 'measure')
    await door.change('register-keeping', (tx) => finishMeasure(tx, measureId))
    return { to: `${ASSESSMENTS}/${idOf(params)}`, done: 'saved' }
  },
)
