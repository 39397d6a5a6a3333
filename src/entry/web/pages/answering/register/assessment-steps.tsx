import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { addMeasure, CONCLUSIONS, RISK_LEVELS, writeReport } from '#duties/register/assessment.ts'
import {
  DateField,
  ErrorSummary,
  Form,
  PageHeader,
  RadioGroup,
  TextArea,
  TextField,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { type AssessmentCase, readAssessment } from './assessment.tsx'
import { ASSESSMENTS, CONCLUSION_LOOKS, LEVEL_LOOKS } from './assessment-words.ts'

const words = {
  assessments: { nl: 'Beoordelingen', en: 'Assessments' },
  report: { nl: 'Verslag van de beoordeling', en: 'Report of the assessment' },
  necessity: {
    nl: 'Is de verwerking nodig, en kan het met minder',
    en: 'Is it necessary, and could less do',
  },
  risks: { nl: 'Welke risico’s zijn er voor mensen', en: 'Which risks are there for people' },
  advice: { nl: 'Advies van de functionaris', en: 'Advice of the officer' },
  conclusion: { nl: 'Conclusie', en: 'Conclusion' },
  reviewOn: { nl: 'Wanneer bekijken wij dit opnieuw', en: 'When do we look at this again' },
  measureTitle: { nl: 'Maatregel afspreken', en: 'Agree on a measure' },
  risk: { nl: 'Tegen welk risico', en: 'Against which risk' },
  level: { nl: 'Hoe groot is dat', en: 'How high is it' },
  measure: { nl: 'Wat gaan wij doen', en: 'What will we do' },
  dueOn: { nl: 'Uiterlijk', en: 'By' },
  save: { nl: 'Opslaan', en: 'Save' },
} satisfies Record<string, Text>

/** Writes the report of an assessment. */
export const reportPage = formPage(`${ASSESSMENTS}/:id/verslag`, {
  input: z.object({
    necessity: z.string().trim().min(1).max(8000),
    risks: z.string().trim().min(1).max(8000),
    advice: z.string().trim().min(1).max(8000),
    conclusion: z.enum(CONCLUSIONS),
    reviewOn: z.iso.date(),
  }),
  labels: {
    necessity: words.necessity,
    risks: words.risks,
    advice: words.advice,
    conclusion: words.conclusion,
    reviewOn: words.reviewOn,
  },
  read: readAssessment,
  view: (own, form, door) => {
    const [known] = own.reports
    const text = (name: 'necessity' | 'risks' | 'advice') => (
      <TextArea
        name={name}
        label={words[name]}
        value={form.value(name, known?.[name])}
        error={form.fault(name)}
        maxLength={8000}
        height="tall"
        required
      />
    )
    return (
      <Step own={own} form={form} door={door} title={words.report} part="verslag">
        {text('necessity')}
        {text('risks')}
        {text('advice')}
        <RadioGroup
          name="conclusion"
          label={words.conclusion}
          options={CONCLUSIONS.map((value) => ({ value, label: CONCLUSION_LOOKS[value].label }))}
          value={form.value('conclusion', known?.conclusion)}
          error={form.fault('conclusion')}
          required
        />
        <DateField
          name="reviewOn"
          label={words.reviewOn}
          value={form.value('reviewOn')}
          error={form.fault('reviewOn')}
          required
        />
      </Step>
    )
  },
  act: async ({ door, params, input, formId }) => {
    const assessmentId = idOf(params)
    await once(() =>
      door.change('register-keeping', (tx) =>
        writeReport(tx, { id: formId, assessmentId, ...input }),
      ),
    )
    return { to: `${ASSESSMENTS}/${assessmentId}`, done: 'saved' }
  },
})

/** Agrees on a measure. */
export const measurePage = formPage(`${ASSESSMENTS}/:id/maatregel`, {
  input: z.object({
    risk: z.string().trim().min(1).max(500),
    level: z.enum(RISK_LEVELS),
    measure: z.string().trim().min(1).max(1000),
    dueOn: z.iso.date(),
  }),
  labels: { risk: words.risk, level: words.level, measure: words.measure, dueOn: words.dueOn },
  read: readAssessment,
  view: (own, form, door) => (
    <Step own={own} form={form} door={door} title={words.measureTitle} part="maatregel">
      <TextField
        name="risk"
        label={words.risk}
        value={form.value('risk')}
        error={form.fault('risk')}
        maxLength={500}
        required
      />
      <RadioGroup
        name="level"
        label={words.level}
        options={RISK_LEVELS.map((value) => ({ value, label: LEVEL_LOOKS[value].label }))}
        value={form.value('level')}
        error={form.fault('level')}
        required
      />
      <TextArea
        name="measure"
        label={words.measure}
        value={form.value('measure')}
        error={form.fault('measure')}
        maxLength={1000}
        required
      />
      <DateField
        name="dueOn"
        label={words.dueOn}
        value={form.value('dueOn')}
        error={form.fault('dueOn')}
        required
      />
    </Step>
  ),
  act: async ({ door, params, input, formId }) => {
    const assessmentId = idOf(params)
    await once(() =>
      door.change('register-keeping', (tx) =>
        addMeasure(tx, { id: formId, assessmentId, ...input }),
      ),
    )
    return { to: `${ASSESSMENTS}/${assessmentId}`, done: 'saved' }
  },
})

interface StepProps {
  readonly own: AssessmentCase
  readonly form: FormState
  readonly door: Door
  readonly title: Text
  readonly part: string
  readonly children?: Child
}

function Step({ own, form, door, title, part, children }: StepProps): JSX.Element {
  const { assessment, path } = own
  return (
    <Screen door={door} title={title} width="narrow">
      <PageHeader
        title={title}
        breadcrumbs={[
          { label: words.assessments, href: ASSESSMENTS },
          { label: assessment.title, href: path },
        ]}
      />
      <ErrorSummary errors={form.faults} />
      <Form action={`${path}/${part}`} submit={words.save} cancelHref={path} formId={form.formId}>
        {children}
      </Form>
    </Screen>
  )
}
