import {
  Card,
  DataTable,
  EmptyState,
  LinkButton,
  Moment,
  PageHeader,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { WaitingMail } from '#jobs/delivery.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'

const words = {
  title: { nl: 'Postvak van de demonstratie', en: 'Mailbox of the demonstration' },
  lead: {
    nl: 'Hier staat alle e-mail die anders verstuurd zou zijn, de nieuwste bovenaan.',
    en: 'Here is all e-mail that would have been sent otherwise, the newest on top.',
  },
  subject: { nl: 'Onderwerp', en: 'Subject' },
  to: { nl: 'Aan', en: 'To' },
  at: { nl: 'Wanneer', en: 'When' },
  follow: { nl: 'De link volgen', en: 'Follow the link' },
  none: { nl: 'Nog geen e-mail', en: 'No e-mail yet' },
  noneWhy: {
    nl: 'Stuur een samenvatting of een uitnodiging; het bericht komt hier.',
    en: 'Send a summary or an invitation; the message comes here.',
  },
} satisfies Record<string, Text>

/** All mail of a demonstration, which is sent to nobody. */
export const mailboxPage = page('/demo/post', {
  read: async (door) => {
    await door.publicly({})
    return readMailbox(door)
  },
  view: (mails, door) => (
    <Screen door={door} title={words.title} open>
      <PageHeader title={words.title} lead={words.lead} />
      <DataTable
        caption={words.title}
        captionHidden
        rows={mails}
        href={({ id }) => `/demo/post/${id}`}
        columns={[
          { title: words.subject, cell: ({ mail }) => mail.subject },
          { title: words.to, cell: ({ mail }) => mail.to.name },
          { title: words.at, cell: ({ queuedAt }) => <Moment at={queuedAt} /> },
        ]}
        empty={<EmptyState title={words.none} lead={words.noneWhy} />}
      />
    </Screen>
  ),
})

/** One mail, with its link working. */
export const mailPage = page('/demo/post/:id', {
  read: async (door, params) => {
    await door.publicly({})
    const id = idOf(params)
    const found = (await readMailbox(door)).find((mail) => mail.id === id)
    if (!found) throw new AppError('NOT_FOUND')
    return found
  },
  view: ({ mail, queuedAt }, door) => (
    <Screen door={door} title={mail.subject} width="narrow" open>
      <PageHeader title={mail.subject} breadcrumbs={[{ label: words.title, href: '/demo/post' }]} />
      <Card meta={<Moment at={queuedAt} />} title={`${mail.to.name} <${mail.to.email}>`} level={2}>
        <WrittenText text={mail.text} />
        {linkIn(mail.text) && <LinkButton href={linkIn(mail.text) ?? ''} label={words.follow} />}
      </Card>
    </Screen>
  ),
})

/** The path of the link in a mail, on whatever address the demonstration is being looked at. */
function linkIn(text: string): string | undefined {
  const address = /https?:\/\/\S+/.exec(text)?.[0]
  if (address === undefined) return undefined
  const { pathname, search } = new URL(address)
  return `${pathname}${search}`
}

/** @throws `NOT_FOUND` outside a demonstration: there mail goes to its readers alone. */
function readMailbox(door: Door): Promise<WaitingMail[]> {
  const { mailbox } = door.visit.site
  if (!mailbox) throw new AppError('NOT_FOUND')
  return mailbox.listMails()
}
