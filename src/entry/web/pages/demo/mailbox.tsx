import {
  Actions,
  Card,
  DataTable,
  EmptyState,
  LinkButton,
  Moment,
  PageHeader,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { answer, idOf, page, type Params } from '#entry/web/http/page.tsx'
import { bytesAnswer } from '#entry/web/http/press.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import type { WaitingMail } from '#jobs/delivery.ts'
import type { Attachment, Mail } from '#jobs/letter.ts'
import { CALENDAR_NAME } from '#jobs/smtp.ts'
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

/** One mail, with its link working and what is enclosed. */
export const mailPage = page('/demo/post/:id', {
  read: readMail,
  view: ({ id, mail, queuedAt }, door) => (
    <Screen door={door} title={mail.subject} width="narrow" open>
      <PageHeader title={mail.subject} breadcrumbs={[{ label: words.title, href: '/demo/post' }]} />
      <Card meta={<Moment at={queuedAt} />} title={`${mail.to.name} <${mail.to.email}>`} level={2}>
        <WrittenText text={mail.text} />
        <Actions>
          {linkIn(mail.text, door) && (
            <LinkButton href={linkIn(mail.text, door) ?? ''} label={words.follow} />
          )}
          {enclosuresOf(mail).map(({ name }, rank) => (
            <LinkButton
              href={`/demo/post/${id}/bijlagen/${rank}`}
              label={name}
              look="plain"
              icon="download"
              download
            />
          ))}
        </Actions>
      </Card>
    </Screen>
  ),
})

/** What is enclosed in a mail, as mail programs would hand it over. */
export const enclosureFile = answer('/demo/post/:id/bijlagen/:rank', async (door, params, c) => {
  const { mail } = await readMail(door, params)
  const enclosure = enclosuresOf(mail)[Number(params['rank'])]
  if (!enclosure) throw new AppError('NOT_FOUND')
  const [, title = '', ending = ''] = /^(.*?)\.?(\w*)$/.exec(enclosure.name) ?? []
  const { type, content } = enclosure
  return bytesAnswer(c, Buffer.from(content, 'base64'), { type, title, ending })
})

function enclosuresOf({ calendar, attachments = [] }: Mail): readonly Attachment[] {
  if (!calendar) return attachments
  const type = `text/calendar; charset=utf-8; method=${calendar.method}`
  const content = Buffer.from(calendar.content).toString('base64')
  return [{ name: CALENDAR_NAME, type, content }, ...attachments]
}

/** @throws `NOT_FOUND`. */
async function readMail(door: Door, params: Params): Promise<WaitingMail> {
  await door.publicly({})
  const id = idOf(params)
  const found = (await readMailbox(door)).find((mail) => mail.id === id)
  if (!found) throw new AppError('NOT_FOUND')
  return found
}

/**
 * The link in a mail; of one to here the path, on whatever address the demonstration is being
 * looked at.
 */
function linkIn(text: string, door: Door): string | undefined {
  const address = /https?:\/\/\S+/.exec(text)?.[0]
  if (address === undefined) return undefined
  const { origin, pathname, search } = new URL(address)
  return origin === new URL(door.visit.site.publicUrl).origin ? `${pathname}${search}` : address
}

/** @throws `NOT_FOUND` outside a demonstration: there mail goes to its readers alone. */
function readMailbox(door: Door): Promise<WaitingMail[]> {
  const { mailbox } = door.visit.site
  if (!mailbox) throw new AppError('NOT_FOUND')
  return mailbox.listMails()
}
