import { z } from 'zod'
import { reportIncident } from '#duties/incidents/handling.ts'
import {
  dayOf,
  DateField,
  ErrorSummary,
  Form,
  Notice,
  PageHeader,
  TextArea,
  Words,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { postOf } from '#entry/web/pages/answering/post.ts'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import type { Text } from '#kernel/language.ts'

const words = {
  title: { nl: 'Incident melden', en: 'Report an incident' },
  lead: {
    nl: 'Is er iets misgegaan met gegevens van mensen, of denkt u dat? Meld het meteen. Twee vragen, en de functionaris gaat ermee verder.',
    en: 'Did something go wrong with people’s data, or do you think so? Report it at once. Two questions, and the officer takes it from there.',
  },
  what: { nl: 'Wat is er gebeurd', en: 'What happened' },
  whatWhy: {
    nl: 'Wat, waar en met welke gegevens. Noem geen namen van cliënten.',
    en: 'What, where and with which data. Do not name clients.',
  },
  when: { nl: 'Wanneer ontdekte u het', en: 'When did you discover it' },
  whenWhy: { nl: 'Vanaf dan telt de termijn van 72 uur.', en: 'The 72 hours count from then.' },
  future: { nl: 'Dit moment is nog niet geweest.', en: 'This moment has not come yet.' },
  send: { nl: 'Incident melden', en: 'Report the incident' },
  examples: {
    nl: 'Een incident is bijvoorbeeld: een mail naar de verkeerde, een laptop of papieren dossier kwijt, iemand die meekeek, een virus.',
    en: 'An incident is, for example: a mail to the wrong person, a laptop or paper file lost, somebody looking along, a virus.',
  },
  thanks: { nl: 'Dank u, het incident is gemeld', en: 'Thank you, the incident was reported' },
  thanksLead: {
    nl: 'De functionaris gegevensbescherming heeft bericht gekregen en neemt contact op als er vragen zijn.',
    en: 'The data protection officer was told and will get in touch when there are questions.',
  },
  next: {
    nl: 'Bewaar wat bewijs kan zijn, zoals de mail of het scherm. Wis niets en praat er niet over met wie er niets mee te maken heeft.',
    en: 'Keep what can be evidence, such as the mail or the screen. Delete nothing and do not speak of it with those it does not concern.',
  },
} satisfies Record<string, Text>

const PATH = '/incident'

const input = z.object({
  what: z.string().trim().min(1).max(4000),
  discoveredOn: z.iso.date().refine((day) => day <= dayOf(new Date()), because(words.future)),
})

/** Two fields in which everybody who works here reports an incident. */
export const incidentReportPage = formPage(PATH, {
  input,
  labels: { what: words.what, discoveredOn: words.when },
  read: async (door) => {
    await readAs(door, 'incident-reporting', 'reporting', {})
  },
  view: (_, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader title={words.title} lead={words.lead} />
      <ErrorSummary errors={form.faults} />
      <Notice>
        <Words of={words.examples} />
      </Notice>
      <Form action={PATH} submit={words.send} formId={form.formId}>
        <TextArea
          name="what"
          label={words.what}
          hint={words.whatWhy}
          value={form.value('what')}
          error={form.fault('what')}
          maxLength={4000}
          height="tall"
          required
        />
        <DateField
          name="discoveredOn"
          label={words.when}
          hint={words.whenWhy}
          value={form.value('discoveredOn', dayOf(new Date()))}
          error={form.fault('discoveredOn')}
          max={dayOf(new Date())}
          required
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, input: { what, discoveredOn }, formId }) => {
    const report = { id: formId, what, discoveredAt: momentOf(discoveredOn) }
    await once(() =>
      door.change('incident-reporting', (tx) => reportIncident(tx, report, postOf(door))),
    )
    return { to: `${PATH}/gemeld` }
  },
})

/**
 * Today is now; of an earlier day nobody knows the hour, and the clock counts from its beginning in
 * the Netherlands, at most an hour early.
 */
function momentOf(day: string): Date {
  return day === dayOf(new Date()) ? new Date() : new Date(`${day}T00:00:00+02:00`)
}

/** What is said after a report. */
export const incidentThanksPage = page(`${PATH}/gemeld`, {
  read: async (door) => {
    await readAs(door, 'incident-reporting', 'reporting', {})
  },
  view: (_, door) => (
    <Screen door={door} title={words.thanks} width="narrow">
      <PageHeader title={words.thanks} lead={words.thanksLead} />
      <Notice tone="success">
        <Words of={words.next} />
      </Notice>
    </Screen>
  ),
})
