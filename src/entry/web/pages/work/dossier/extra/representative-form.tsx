import { z } from 'zod'
import { ErrorSummary, Form, RadioGroup, TextField } from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { LANGUAGE_OPTIONS } from '#entry/web/pages/work/language-choice.ts'
import { postToClient } from '#entry/web/pages/work/post.ts'
import { AppError } from '#kernel/error.ts'
import { LANGUAGES, type Text } from '#kernel/language.ts'
import { inviteRepresentative } from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Vertegenwoordiger uitnodigen', en: 'Inviting a representative' },
  lead: {
    nl: 'Een ouder of voogd ziet het dossier en handelt voor de cliënt, tot die zestien wordt.',
    en: 'A parent or guardian sees the dossier and acts for the client, until they turn sixteen.',
  },
  name: { nl: 'Naam van de ouder of voogd', en: 'Name of the parent or guardian' },
  email: { nl: 'E-mailadres', en: 'Email address' },
  emailHint: {
    nl: 'Kijk het goed na: wie deze e-mail opent, kan het dossier lezen.',
    en: 'Check it well: whoever opens this email can read the dossier.',
  },
  language: { nl: 'Taal van de e-mail', en: 'Language of the email' },
  send: { nl: 'Uitnodiging sturen', en: 'Send the invitation' },
} satisfies Record<string, Text>

const NAME_LIMIT = 200
const EMAIL_LIMIT = 254

/** Invites who acts for a client under sixteen. */
export function representativePage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/extra/vertegenwoordiger`, {
    input: z.object({
      name: requiredText(NAME_LIMIT),
      email: requiredText(EMAIL_LIMIT).pipe(z.email()),
      language: z.enum(LANGUAGES),
    }),
    labels: { name: words.name, email: words.email, language: words.language },
    read: async (door, params): Promise<OpenedFile> => {
      const file = await openFile(door, desk, params)
      if (!file.access.can('invitations', 'insert')) throw new AppError('NOT_FOUND')
      return file
    },
    view: (file, form, door) => (
      <DossierStepScreen
        door={door}
        file={file}
        part="overview"
        title={words.title}
        lead={words.lead}
      >
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${file.path}/extra/vertegenwoordiger`}
          submit={words.send}
          cancelHref={`${file.path}/extra`}
          formId={form.formId}
        >
          <TextField
            name="name"
            label={words.name}
            required
            autocomplete="off"
            maxLength={NAME_LIMIT}
            value={form.value('name')}
            error={form.fault('name')}
          />
          <TextField
            name="email"
            type="email"
            label={words.email}
            hint={words.emailHint}
            required
            autocomplete="off"
            maxLength={EMAIL_LIMIT}
            value={form.value('email')}
            error={form.fault('email')}
          />
          <RadioGroup
            name="language"
            label={words.language}
            required
            options={LANGUAGE_OPTIONS}
            value={form.value('language', 'nl')}
            error={form.fault('language')}
          />
        </Form>
      </DossierStepScreen>
    ),
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const post = postToClient(door, id)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          inviteRepresentative(tx, { id: formId, post, ...input }),
        ),
      )
      return { to: `${desk.path}/${id}/extra`, done: 'invited' }
    },
  })
}
