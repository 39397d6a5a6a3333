import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  ActionForm,
  Badge,
  Card,
  DateText,
  DescriptionList,
  EmptyState,
  EndOfList,
  ErrorSummary,
  Form,
  HiddenField,
  Moment,
  PageHeader,
  Panel,
  Section,
  SelectField,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { COACH } from '#entry/web/pages/work/desk.ts'
import { clientName } from '#entry/web/pages/work/person.tsx'
import { formatBytes, say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  fileMail,
  joinParts,
  mailboxName,
  MailToFile,
  readTray,
  readTrayToken,
  readWeek,
  removeWaiting,
  TRAY_MOST,
  trayReads,
  type WaitingMail,
  waitingParts,
  type WeekClient,
  weekOf,
  weekReads,
} from '#modules/practice/index.ts'
import { refusedLine } from './refused.ts'

const words = {
  title: { nl: 'Postbak', en: 'Tray of mail' },
  lead: {
    nl: 'E-mails die voor u binnenkwamen en nog nergens staan. Berg ze op bij een cliënt, of vernietig ze. Een afzender kan vervalst zijn: klopt de inhoud niet, haal de e-mail dan weer weg.',
    en: 'Emails that came in for you and stand nowhere yet. File them with a client, or destroy them. A sender can be forged: when the contents are not right, take the email out again.',
  },
  none: { nl: 'De postbak is leeg', en: 'The tray is empty' },
  noneWhy: {
    nl: 'Stuur een e-mail over een cliënt door naar uw adres hieronder. Dan staat zij hier klaar om op te bergen.',
    en: 'Forward an email about a client to your address below. It then waits here to be filed.',
  },
  at: { nl: 'E-mailadres', en: 'Email address' },
  address: { nl: 'Uw adres voor post', en: 'Your address for mail' },
  addressWhy: {
    nl: 'Stuur hierheen door wat bij een cliënt hoort. Schrijft een cliënt u hier, dan herkennen wij de afzender.',
    en: 'Forward here what belongs to a client. When a client writes to you here, we know the sender.',
  },
  off: {
    nl: 'E-mail ontvangen staat uit. Berg een bericht op als .eml op de pagina van de cliënt.',
    en: 'Receiving mail is switched off. File a message as .eml on the page of the client.',
  },
  nameless: { nl: '(geen onderwerp)', en: '(no subject)' },
  suggested: { nl: 'Lijkt te gaan over {name}', en: 'Seems to be about {name}' },
  client: { nl: 'Cliënt', en: 'Client' },
  file: { nl: 'Opbergen', en: 'File' },
  destroy: { nl: 'Vernietigen', en: 'Destroy' },
  until: { nl: 'wordt vernietigd na', en: 'is destroyed after' },
} satisfies Record<string, Text>

interface TrayPage {
  readonly mails: readonly WaitingMail[]
  readonly clients: readonly WeekClient[]
  /** Undefined where no mail is taken in. */
  readonly address?: string
}

/** What waits in one's own tray, with the client it seems to be about. */
export const trayPage = formPage('/werk/post', {
  input: z.object({ mail: z.uuid(), client: z.uuid() }),
  labels: { client: words.client },
  read: async (door): Promise<TrayPage> => {
    const access = await door.access(COACH.activity)
    if (!access.can('waiting_mails', 'select')) throw new AppError('NOT_FOUND')
    const { clients, entries, waiting } = await door.list(COACH.activity, 'tray', {
      ...trayReads,
      ...weekReads(access, weekOf('2000-01-03')),
    })
    const { mailDomain } = door.visit.site
    const token = mailDomain && (await door.change(COACH.activity, readTrayToken))
    return {
      mails: await readTray({ waiting }, trayOf(door)),
      clients: readWeek({ clients, entries }).clients,
      ...(token && { address: `${mailboxName(token, door.visit.organisation)}@${mailDomain}` }),
    }
  },
  view: drawTray,
  act: async ({ door, input }) => {
    const tray = trayOf(door)
    const { parts } = await door.list(COACH.activity, 'waiting-mail', {
      parts: waitingParts(input.mail),
    })
    const mail = await MailToFile.read(await joinParts(tray, input.mail, parts))
    const line = refusedLine(door.language)
    try {
      await once(() =>
        door.changeDossier(COACH.activity, input.client, (tx) => fileMail(tx, mail, line)),
      )
    } finally {
      await mail[Symbol.asyncDispose]()
    }
    await destroy(door, input.mail)
    return { to: '/werk/post', done: 'mail-filed' }
  },
})

/** Destroys a mail that is to be filed nowhere. */
export const destroyMailAct = act('/werk/post/:mail/vernietigen', async ({ door, params }) => {
  await destroy(door, idOf(params, 'mail'))
  return { to: '/werk/post', done: 'removed' }
})

async function destroy(door: Door, mailId: string): Promise<void> {
  const { keys, organisation } = trayOf(door)
  await door.change(COACH.activity, (tx) => removeWaiting(tx, mailId))
  await keys.destroy(organisation, mailId)
}

function trayOf({ visit }: Door) {
  return { keys: visit.site.keys, organisation: visit.organisation }
}

function drawTray({ address, clients, mails }: TrayPage, form: FormState, door: Door): JSX.Element {
  return (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader title={words.title} lead={words.lead} />
      <ErrorSummary errors={form.faults} />
      {mails.length === 0 ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="mail" />
      ) : (
        <Stack>
          {mails.map((mail) => (
            <WaitingCard mail={mail} clients={clients} door={door} />
          ))}
          <EndOfList read={mails.length} most={TRAY_MOST} />
        </Stack>
      )}
      <Section title={words.address} lead={address ? words.addressWhy : words.off}>
        {address && <DescriptionList items={[{ term: words.at, value: address }]} />}
      </Section>
    </Screen>
  )
}

function WaitingCard(props: {
  mail: WaitingMail
  clients: readonly WeekClient[]
  door: Door
}): JSX.Element {
  const { clients, door, mail } = props
  const suggested = clients.find(({ dossierId }) => dossierId === mail.suggestion)
  const named = suggested && say(clientName(suggested.name), door.language)
  const size = formatBytes(mail.bytes, door.language)
  return (
    <Card
      title={mail.subject === '' ? words.nameless : mail.subject}
      level={2}
      {...(named !== undefined && {
        status: <Badge label={say(words.suggested, door.language, { name: named })} tone="info" />,
      })}
      meta={
        <>
          {mail.sender}, <Moment at={mail.arrivedAt} />, {size}; <Words of={words.until} />{' '}
          <DateText day={mail.expiresOn} form="short" />
        </>
      }
      actions={
        <>
          {suggested && (
            <ActionForm action="/werk/post" label={words.file} size="small" icon="check">
              <HiddenField name="mail" value={mail.id} />
              <HiddenField name="client" value={suggested.dossierId} />
            </ActionForm>
          )}
          <ActionForm
            action={`/werk/post/${mail.id}/vernietigen`}
            label={words.destroy}
            look="danger"
            size="small"
            icon="trash"
          />
        </>
      }
    >
      {!suggested && (
        <Panel title={words.file} level={3}>
          <Form action="/werk/post" submit={words.file}>
            <HiddenField name="mail" value={mail.id} />
            <SelectField
              name="client"
              id={`client-${mail.id}`}
              label={words.client}
              required
              options={clients.map(({ dossierId, name }) => ({
                value: dossierId,
                label: clientName(name),
              }))}
            />
          </Form>
        </Panel>
      )}
    </Card>
  )
}
