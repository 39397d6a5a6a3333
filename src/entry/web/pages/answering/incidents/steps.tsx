import { z } from 'zod'
import { assessIncident, closeIncident, decideIncident } from '#duties/incidents/handling.ts'
import { NATURES, SEVERITIES } from '#duties/incidents/incident.ts'
import {
  CheckboxField,
  CheckboxGroup,
  RadioGroup,
  TextArea,
  TextField,
} from '#entry/web/components/index.ts'
import { formPage, once, textList } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import { INCIDENTS, readCase } from './case.ts'
import { Step } from './step.tsx'
import { NATURE_WORDS, SEVERITY_LOOKS } from './words.ts'

const words = {
  assess: { nl: 'Incident beoordelen', en: 'Assess the incident' },
  assessWhy: {
    nl: 'Schrijf op wat u nu weet. Weet u later meer, dan beoordeelt u opnieuw.',
    en: 'Write what you know now. When you know more, assess again.',
  },
  severity: { nl: 'Hoe ernstig is het', en: 'How serious is it' },
  low: {
    nl: 'Er is geen risico te verwachten voor mensen',
    en: 'No risk to people is to be expected',
  },
  middle: { nl: 'Er is een risico voor mensen', en: 'There is a risk to people' },
  high: {
    nl: 'Er is een groot risico, zoals fraude, discriminatie of schade aan de naam',
    en: 'There is a high risk, such as fraud, discrimination or harm to a reputation',
  },
  nature: { nl: 'Wat is er gebeurd', en: 'What happened' },
  affected: { nl: 'Hoeveel mensen raakt het ongeveer', en: 'About how many people are affected' },
  who: { nl: 'Wie zijn dat', en: 'Who are they' },
  whoWhy: {
    nl: 'In algemene woorden, zonder namen: “cliënten van één coach”.',
    en: 'In general words, without names: “clients of one coach”.',
  },
  data: { nl: 'Welke gegevens', en: 'Which data' },
  consequences: { nl: 'Wat kunnen de gevolgen zijn', en: 'What can the consequences be' },
  measures: { nl: 'Wat is er gedaan of komt er nog', en: 'What was done or will be' },
  decide: { nl: 'Besluiten over melden', en: 'Decide on notifying' },
  decideWhy: {
    nl: 'Melden aan de Autoriteit Persoonsgegevens moet, tenzij er waarschijnlijk geen risico is. Betrokkenen moeten het weten als het risico groot is.',
    en: 'The Dutch authority must be told, unless a risk is unlikely. The people concerned must know when the risk is high.',
  },
  toAuthority: {
    nl: 'Wij melden het aan de Autoriteit Persoonsgegevens',
    en: 'We notify the Dutch Data Protection Authority',
  },
  toPersons: { nl: 'Wij vertellen het aan betrokkenen', en: 'We tell the people concerned' },
  reasons: { nl: 'Waarom besluit u dit', en: 'Why do you decide so' },
  reasonsWhy: {
    nl: 'Ook als u niet meldt: de toezichthouder kan ernaar vragen.',
    en: 'Also when you do not notify: the authority can ask for it.',
  },
  close: { nl: 'Incident afsluiten', en: 'Close the incident' },
  closeWhy: {
    nl: 'Daarna kan er niets meer bij. De bewaartermijn begint.',
    en: 'Nothing can be added afterwards. Its retention begins.',
  },
  lessons: { nl: 'Wat leren wij ervan', en: 'What do we learn from it' },
} satisfies Record<string, Text>

const LEVEL_HINTS = { low: words.low, middle: words.middle, high: words.high }

const assessment = z.object({
  severity: z.enum(SEVERITIES),
  nature: z.preprocess(textList, z.array(z.enum(NATURES)).min(1)),
  affected: z.coerce.number().int().min(0).max(1_000_000),
  who: z.string().trim().min(1).max(1000),
  data: z.preprocess(textList, z.array(z.string().max(60)).max(50)),
  consequences: z.string().trim().min(1).max(4000),
  measures: z.string().trim().min(1).max(4000),
})

/** Judges how bad an incident is. */
export const incidentAssessmentPage = formPage(`${INCIDENTS}/:id/beoordelen`, {
  input: assessment,
  labels: {
    severity: words.severity,
    nature: words.nature,
    affected: words.affected,
    who: words.who,
    consequences: words.consequences,
    measures: words.measures,
  },
  read: readCase,
  view: (own, form, door) => {
    const { said, assessments } = own
    const [known] = assessments
    return (
      <Step
        own={own}
        form={form}
        door={door}
        title={words.assess}
        lead={words.assessWhy}
        part="beoordelen"
      >
        <RadioGroup
          name="severity"
          label={words.severity}
          options={SEVERITIES.map((value) => ({
            value,
            label: SEVERITY_LOOKS[value].label,
            hint: LEVEL_HINTS[value],
          }))}
          value={form.value('severity', known?.severity)}
          error={form.fault('severity')}
          required
        />
        <CheckboxGroup
          name="nature"
          label={words.nature}
          options={NATURES.map((value) => ({ value, label: NATURE_WORDS[value] }))}
          values={form.chosen('nature', known?.nature)}
          error={form.fault('nature')}
          required
        />
        <TextField
          name="affected"
          type="number"
          inputmode="numeric"
          width="short"
          label={words.affected}
          value={form.value('affected', known && String(known.affected))}
          error={form.fault('affected')}
          required
        />
        <TextField
          name="who"
          label={words.who}
          hint={words.whoWhy}
          value={form.value('who', known?.who)}
          error={form.fault('who')}
          maxLength={1000}
          required
        />
        <CheckboxGroup
          name="data"
          label={words.data}
          options={Object.keys(said.statement.declarations.categories).map((value) => ({
            value,
            label: said.title('categories', value),
          }))}
          values={form.chosen('data', known?.data)}
          error={form.fault('data')}
        />
        <TextArea
          name="consequences"
          label={words.consequences}
          value={form.value('consequences', known?.consequences)}
          error={form.fault('consequences')}
          maxLength={4000}
          required
        />
        <TextArea
          name="measures"
          label={words.measures}
          value={form.value('measures', known?.measures)}
          error={form.fault('measures')}
          maxLength={4000}
          required
        />
      </Step>
    )
  },
  act: async ({ door, params, input, formId }) => {
    const incidentId = idOf(params)
    await once(() =>
      door.change('incident-handling', (tx) =>
        assessIncident(tx, { id: formId, incidentId, ...input }),
      ),
    )
    return { to: `${INCIDENTS}/${incidentId}`, done: 'saved' }
  },
})

const checked = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on')

/** Decides whether an incident is notified. */
export const incidentDecisionPage = formPage(`${INCIDENTS}/:id/besluiten`, {
  input: z.object({
    toAuthority: checked,
    toPersons: checked,
    reasons: z.string().trim().min(1).max(4000),
  }),
  labels: { reasons: words.reasons },
  read: readCase,
  view: (own, form, door) => (
    <Step
      own={own}
      form={form}
      door={door}
      title={words.decide}
      lead={words.decideWhy}
      part="besluiten"
    >
      <CheckboxField
        name="toAuthority"
        label={words.toAuthority}
        checked={form.value('toAuthority') === 'on'}
        error={form.fault('toAuthority')}
      />
      <CheckboxField
        name="toPersons"
        label={words.toPersons}
        checked={form.value('toPersons') === 'on'}
        error={form.fault('toPersons')}
      />
      <TextArea
        name="reasons"
        label={words.reasons}
        hint={words.reasonsWhy}
        value={form.value('reasons')}
        error={form.fault('reasons')}
        maxLength={4000}
        height="tall"
        required
      />
    </Step>
  ),
  act: async ({ door, params, input, formId }) => {
    const incidentId = idOf(params)
    await once(() =>
      door.change('incident-handling', (tx) =>
        decideIncident(tx, { id: formId, incidentId, ...input }),
      ),
    )
    return { to: `${INCIDENTS}/${incidentId}`, done: 'saved' }
  },
})

/** Ends an incident. */
export const incidentClosurePage = formPage(`${INCIDENTS}/:id/afsluiten`, {
  input: z.object({ lessons: z.string().trim().min(1).max(4000) }),
  labels: { lessons: words.lessons },
  read: readCase,
  view: (own, form, door) => (
    <Step
      own={own}
      form={form}
      door={door}
      title={words.close}
      lead={words.closeWhy}
      part="afsluiten"
    >
      <TextArea
        name="lessons"
        label={words.lessons}
        value={form.value('lessons')}
        error={form.fault('lessons')}
        maxLength={4000}
        height="tall"
        required
      />
    </Step>
  ),
  act: async ({ door, params, input: { lessons } }) => {
    const id = idOf(params)
    await once(() => door.change('incident-handling', (tx) => closeIncident(tx, id, lessons)))
    return { to: `${INCIDENTS}/${id}`, done: 'incident-closed' }
  },
})
