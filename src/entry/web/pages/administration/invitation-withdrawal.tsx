import { z } from 'zod'
import { listInvitations, withdrawInvitation } from '#duties/administration/invitation.ts'
import { ConfirmPanel, ErrorSummary, PageHeader } from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { readOffice } from './office.ts'

const words = {
  invitations: { nl: 'Uitnodigingen', en: 'Invitations' },
  title: { nl: 'Uitnodiging intrekken', en: 'Withdraw an invitation' },
  question: { nl: 'Uitnodiging van {name} intrekken?', en: 'Withdraw the invitation of {name}?' },
  lead: {
    nl: 'U kunt daarna een nieuwe uitnodiging sturen.',
    en: 'After that you can send a new invitation.',
  },
  goes: {
    nl: 'De link in de e-mail aan {email} werkt niet meer.',
    en: 'The link in the e-mail to {email} no longer works.',
  },
  confirm: { nl: 'Uitnodiging intrekken', en: 'Withdraw the invitation' },
} satisfies Record<string, Text>

/** Takes back an invitation that nobody accepted. */
export const invitationWithdrawalPage = formPage('/beheer/uitnodigingen/:id/intrekken', {
  input: z.object({}),
  read: async (door, params) => {
    const id = idOf(params)
    const { all } = await readOffice(door, 'invitations', { all: listInvitations })
    const invitation = all.find((each) => each.id === id && each.state !== 'accepted')
    if (!invitation) throw new AppError('NOT_FOUND')
    return invitation
  },
  view: ({ id, name, email }, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        breadcrumbs={[{ label: words.invitations, href: '/beheer/uitnodigingen' }]}
      />
      <ErrorSummary errors={form.faults} />
      <ConfirmPanel
        title={say(words.question, door.language, { name })}
        lead={words.lead}
        goes={[say(words.goes, door.language, { email })]}
        action={`/beheer/uitnodigingen/${id}/intrekken`}
        confirm={words.confirm}
        cancelHref="/beheer/uitnodigingen"
      />
    </Screen>
  ),
  act: async ({ door, params }) => {
    await door.change('administration', (tx) => withdrawInvitation(tx, idOf(params)))
    return { to: '/beheer/uitnodigingen', done: 'invitation-withdrawn' }
  },
})
