import { z } from 'zod'
import { inviteMember } from '#accounts/index.ts'
import {
  CheckboxGroup,
  ErrorSummary,
  Form,
  PageHeader,
  TextField,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, once, textList } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { because } from '#entry/web/http/faults.ts'
import { pointing } from './field-fault.ts'
import { functionOptions } from './function-words.ts'
import { InviteeFields, inviteeInput } from './invitee-fields.tsx'
import { readOffice } from './office.ts'

const words = {
  invitations: { nl: 'Uitnodigingen', en: 'Invitations' },
  title: { nl: 'Een medewerker uitnodigen', en: 'Invite a member of staff' },
  lead: {
    nl: 'Wie de uitnodiging aanneemt, kiest een wachtwoord en stelt inloggen in twee stappen in. Een contactpersoon van een opdrachtgever nodigt u uit bij de partij zelf.',
    en: 'Whoever accepts the invitation chooses a password and sets up two-step sign-in. You invite a contact of a principal on the page of that party.',
  },
  jobTitle: { nl: 'Titel', en: 'Title' },
  jobTitleHint: {
    nl: 'Zo staat deze medewerker bij een dossier: “coach”.',
    en: 'How this member is shown with a dossier: “coach”.',
  },
  functions: { nl: 'Functies', en: 'Functions' },
  choose: { nl: 'Kies ten minste één functie.', en: 'Choose at least one function.' },
  send: { nl: 'Uitnodiging versturen', en: 'Send the invitation' },
} satisfies Record<string, Text>

const input = inviteeInput.extend({
  title: z.string().trim().max(200),
  functions: z.preprocess(
    textList,
    z.array(z.string().max(60)).min(1, because(words.choose)).max(20),
  ),
})

/** Which field a refusal to invite is about. */
export const INVITATION_FIELDS = {
  EMAIL_INVALID: 'email',
  INVITATION_OPEN: 'email',
  INVITED_ALREADY_IN: 'email',
  OWN_FUNCTION: 'email',
  INVITED_TO_NOTHING: 'functions',
  FUNCTION_UNKNOWN: 'functions',
} as const

/** The organisation as an invitation names it. */
export function invitingOrganisation({ visit }: Door): { id: string; title: string } {
  const { organisation: id, site } = visit
  return { id, title: site.organisations.get(id)?.label ?? site.home.label }
}

/** Invites somebody to work here. */
export const invitePage = formPage('/beheer/uitnodigingen/nieuw', {
  input,
  read: async (door) => {
    await readOffice(door, 'inviting', {})
    const { organisation, site } = door.visit
    return functionOptions(await site.publication.current(organisation), door.language)
  },
  view: (options, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: words.invitations, href: '/beheer/uitnodigingen' }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form
        action="/beheer/uitnodigingen/nieuw"
        submit={words.send}
        cancelHref="/beheer/uitnodigingen"
        formId={form.formId}
      >
        <InviteeFields form={form} />
        <TextField
          name="title"
          label={words.jobTitle}
          hint={words.jobTitleHint}
          value={form.value('title')}
          error={form.fault('title')}
          maxLength={200}
          autocomplete="off"
        />
        <CheckboxGroup
          name="functions"
          label={words.functions}
          options={options}
          values={form.chosen('functions')}
          error={form.fault('functions')}
          required
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, formId, input: member }) => {
    await pointing(INVITATION_FIELDS, () =>
      once(() =>
        door.change('administration', (tx) =>
          inviteMember(tx, door.visit.site.outbox, {
            ...member,
            id: formId,
            organisation: invitingOrganisation(door),
          }),
        ),
      ),
    )
    return { to: '/beheer/uitnodigingen', done: 'invited' }
  },
})
