import { z } from 'zod'
import {
  EmptyState,
  ErrorSummary,
  Form,
  HiddenField,
  type Option,
  SelectField,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { choiceReads, colleagueOptions } from '#entry/web/pages/work/choices.ts'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { postToClient } from '#entry/web/pages/work/post.ts'
import { AppError } from '#kernel/error.ts'
import { LANGUAGES, type Text } from '#kernel/language.ts'
import { askPartnerAccess } from '#modules/practice/index.ts'
import { DossierStepScreen } from './screen.tsx'
import { clientLanguage } from './subject.ts'
import { consentText, WordingPanel } from './wording.tsx'
import { isOpenForWriting } from './writing.ts'

const words = {
  title: { nl: 'Een partnercoach vragen', en: 'Asking for a partner coach' },
  lead: {
    nl: 'Een partnercoach leest het dossier en schrijft erin. Dat kan pas als de cliënt het goedvindt.',
    en: 'A partner coach reads the dossier and writes in it. That can be done only when the client agrees.',
  },
  coach: { nl: 'Wie wordt partnercoach?', en: 'Who becomes partner coach?' },
  then: {
    nl: 'Daaronder komt de naam van de partnercoach.',
    en: 'Below that comes the name of the partner coach.',
  },
  ask: { nl: 'De cliënt vragen', en: 'Ask the client' },
  nobody: { nl: 'Er is geen andere coach', en: 'There is no other coach' },
} satisfies Record<string, Text>

const COACH_MISSING = because({ nl: 'Kies een coach.', en: 'Choose a coach.' })

interface PartnerPage {
  readonly file: OpenedFile
  readonly coaches: readonly Option[]
}

/** Asks the client whether another coach may work in the dossier. */
export function partnerPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/toestemmingen/partnercoach`, {
    input: z.object({ coachId: z.uuid(COACH_MISSING), language: z.enum(LANGUAGES) }),
    labels: { coachId: words.coach },
    read: async (door, params): Promise<PartnerPage> => {
      const { file, answers } = await openFileWith(door, desk, params, choiceReads)
      if (!isOpenForWriting(file, 'consent_requests')) throw new AppError('NOT_FOUND')
      consentText(file, 'partner-access')
      return { file, coaches: colleagueOptions(answers, door.me?.accountId) }
    },
    view: ({ file, coaches }, form, door) => (
      <DossierStepScreen
        door={door}
        file={file}
        part="consents"
        title={words.title}
        lead={words.lead}
      >
        <ErrorSummary errors={form.faults} />
        <WordingPanel file={file} consent="partner-access" then={words.then} />
        {coaches.length === 0 ? (
          <EmptyState title={words.nobody} icon="people" />
        ) : (
          <Form
            action={`${file.path}/toestemmingen/partnercoach`}
            submit={words.ask}
            cancelHref={`${file.path}/toestemmingen`}
            formId={form.formId}
          >
            <HiddenField name="language" value={clientLanguage(file)} />
            <SelectField
              name="coachId"
              label={words.coach}
              required
              options={coaches}
              value={form.value('coachId')}
              error={form.fault('coachId')}
            />
          </Form>
        )}
      </DossierStepScreen>
    ),
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const post = postToClient(door, id)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          askPartnerAccess(tx, { id: formId, post, ...input }),
        ),
      )
      return { to: `${desk.path}/${id}/toestemmingen`, done: 'consent-asked' }
    },
  })
}
