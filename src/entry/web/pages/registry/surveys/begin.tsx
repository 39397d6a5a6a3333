import { z } from 'zod'
import {
  EmptyState,
  ErrorSummary,
  Form,
  PageHeader,
  SelectField,
  TextField,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { requiredText } from '#entry/web/pages/work/input.ts'
import type { Text } from '#kernel/language.ts'
import { beginSurvey, listCommissioners } from '#modules/registry/index.ts'
import { postOf, surveyPath, SURVEYING, SURVEYS } from './surveys.ts'

const NAME_LIMIT = 200
const PATH = `${SURVEYS}/nieuw`

const words = {
  title: { nl: 'Enquête beginnen', en: 'Begin a survey' },
  lead: {
    nl: 'De opdrachtgever krijgt een mail met een link om de tekst en het adres van de vragenlijst aan te leveren.',
    en: 'The commissioning party gets an email with a link to supply the text and the address of the questionnaire.',
  },
  surveys: { nl: 'Enquêtes', en: 'Surveys' },
  party: { nl: 'In opdracht van', en: 'Commissioned by' },
  name: { nl: 'Hoe noemt u deze enquête?', en: 'What do you call this survey?' },
  nameHint: {
    nl: 'Alleen u en de opdrachtgever zien deze naam.',
    en: 'Only you and the commissioning party see this name.',
  },
  send: { nl: 'Beginnen en link sturen', en: 'Begin and send the link' },
  none: { nl: 'Nog geen opdrachtgevers', en: 'No commissioning parties yet' },
  noneWhy: {
    nl: 'Een beheerder voegt eerst de opdrachtgever toe bij Partijen, met een e-mailadres.',
    en: 'Ask an administrator to add the commissioning party under Parties first, with an email address.',
  },
} satisfies Record<string, Text>

/** Begins a survey for a party. */
export const beginSurveyPage = formPage(PATH, {
  input: z.object({ party: z.uuid(), name: requiredText(NAME_LIMIT) }),
  labels: { party: words.party, name: words.name },
  read: (door) => door.list(SURVEYING, 'surveys', { parties: listCommissioners }),
  view: ({ parties }, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: words.surveys, href: SURVEYS }]}
      />
      <ErrorSummary errors={form.faults} />
      {parties.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="people" />
      ) : (
        <Form action={PATH} submit={words.send} cancelHref={SURVEYS} formId={form.formId}>
          <SelectField
            name="party"
            label={words.party}
            options={parties.map(({ id, name }) => ({ value: id, label: name }))}
            value={form.value('party')}
            error={form.fault('party')}
            required
          />
          <TextField
            name="name"
            label={words.name}
            hint={words.nameHint}
            value={form.value('name')}
            error={form.fault('name')}
            maxLength={NAME_LIMIT}
            autocomplete="off"
            required
          />
        </Form>
      )}
    </Screen>
  ),
  act: async ({ door, input, formId }) => {
    const begun = { id: formId, partyId: input.party, name: input.name, language: 'nl' as const }
    await once(() => door.change(SURVEYING, (tx) => beginSurvey(tx, postOf(door), begun)))
    return { to: surveyPath(formId), done: 'survey-begun' }
  },
})
