import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Card,
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  Section,
  Stack,
  StatusBadge,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, once } from '#entry/web/http/form.tsx'
import { idOf, page, type Route } from '#entry/web/http/page.tsx'
import { choiceReads, nameMap } from '#entry/web/pages/work/choices.ts'
import { type Desk, type OpenedFile, openFileWith } from '#entry/web/pages/work/desk.ts'
import { ActorText } from '#entry/web/pages/work/person.tsx'
import { postToParty } from '#entry/web/pages/work/post.ts'
import { CONSENT_STATUSES, WORK } from '#entry/web/pages/work/words.ts'
import type { Text } from '#kernel/language.ts'
import {
  type ConsentView,
  disclose,
  messageReads,
  type PrincipalMessage,
  readMessages,
} from '#modules/practice/index.ts'
import { isReadyToRelease } from './next-step.ts'
import { Questions } from './principal/answer-form.tsx'
import { DossierScreen } from './screen.tsx'
import { itemTitle } from './subject.ts'
import { isOpenForWriting } from './writing.ts'

const words = {
  ask: { nl: 'Verstrekking vragen', en: 'Ask for a disclosure' },
  passOn: {
    nl: 'Contactgegevens doorgeven aan een vaste ontvanger',
    en: 'Pass on contact details to a fixed recipient',
  },
  report: { nl: 'Voortgang melden', en: 'Report progress' },
  ready: { nl: 'Klaar om te verstrekken', en: 'Ready to be disclosed' },
  readyWhy: {
    nl: 'De cliënt vindt dit goed. Zodra u het verstrekt, kan de ontvanger het lezen.',
    en: 'The client agrees to this. As soon as you disclose it, the recipient can read it.',
  },
  agreed: { nl: 'Toestemming van de cliënt op', en: 'The client agreed on' },
  release: { nl: 'Nu verstrekken', en: 'Disclose now' },
  wording: { nl: 'Lees de toestemming', en: 'Read the consent' },
  done: { nl: 'Verstrekt', en: 'Disclosed' },
  doneWhy: {
    nl: 'Dit kan de ontvanger lezen tot de cliënt de toestemming intrekt.',
    en: 'The recipient can read this until the client withdraws the consent.',
  },
  document: { nl: 'Document', en: 'Document' },
  recipient: { nl: 'Ontvanger', en: 'Recipient' },
  on: { nl: 'Op', en: 'On' },
  by: { nl: 'Door', en: 'By' },
  others: { nl: 'Gevraagd, geweigerd of ingetrokken', en: 'Asked, refused or withdrawn' },
  othersWhy: {
    nl: 'Wat is ingetrokken, kan de ontvanger niet meer lezen.',
    en: 'What was withdrawn can no longer be read by the recipient.',
  },
  state: { nl: 'Antwoord', en: 'Answer' },
  demands: { nl: 'Gevorderd door een overheid', en: 'Demanded by an authority' },
  demandsWhy: {
    nl: 'Geef alleen af wat is gevorderd, en pas na goedkeuring.',
    en: 'Hand over only what was demanded, and only after approval.',
  },
  authority: { nl: 'Overheid', en: 'Authority' },
  decision: { nl: 'Besluit', en: 'Decision' },
  gone: { nl: 'Een stuk dat er niet meer is', en: 'An item that is no longer there' },
  none: { nl: 'Nog niets verstrekt', en: 'Nothing disclosed yet' },
  noneWhy: {
    nl: 'De opdrachtgever ziet alleen wat de cliënt per stuk vrijgeeft. Kies een goedgekeurde samenvatting of een document en vraag het de cliënt.',
    en: 'The principal sees only what the client releases, item by item. Choose an approved summary or a document and ask the client.',
  },
} satisfies Record<string, Text>

interface DisclosuresPage {
  readonly file: OpenedFile
  readonly names: ReadonlyMap<string, string>
  readonly messages: readonly PrincipalMessage[]
}

/** What may leave the dossier, what left it, and what the client did not let go. */
export function disclosuresPage(desk: Desk): Route {
  return page(`${desk.path}/:id/verstrekkingen`, {
    read: async (door, params): Promise<DisclosuresPage> => {
      const { file, answers, opening } = await openFileWith(door, desk, params, (access, id) => ({
        ...choiceReads(access),
        ...messageReads(access, id),
      }))
      const messages = readMessages(opening, answers.principalMessages)
      return { file, names: nameMap(answers), messages }
    },
    view: drawDisclosures,
  })
}

/** Lets a document go to the party that the client agreed to. Twice is once. */
export function discloseAct(desk: Desk): Route {
  return act(
    `${desk.path}/:id/verstrekkingen/:consent/verstrekken`,
    async ({ door, params, formId }) => {
      const id = idOf(params)
      const requestId = idOf(params, 'consent')
      const post = postToParty(door)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          disclose(tx, { id: formId, requestId, post }),
        ),
      )
      return { to: `${desk.path}/${id}/verstrekkingen`, done: 'disclosed' }
    },
  )
}

function drawDisclosures({ file, names, messages }: DisclosuresPage, door: Door): JSX.Element {
  const { access, dossier, path } = file
  const asked = dossier.consents.filter(({ consent }) => consent === 'disclosure')
  const mayDisclose = access.can('disclosures', 'insert')
  const ready = asked.filter((consent) => mayDisclose && isReadyToRelease(consent))
  const others = asked.filter(({ state }) => state !== 'given')
  const mayAsk = mayDisclose && isOpenForWriting(file, 'consent_requests')
  const ask = <LinkButton href={`${path}/verstrekkingen/nieuw`} label={words.ask} icon="send" />
  const rows = ready.length + others.length + dossier.disclosures.length + dossier.demands.length
  const isEmpty = rows === 0
  const mayReport = mayAsk && isOpenForWriting(file, 'progress_reports')
  return (
    <DossierScreen door={door} file={file} part="disclosures" action={mayAsk && ask}>
      {mayReport && (
        <p>
          <a href={`${path}/verstrekkingen/voortgang`}>
            <Words of={words.report} />
          </a>
        </p>
      )}
      {mayDisclose && (
        <p>
          <a href={`${path}/verstrekkingen/doorgeven`}>
            <Words of={words.passOn} />
          </a>
        </p>
      )}
      {isEmpty ? (
        <EmptyState title={words.none} lead={words.noneWhy} icon="send" action={mayAsk && ask} />
      ) : (
        <Stack gap="large">
          {dossier.demands.length > 0 && <Demands file={file} />}
          {ready.length > 0 && (
            <Section title={words.ready} lead={words.readyWhy}>
              <Stack>
                {ready.map((consent) => (
                  <ReadyCard file={file} consent={consent} names={names} />
                ))}
              </Stack>
            </Section>
          )}
          {messages.length > 0 && <Questions file={file} messages={messages} />}
          {dossier.disclosures.length > 0 && <Done file={file} names={names} />}
          {others.length > 0 && <Others file={file} consents={others} names={names} />}
        </Stack>
      )}
    </DossierScreen>
  )
}

interface ReadyProps {
  readonly file: OpenedFile
  readonly consent: ConsentView
  readonly names: ReadonlyMap<string, string>
}

function ReadyCard({ file, consent, names }: ReadyProps): JSX.Element {
  const { decidedAt, holderId, id, itemId } = consent
  return (
    <Card
      title={itemTitle(file, itemId) ?? words.gone}
      meta={names.get(holderId ?? '')}
      actions={
        <>
          <ActionForm
            action={`${file.path}/verstrekkingen/${id}/verstrekken`}
            label={words.release}
            icon="send"
          />
          <LinkButton
            href={`${file.path}/toestemmingen/${id}`}
            label={words.wording}
            look="plain"
          />
        </>
      }
    >
      {decidedAt && (
        <p>
          <Words of={words.agreed} /> <DateText day={decidedAt} />
        </p>
      )}
    </Card>
  )
}

function Done({ file, names }: Pick<DisclosuresPage, 'file' | 'names'>): JSX.Element {
  const holders = new Map(file.dossier.consents.map(({ id, holderId }) => [id, holderId ?? '']))
  return (
    <Section title={words.done} lead={words.doneWhy}>
      <DataTable
        caption={words.done}
        captionHidden
        rows={file.dossier.disclosures}
        href={({ requestId }) => `${file.path}/toestemmingen/${requestId}`}
        columns={[
          { title: words.document, cell: ({ title }) => title },
          {
            title: words.recipient,
            cell: ({ recipient, requestId }) =>
              recipient ?? names.get(holders.get(requestId) ?? ''),
          },
          { title: words.by, cell: ({ disclosedBy }) => <ActorText of={disclosedBy} /> },
          {
            title: words.on,
            cell: ({ disclosedAt }) => <DateText day={disclosedAt} form="short" />,
          },
        ]}
        empty={null}
      />
    </Section>
  )
}

function Others(props: {
  file: OpenedFile
  consents: readonly ConsentView[]
  names: ReadonlyMap<string, string>
}): JSX.Element {
  const { consents, file, names } = props
  return (
    <Section title={words.others} lead={words.othersWhy}>
      <DataTable
        caption={WORK.consents}
        captionHidden
        rows={consents}
        href={({ id }) => `${file.path}/toestemmingen/${id}`}
        columns={[
          {
            title: words.document,
            cell: ({ itemId }) => <Words of={itemTitle(file, itemId) ?? words.gone} />,
          },
          { title: words.recipient, cell: ({ holderId }) => names.get(holderId ?? '') },
          {
            title: words.on,
            cell: ({ askedAt, decidedAt, withdrawnAt }) => (
              <DateText day={withdrawnAt ?? decidedAt ?? askedAt} form="short" />
            ),
          },
          {
            title: words.state,
            cell: ({ state }) => <StatusBadge status={CONSENT_STATUSES[state]} />,
          },
        ]}
        empty={null}
      />
    </Section>
  )
}

const DECISIONS = { approved: 'approved', rejected: 'refused' } as const

/** What authorities demanded from this dossier. */
function Demands({ file }: { file: OpenedFile }): JSX.Element {
  return (
    <Section title={words.demands} lead={words.demandsWhy}>
      <DataTable
        caption={words.demands}
        captionHidden
        rows={file.dossier.demands}
        href={({ id }) => `${file.path}/vorderingen/${id}`}
        columns={[
          { title: words.authority, cell: ({ authority }) => authority },
          { title: words.on, cell: ({ receivedOn }) => <DateText day={receivedOn} form="short" /> },
          {
            title: words.decision,
            cell: ({ decision }) => (
              <StatusBadge status={decision ? DECISIONS[decision] : 'waiting'} />
            ),
          },
        ]}
        empty={null}
      />
    </Section>
  )
}
