import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  Badge,
  DataTable,
  DateText,
  ErrorSummary,
  Form,
  Notice,
  RadioGroup,
  Section,
  Stack,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { requiredText } from '#entry/web/pages/work/input.ts'
import { LANGUAGE_OPTIONS } from '#entry/web/pages/work/language-choice.ts'
import { postToClient } from '#entry/web/pages/work/post.ts'
import { AppError } from '#kernel/error.ts'
import { LANGUAGES, type Text } from '#kernel/language.ts'
import {
  inviteClient,
  invitationReads,
  type InvitationView,
  readInvitations,
  withdrawInvitation,
} from '#modules/practice/index.ts'
import { hasOwnPages } from './next-step.ts'
import { DossierStepScreen } from './screen.tsx'

const words = {
  title: { nl: 'De cliënt uitnodigen', en: 'Inviting the client' },
  lead: {
    nl: 'De cliënt krijgt een e-mail met een link, maakt een account en ziet daarna het eigen dossier.',
    en: 'The client gets an email with a link, makes an account and then sees the own dossier.',
  },
  has: {
    nl: 'De cliënt heeft al toegang. Een nieuwe uitnodiging is alleen nodig voor een ander account.',
    en: 'The client has access already. A new invitation is only needed for another account.',
  },
  email: { nl: 'E-mailadres van de cliënt', en: 'Email address of the client' },
  emailHint: {
    nl: 'Kijk het goed na: wie deze e-mail opent, kan het dossier lezen.',
    en: 'Check it well: whoever opens this email can read the dossier.',
  },
  language: { nl: 'Taal van de e-mail', en: 'Language of the email' },
  send: { nl: 'Uitnodiging sturen', en: 'Send the invitation' },
  sent: { nl: 'Verstuurde uitnodigingen', en: 'Invitations sent' },
  to: { nl: 'Naar', en: 'To' },
  on: { nl: 'Verstuurd', en: 'Sent' },
  until: { nl: 'Geldig tot', en: 'Valid until' },
  state: { nl: 'Stand', en: 'State' },
  open: { nl: 'Nog niet gebruikt', en: 'Not used yet' },
  accepted: { nl: 'Aangenomen', en: 'Accepted' },
  expired: { nl: 'Verlopen', en: 'Expired' },
  act: { nl: 'Doen', en: 'Do' },
  takeBack: { nl: 'Intrekken', en: 'Take back' },
} satisfies Record<string, Text>

const EMAIL_LIMIT = 254

interface InvitePage {
  readonly file: OpenedFile
  readonly invitations: readonly InvitationView[]
}

/** Invites the client to see and use the own dossier. */
export function invitePage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/uitnodigen`, {
    input: z.object({
      email: requiredText(EMAIL_LIMIT).pipe(z.email()),
      language: z.enum(LANGUAGES),
    }),
    labels: { email: words.email, language: words.language },
    read: async (door, params): Promise<InvitePage> => {
      const { file, answers } = await openFileWith(door, desk, params, invitationReads)
      if (!file.access.can('invitations', 'insert')) throw new AppError('NOT_FOUND')
      return { file, invitations: readInvitations(answers.invitations) }
    },
    view: drawInvite,
    act: async ({ door, input, params, formId }) => {
      const id = idOf(params)
      const post = postToClient(door, id)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          inviteClient(tx, { id: formId, post, ...input }),
        ),
      )
      return { to: `${desk.path}/${id}`, done: 'invited' }
    },
  })
}

/** Takes back an invitation that was not accepted. */
export function withdrawInvitationAct(desk: Desk): Route {
  return act(`${desk.path}/:id/uitnodigingen/:invitation/intrekken`, async ({ door, params }) => {
    const id = idOf(params)
    const invitationId = idOf(params, 'invitation')
    await door.changeDossier(desk.activity, id, (tx) => withdrawInvitation(tx, invitationId))
    return { to: `${desk.path}/${id}/uitnodigen`, done: 'invitation-withdrawn' }
  })
}

function drawInvite({ file, invitations }: InvitePage, form: FormState, door: Door): JSX.Element {
  const { dossier, path } = file
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="overview"
      title={words.title}
      lead={words.lead}
    >
      <Stack gap="large">
        {hasOwnPages(file) && (
          <Notice tone="neutral">
            <p>
              <Words of={words.has} />
            </p>
          </Notice>
        )}
        <Stack>
          <ErrorSummary errors={form.faults} />
          <Form
            action={`${path}/uitnodigen`}
            submit={words.send}
            cancelHref={path}
            formId={form.formId}
          >
            <TextField
              name="email"
              type="email"
              label={words.email}
              hint={words.emailHint}
              required
              maxLength={EMAIL_LIMIT}
              value={form.value('email', dossier.client?.email)}
              error={form.fault('email')}
            />
            <RadioGroup
              name="language"
              label={words.language}
              required
              options={LANGUAGE_OPTIONS}
              value={form.value('language', dossier.notices[0]?.language ?? 'nl')}
              error={form.fault('language')}
            />
          </Form>
        </Stack>
        {invitations.length > 0 && <Sent file={file} invitations={invitations} />}
      </Stack>
    </DossierStepScreen>
  )
}

const TONES = { open: 'info', accepted: 'success', expired: 'neutral' } as const

function Sent({ file, invitations }: InvitePage): JSX.Element {
  const mayWithdraw = file.access.can('invitations', 'delete')
  return (
    <Section title={words.sent}>
      <DataTable
        caption={words.sent}
        captionHidden
        rows={invitations}
        columns={[
          { title: words.to, cell: ({ email }) => email },
          { title: words.on, cell: ({ invitedAt }) => <DateText day={invitedAt} form="short" /> },
          {
            title: words.until,
            cell: ({ expiresAt }) => <DateText day={expiresAt} form="short" />,
          },
          {
            title: words.state,
            cell: ({ state }) => <Badge label={words[state]} tone={TONES[state]} />,
          },
          {
            title: words.act,
            cell: ({ id, state }) =>
              state === 'open' &&
              mayWithdraw && (
                <ActionForm
                  action={`${file.path}/uitnodigingen/${id}/intrekken`}
                  label={words.takeBack}
                  look="plain"
                  size="small"
                />
              ),
          },
        ]}
        empty={null}
      />
    </Section>
  )
}
