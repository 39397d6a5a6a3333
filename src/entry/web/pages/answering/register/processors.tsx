import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  type Agreement,
  changeAgreement,
  findAgreement,
  listAgreements,
  type Processor,
  readProcessors,
  recordAgreement,
} from '#duties/register/agreement.ts'
import {
  Badge,
  DataTable,
  dayOf,
  DateText,
  EmptyState,
  ErrorSummary,
  LinkButton,
  Notice,
  PageHeader,
  Stack,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { type BadgeLook, daysLook } from '#entry/web/pages/answering/badge-look.ts'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import { DeclaredWords } from '#entry/web/pages/privacy/declared-words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { AgreementForm, agreementInput, agreementLabels } from './agreement-form.tsx'

const words = {
  title: { nl: 'Verwerkers en ontvangers', en: 'Processors and recipients' },
  lead: {
    nl: 'Wie van ons gegevens krijgt, met welke overeenkomst en tot wanneer. U krijgt bericht voordat een overeenkomst afloopt.',
    en: 'Who gets data from us, under which agreement and until when. You are told before an agreement ends.',
  },
  recipient: { nl: 'Ontvanger', en: 'Recipient' },
  gets: { nl: 'Krijgt', en: 'Gets' },
  country: { nl: 'Land', en: 'Country' },
  until: { nl: 'tot en met', en: 'until' },
  agreement: { nl: 'Overeenkomst', en: 'Agreement' },
  state: { nl: 'Stand', en: 'State' },
  action: { nl: 'Actie', en: 'Action' },
  add: { nl: 'Overeenkomst vastleggen', en: 'Record an agreement' },
  renew: { nl: 'Vernieuwen', en: 'Renew' },
  record: { nl: 'Vastleggen', en: 'Record' },
  missing: {
    nl: 'Van {count} ontvangers die een overeenkomst nodig hebben, is er hier geen vastgelegd.',
    en: 'Of {count} recipients that need an agreement, none was recorded here.',
  },
  none: { nl: 'De verklaring kent geen ontvangers', en: 'The statement knows no recipients' },
  newTitle: { nl: 'Overeenkomst vastleggen', en: 'Record an agreement' },
  changeTitle: { nl: 'Overeenkomst wijzigen', en: 'Change an agreement' },
} satisfies Record<string, Text>

const LOOKS: Readonly<Record<Processor['state'], BadgeLook>> = {
  'in-force': { label: { nl: 'Geldig', en: 'In force' }, tone: 'success', icon: 'check' },
  ending: { label: { nl: 'Loopt af', en: 'Ends' }, tone: 'warning', icon: 'clock' },
  ended: { label: { nl: 'Afgelopen', en: 'Ended' }, tone: 'error', icon: 'alert' },
  unrecorded: {
    label: { nl: 'Niet vastgelegd', en: 'Not recorded' },
    tone: 'warning',
    icon: 'alert',
  },
  'not-needed': { label: { nl: 'Niet nodig', en: 'Not needed' }, tone: 'neutral', icon: 'circle' },
}

const HOME = '/privacy/verwerkers'
const WARN_NEAR_DAYS = 90

async function readAll(door: Door) {
  const { organisation, site } = door.visit
  const [{ agreements }, statement] = await Promise.all([
    readAs(door, 'register-keeping', 'processors', { agreements: listAgreements }),
    site.publication.current(organisation),
  ])
  const said = new DeclaredWords(statement, door.language)
  const today = dayOf(new Date())
  return { said, processors: readProcessors(statement, VOCABULARY, agreements, today) }
}

/** Who gets data, with how its agreement stands. */
export const processorsPage = page(HOME, {
  read: readAll,
  view: ({ said, processors }, door) => {
    const missing = processors.filter(({ state }) => state === 'unrecorded').length
    const add = <LinkButton href={`${HOME}/nieuw`} label={words.add} icon="add" />
    return (
      <Screen door={door} title={words.title}>
        <PageHeader title={words.title} lead={words.lead} action={add} />
        <Stack>
          {missing > 0 && (
            <Notice tone="warning">
              <Words of={words.missing} places={{ count: missing }} />
            </Notice>
          )}
          <ProcessorTable said={said} processors={processors} />
        </Stack>
      </Screen>
    )
  },
})

interface TableProps {
  readonly said: DeclaredWords
  readonly processors: readonly Processor[]
}

function ProcessorTable({ said, processors }: TableProps): JSX.Element {
  const declared = said.statement.declarations.recipients ?? {}
  return (
    <DataTable
      caption={words.title}
      captionHidden
      rows={processors}
      columns={[
        { title: words.recipient, cell: ({ word }) => recipientName(said, word) },
        { title: words.gets, cell: ({ word }) => said.list('categories', declared[word]?.gets) },
        {
          title: words.country,
          cell: ({ word, agreement }) =>
            said.at(`recipients.${word}.country`) ?? agreement?.country ?? undefined,
        },
        {
          title: words.agreement,
          cell: ({ agreement }) =>
            agreement && (
              <>
                <a href={`${HOME}/${agreement.id}`}>{agreement.title}</a>
                {agreement.endsOn && (
                  <p>
                    <Words of={words.until} /> <DateText day={agreement.endsOn} />
                  </p>
                )}
              </>
            ),
        },
        { title: words.state, cell: (processor) => <ProcessorState of={processor} /> },
        {
          title: words.action,
          cell: ({ word, agreement, needsAgreement }) =>
            (agreement !== undefined || needsAgreement) && (
              <LinkButton
                href={`${HOME}/nieuw?ontvanger=${word}`}
                label={agreement ? words.renew : words.record}
                look="quiet"
                size="small"
              />
            ),
        },
      ]}
      empty={<EmptyState title={words.none} icon="people" />}
    />
  )
}

function ProcessorState({ of }: { of: Processor }): JSX.Element {
  const { language } = useView()
  const { state, daysLeft } = of
  if (daysLeft !== undefined && (state === 'ending' || state === 'ended')) {
    return <Badge {...daysLook(daysLeft, WARN_NEAR_DAYS, language)} />
  }
  return <Badge {...LOOKS[state]} />
}

function recipientName(said: DeclaredWords, word: string): string {
  const recipient = said.statement.declarations.recipients?.[word]
  return recipient?.name ?? said.title('recipientKinds', recipient?.kind ?? word)
}

/** Records an agreement. */
export const agreementEntryPage = formPage(`${HOME}/nieuw`, {
  input: agreementInput,
  labels: agreementLabels,
  read: readAll,
  view: ({ said, processors }, form, door) => {
    const asked = door.visit.query.get('ontvanger') ?? undefined
    return (
      <AgreementScreen door={door} title={words.newTitle} form={form}>
        <AgreementForm
          action={`${HOME}/nieuw`}
          cancelHref={HOME}
          form={form}
          recipients={processors.map(({ word }) => ({
            value: word,
            label: recipientName(said, word),
          }))}
          agreement={asked === undefined ? {} : { recipient: asked }}
        />
      </AgreementScreen>
    )
  },
  act: async ({ door, input, formId }) => {
    await once(() =>
      door.change('register-keeping', (tx) => recordAgreement(tx, { id: formId, ...input })),
    )
    return { to: HOME, done: 'saved' }
  },
})

/** Changes an agreement. */
export const agreementChangePage = formPage(`${HOME}/:id`, {
  input: agreementInput,
  labels: agreementLabels,
  read: async (door, params) => {
    const id = idOf(params)
    const { found } = await readAs(door, 'register-keeping', 'processors', {
      found: findAgreement(id),
    })
    const [agreement] = found
    if (!agreement) throw new AppError('NOT_FOUND')
    return { ...(await readAll(door)), agreement }
  },
  view: ({ said, processors, agreement }, form, door) => (
    <AgreementScreen door={door} title={words.changeTitle} form={form}>
      <AgreementForm
        action={`${HOME}/${agreement.id}`}
        cancelHref={HOME}
        form={form}
        recipients={processors.map(({ word }) => ({
          value: word,
          label: recipientName(said, word),
        }))}
        agreement={agreement}
      />
    </AgreementScreen>
  ),
  act: async ({ door, params, input }) => {
    const agreement: Agreement = { id: idOf(params), ...input }
    await door.change('register-keeping', (tx) => changeAgreement(tx, agreement))
    return { to: HOME, done: 'saved' }
  },
})

interface ScreenProps {
  readonly door: Door
  readonly title: Text
  readonly form: FormState
  readonly children?: JSX.Element
}

function AgreementScreen({ door, title, form, children }: ScreenProps): JSX.Element {
  return (
    <Screen door={door} title={title} width="narrow">
      <PageHeader title={title} breadcrumbs={[{ label: words.title, href: HOME }]} />
      <ErrorSummary errors={form.faults} />
      {children}
    </Screen>
  )
}
