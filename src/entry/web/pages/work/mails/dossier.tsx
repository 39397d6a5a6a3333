import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  DataTable,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  FileField,
  Form,
  HiddenField,
  LinkButton,
  Moment,
  Muted,
  Section,
  Stack,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { because } from '#entry/web/http/faults.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, page, type Params, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { Removal } from '#entry/web/pages/work/dossier/removal.tsx'
import { DossierStepScreen } from '#entry/web/pages/work/dossier/screen.tsx'
import { isOpenForWriting } from '#entry/web/pages/work/dossier/writing.ts'
import { ActorText } from '#entry/web/pages/work/person.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  type DossierMails,
  fileMail,
  mailboxName,
  mailReads,
  MailToFile,
  type MailView,
  readDossierMails,
  ReceivedFile,
  receiveFile,
  removeMail,
  switchAddress,
} from '#modules/practice/index.ts'
import { refusedLine } from './refused.ts'
import { SentMails } from './sent.tsx'

const words = {
  title: { nl: 'E-mails', en: 'Emails' },
  lead: {
    nl: 'E-mails die bij deze cliënt horen, met hun bijlagen. De cliënt leest mee.',
    en: 'Emails that belong to this client, with their attachments. The client reads along.',
  },
  sent: { nl: 'Verstuurd', en: 'Sent' },
  from: { nl: 'Van', en: 'From' },
  to: { nl: 'Aan', en: 'To' },
  subject: { nl: 'Onderwerp', en: 'Subject' },
  nameless: { nl: '(geen onderwerp)', en: '(no subject)' },
  by: { nl: 'Opgeborgen door', en: 'Filed by' },
  none: { nl: 'Nog geen e-mails opgeborgen', en: 'No emails filed yet' },
  noneWhy: {
    nl: 'Sla een bericht in uw e-mailprogramma op als .eml en berg het hier op.',
    en: 'Save a message in your mail program as .eml and file it here.',
  },
  add: { nl: 'E-mail opbergen', en: 'File an email' },
  file: { nl: 'Bericht (.eml)', en: 'Message (.eml)' },
  again: { nl: 'Kies het bericht opnieuw.', en: 'Choose the message again.' },
  at: { nl: 'E-mailadres', en: 'Email address' },
  address: { nl: 'Adres van dit dossier', en: 'Address of this dossier' },
  addressWhy: {
    nl: 'Wat u naar dit adres stuurt of doorstuurt, komt in de postbak van de coach. Van daaruit bergt de coach het op. Geef het alleen aan wie erover mag schrijven.',
    en: 'What you send or forward to this address comes in the tray of the coach. From there the coach files it. Give it only to whom may write about this.',
  },
  make: { nl: 'Adres maken', en: 'Make an address' },
  drop: { nl: 'Adres opheffen', en: 'Do away with the address' },
  attachments: { nl: 'Bijlagen', en: 'Attachments' },
  remove: { nl: 'E-mail weghalen', en: 'Take the email out' },
  removeWhy: {
    nl: 'Hoort de e-mail hier niet, haal haar dan weg. De bijlagen blijven als document staan; verwijder die daar. Dit is niet ongedaan te maken.',
    en: 'Take the email out when it does not belong here. Its attachments stay as documents; remove them there. This cannot be undone.',
  },
} satisfies Record<string, Text>

const FILE_MISSING = because({ nl: 'Kies een bericht.', en: 'Choose a message.' })
const SHOWN_LIMIT = 25_000_000

interface MailPage {
  readonly file: OpenedFile
  readonly mails: DossierMails
}

async function openMails(door: Door, desk: Desk, params: Params): Promise<MailPage> {
  const { actors, answers, file, opening } = await openFileWith(door, desk, params, mailReads)
  if (!file.access.can('filed_mails', 'select')) throw new AppError('NOT_FOUND')
  return { file, mails: readDossierMails(opening, answers, actors) }
}

/** The mails of a dossier, its address, and filing a message from a file. */
export function mailsPage(desk: Desk): Route {
  return formPage(`${desk.path}/:id/post`, {
    input: z.object({ file: z.instanceof(ReceivedFile, { error: FILE_MISSING }) }),
    receives: { file: receiveFile },
    labels: { file: words.file },
    read: (door, params) => openMails(door, desk, params),
    view: drawMails,
    act: async ({ door, input, params }) => {
      const id = idOf(params)
      if (input.file.mediaType !== 'message/rfc822') {
        throw new AppError('MAIL_MALFORMED', { field: 'file' })
      }
      const pieces: Buffer[] = []
      for await (const piece of input.file.parts()) pieces.push(Buffer.from(piece))
      const mail = await MailToFile.read(Buffer.concat(pieces))
      const say = refusedLine(door.language)
      try {
        await once(() => door.changeDossier(desk.activity, id, (tx) => fileMail(tx, mail, say)))
      } finally {
        await mail[Symbol.asyncDispose]()
      }
      return { to: `${desk.path}/${id}/post`, done: 'saved' }
    },
  })
}

/** Gives the dossier an address for mail, or takes it away. */
export function addressAct(desk: Desk): Route {
  return act(`${desk.path}/:id/post/adres`, async ({ door, input, params }) => {
    const id = idOf(params)
    await door.changeDossier(desk.activity, id, (tx) => switchAddress(tx, input['on'] === 'yes'))
    return { to: `${desk.path}/${id}/post`, done: 'saved' }
  })
}

/** Takes a mail out of the dossier. */
export function removeMailAct(desk: Desk): Route {
  return act(`${desk.path}/:id/post/:mail/weghalen`, async ({ door, params }) => {
    const id = idOf(params)
    await door.changeDossier(desk.activity, id, (tx) => removeMail(tx, idOf(params, 'mail')))
    return { to: `${desk.path}/${id}/post`, done: 'removed' }
  })
}

function drawMails({ file, mails }: MailPage, form: FormState, door: Door): JSX.Element {
  const path = `${file.path}/post`
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="time"
      title={words.title}
      lead={words.lead}
      width="wide"
    >
      <MailTable mails={mails.mails} href={({ id }) => `${path}/${id}`} />
      {isOpenForWriting(file, 'filed_mails') && (
        <Section title={words.add}>
          <ErrorSummary errors={form.faults} />
          <Form action={path} submit={words.add} formId={form.formId} files>
            <FileField
              name="file"
              label={words.file}
              {...(form.faults.length > 0 && { hint: words.again })}
              accept=".eml"
              maxBytes={SHOWN_LIMIT}
              required
              error={form.fault('file')}
            />
          </Form>
        </Section>
      )}
      {door.visit.site.mailDomain && file.access.can('mail_addresses', 'insert') && (
        <Address mails={mails} path={path} domain={door.visit.site.mailDomain} door={door} />
      )}
      {file.access.can('sent_mails', 'select') && <SentMails mails={mails.sent} />}
    </DossierStepScreen>
  )
}

function Address(props: {
  mails: DossierMails
  path: string
  domain: string
  door: Door
}): JSX.Element {
  const { domain, door, mails, path } = props
  const { token } = mails
  return (
    <Section title={words.address} lead={words.addressWhy}>
      {token !== undefined && (
        <DescriptionList
          items={[
            { term: words.at, value: `${mailboxName(token, door.visit.organisation)}@${domain}` },
          ]}
        />
      )}
      <ActionForm
        action={`${path}/adres`}
        label={token === undefined ? words.make : words.drop}
        look={token === undefined ? 'primary' : 'danger'}
        size="small"
      >
        <HiddenField name="on" value={token === undefined ? 'yes' : 'no'} />
      </ActionForm>
    </Section>
  )
}

/** Mails, the newest first. */
export function MailTable(props: {
  mails: readonly MailView[]
  href: (mail: MailView) => string
}): JSX.Element {
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={props.mails}
      href={props.href}
      columns={[
        {
          title: words.subject,
          cell: ({ subject }) => (subject === '' ? <Words of={words.nameless} /> : subject),
        },
        { title: words.from, cell: ({ sender }) => sender },
        { title: words.sent, cell: ({ sentAt }) => <Moment at={sentAt} /> },
      ]}
      empty={<EmptyState title={words.none} lead={words.noneWhy} icon="mail" />}
    />
  )
}

/** One mail as plain text, with what came along. */
export function mailPage(desk: Desk): Route {
  return page(`${desk.path}/:id/post/:mail`, {
    read: async (door, params) => {
      const { file, mails } = await openMails(door, desk, params)
      const mail = mails.mails.find(({ id }) => id === idOf(params, 'mail'))
      if (!mail) throw new AppError('NOT_FOUND')
      return { file, mail }
    },
    view: ({ file, mail }, door): JSX.Element => (
      <DossierStepScreen
        door={door}
        file={file}
        part="time"
        title={mail.subject === '' ? words.nameless : mail.subject}
      >
        <MailBody
          mail={mail}
          documents={file.dossier.documents}
          documentHref={(id) => `${file.path}/documenten/${id}`}
        />
        {file.access.can('filed_mails', 'delete') && (
          <Removal
            title={words.remove}
            why={words.removeWhy}
            action={`${file.path}/post/${mail.id}/weghalen`}
          />
        )}
      </DossierStepScreen>
    ),
  })
}

/** What a mail says, from whom to whom, and its attachments. */
export function MailBody(props: {
  mail: MailView
  documents: OpenedFile['dossier']['documents']
  documentHref: (id: string) => string
}): JSX.Element {
  const { documentHref, documents, mail } = props
  const attached = documents.filter(({ id }) => mail.documents.includes(id))
  return (
    <Stack>
      <DescriptionList
        items={[
          { term: words.from, value: mail.sender },
          { term: words.to, value: mail.receivers === '' ? <Muted>–</Muted> : mail.receivers },
          { term: words.sent, value: <Moment at={mail.sentAt} /> },
          { term: words.by, value: <ActorText of={mail.filedBy} /> },
        ]}
      />
      <WrittenText text={mail.body} />
      {attached.length > 0 && (
        <Section title={words.attachments}>
          {attached.map(({ id, title }) => (
            <LinkButton href={documentHref(id)} label={title} look="plain" icon="file" />
          ))}
        </Section>
      )}
    </Stack>
  )
}
