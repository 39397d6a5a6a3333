import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { type Assessment, listScreenings, screen } from '#duties/register/assessment.ts'
import { CRITERIA, LISTED, needsAssessment } from '#duties/register/screening.ts'
import {
  Badge,
  CheckboxGroup,
  DataTable,
  DateText,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  SelectField,
  Stack,
  TextArea,
  TextField,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, once, textList } from '#entry/web/http/form.tsx'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { daysLook } from '#entry/web/pages/answering/badge-look.ts'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import { DeclaredWords } from '#entry/web/pages/privacy/declared-words.ts'
import type { Text } from '#kernel/language.ts'
import { ASSESSMENTS, CONCLUSION_LOOKS } from './assessment-words.ts'

const words = {
  title: { nl: 'Beoordelingen van risico’s', en: 'Assessments of risks' },
  lead: {
    nl: 'Welke verwerkingen een groot risico kunnen hebben, en wat wij daartegen doen (AVG, artikel 35).',
    en: 'Which processing can have a high risk, and what we do against it (GDPR, article 35).',
  },
  begin: { nl: 'Verwerking bekijken', en: 'Look at a processing' },
  activity: { nl: 'Verwerking', en: 'Processing' },
  name: { nl: 'Titel', en: 'Title' },
  outcome: { nl: 'Voortoets', en: 'Screening' },
  needed: { nl: 'Beoordeling nodig', en: 'Assessment needed' },
  notNeeded: { nl: 'Niet nodig', en: 'Not needed' },
  conclusion: { nl: 'Conclusie', en: 'Conclusion' },
  review: { nl: 'Opnieuw bekijken', en: 'Look at again' },
  measures: { nl: 'Open maatregelen', en: 'Open measures' },
  none: { nl: 'Nog niets bekeken', en: 'Nothing looked at yet' },
  noneWhy: {
    nl: 'Bekijk eerst de verwerkingen met bijzondere gegevens. Zolang dat niet is gebeurd, staat de belofte daarover op rood.',
    en: 'First look at processing with special data. Until then the promise about it is red.',
  },
  open: {
    nl: 'Nog te bekijken, want er zijn bijzondere gegevens bij: {activities}.',
    en: 'Still to look at, for special data are involved: {activities}.',
  },
  newTitle: { nl: 'Een verwerking bekijken', en: 'Look at a processing' },
  newLead: {
    nl: 'Kruis aan wat geldt. Staat er iets van de lijst van de Autoriteit Persoonsgegevens bij, of gelden er twee kenmerken, dan is een beoordeling nodig.',
    en: 'Tick what applies. If something on the list of the Dutch authority does, or two of the criteria, an assessment is needed.',
  },
  listed: { nl: 'Lijst van de Autoriteit Persoonsgegevens', en: 'List of the Dutch authority' },
  criteria: { nl: 'Kenmerken van een groot risico', en: 'Criteria of a high risk' },
  reasons: { nl: 'Toelichting', en: 'Explanation' },
  save: { nl: 'Vastleggen', en: 'Record' },
} satisfies Record<string, Text>

async function readAll(door: Door) {
  const { organisation, site } = door.visit
  const [{ all }, statement] = await Promise.all([
    readAs(door, 'register-keeping', 'assessments', { all: listScreenings }),
    site.publication.current(organisation),
  ])
  return { all, said: new DeclaredWords(statement, door.language) }
}

/** All screenings and assessments. */
export const assessmentsPage = page(ASSESSMENTS, {
  read: readAll,
  view: ({ all, said }, door) => {
    const open = unscreened(said, all).map((activity) => said.word('activities', activity))
    return (
      <Screen door={door} title={words.title}>
        <PageHeader
          title={words.title}
          lead={words.lead}
          action={<LinkButton href={`${ASSESSMENTS}/nieuw`} label={words.begin} icon="add" />}
        />
        <Stack>
          {open.length > 0 && (
            <Notice tone="warning">
              <Words of={words.open} places={{ activities: open.join('; ') }} />
            </Notice>
          )}
          <AssessmentTable all={all} said={said} />
        </Stack>
      </Screen>
    )
  },
})

/** Activities with special data that nobody looked at. */
function unscreened(said: DeclaredWords, all: readonly Assessment[]): string[] {
  const { activities, categories } = said.statement.declarations
  const known = new Set(all.map(({ activity }) => activity))
  return Object.entries(activities)
    .filter(([activity, { reads = [], writes = [] }]) => {
      const special = [...reads, ...writes].some((word) => categories[word]?.special !== undefined)
      return special && !known.has(activity)
    })
    .map(([activity]) => activity)
}

const NEAR_DAYS = 30

function AssessmentTable(props: {
  readonly all: readonly Assessment[]
  readonly said: DeclaredWords
}): JSX.Element {
  const { language } = useView()
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={props.all}
      href={({ id }) => `${ASSESSMENTS}/${id}`}
      columns={[
        { title: words.name, cell: ({ title }) => title },
        { title: words.activity, cell: ({ activity }) => props.said.word('activities', activity) },
        {
          title: words.outcome,
          cell: (each) => <Words of={needsAssessment(each) ? words.needed : words.notNeeded} />,
        },
        {
          title: words.conclusion,
          cell: ({ conclusion }) => conclusion && <Badge {...CONCLUSION_LOOKS[conclusion]} />,
        },
        {
          title: words.review,
          cell: ({ reviewOn, reviewDays }) =>
            reviewOn &&
            reviewDays !== null &&
            (reviewDays <= NEAR_DAYS ? (
              <Badge {...daysLook(reviewDays, NEAR_DAYS, language)} />
            ) : (
              <DateText day={reviewOn} form="short" />
            )),
        },
        {
          title: words.measures,
          cell: ({ openMeasures }) => openMeasures || undefined,
          align: 'end',
        },
      ]}
      empty={<EmptyState title={words.none} lead={words.noneWhy} icon="eye" />}
    />
  )
}

const input = z.object({
  activity: z.string().min(1).max(60),
  title: z.string().trim().min(1).max(200),
  listed: z.preprocess(textList, z.array(z.string().max(60)).max(20)),
  criteria: z.preprocess(textList, z.array(z.string().max(60)).max(20)),
  reasons: z.string().trim().min(1).max(4000),
})

/** Looks at a processing by the authority's list and the European criteria. */
export const screeningPage = formPage(`${ASSESSMENTS}/nieuw`, {
  input,
  labels: { activity: words.activity, title: words.name, reasons: words.reasons },
  read: readAll,
  view: ({ said }, form, door) => (
    <Screen door={door} title={words.newTitle} width="narrow">
      <PageHeader
        title={words.newTitle}
        lead={words.newLead}
        breadcrumbs={[{ label: words.title, href: ASSESSMENTS }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action={`${ASSESSMENTS}/nieuw`}
        submit={words.save}
        cancelHref={ASSESSMENTS}
        formId={form.formId}
      >
        <SelectField
          name="activity"
          label={words.activity}
          options={Object.keys(said.statement.declarations.activities).map((value) => ({
            value,
            label: said.title('activities', value),
          }))}
          value={form.value('activity')}
          error={form.fault('activity')}
          required
        />
        <TextField
          name="title"
          label={words.name}
          value={form.value('title')}
          error={form.fault('title')}
          maxLength={200}
          required
        />
        <CheckboxGroup
          name="listed"
          label={words.listed}
          options={Object.entries(LISTED).map(([value, label]) => ({ value, label }))}
          values={form.chosen('listed')}
        />
        <CheckboxGroup
          name="criteria"
          label={words.criteria}
          options={Object.entries(CRITERIA).map(([value, label]) => ({ value, label }))}
          values={form.chosen('criteria')}
        />
        <TextArea
          name="reasons"
          label={words.reasons}
          value={form.value('reasons')}
          error={form.fault('reasons')}
          maxLength={4000}
          required
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, input: screening, formId }) => {
    await once(() =>
      door.change('register-keeping', (tx) => screen(tx, { id: formId, ...screening })),
    )
    return { to: `${ASSESSMENTS}/${formId}`, done: 'saved' }
  },
})
