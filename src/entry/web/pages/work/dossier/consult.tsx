import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  EmptyState,
  formatDay,
  LinkButton,
  Notice,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, once } from '#entry/web/http/form.tsx'
import { idOf, page, type Route } from '#entry/web/http/page.tsx'
import { type Desk, type OpenedFile, openFile } from '#entry/web/pages/work/desk.ts'
import { postToClient } from '#entry/web/pages/work/post.ts'
import { WORK } from '#entry/web/pages/work/words.ts'
import type { Text } from '#kernel/language.ts'
import {
  CONSULT_WAYS,
  type ConsultView,
  sendSummary,
  type SummaryView,
} from '#modules/practice/index.ts'
import { readConsult } from './consult-form.tsx'
import { hasOwnPages } from './next-step.ts'
import { DossierStepScreen } from './screen.tsx'
import { SummaryCard } from './summary-card.tsx'
import { isOpenForWriting } from './writing.ts'

const words = {
  title: { nl: 'Gesprek van {day}', en: 'Consult of {day}' },
  facts: { nl: '{minutes} minuten, {way}', en: '{minutes} minutes, {way}' },
  write: { nl: 'Samenvatting schrijven', en: 'Write the summary' },
  none: { nl: 'Nog geen samenvatting', en: 'No summary yet' },
  noneWhy: {
    nl: 'Schrijf wat u bespraak. De cliënt leest het en zegt of het klopt.',
    en: 'Write what you discussed. The client reads it and says whether it is right.',
  },
  preview: {
    nl: 'Zo leest de cliënt het. Na het versturen verandert er niets meer aan.',
    en: 'This is what the client reads. Once sent it no longer changes.',
  },
  unreachable: {
    nl: 'De cliënt heeft nog geen eigen toegang en kan de samenvatting dus niet lezen.',
    en: 'The client has no access yet and so cannot read the summary.',
  },
  invite: { nl: 'Cliënt uitnodigen', en: 'Invite the client' },
  send: { nl: 'Naar de cliënt sturen', en: 'Send to the client' },
  change: { nl: 'Concept wijzigen', en: 'Change the draft' },
  renew: { nl: 'Nieuwe versie schrijven', en: 'Write a new version' },
  disclose: { nl: 'Laten verstrekken', en: 'Have it disclosed' },
  newest: { nl: 'Samenvatting', en: 'Summary' },
  earlier: { nl: 'Eerdere versies', en: 'Earlier versions' },
} satisfies Record<string, Text>

interface ConsultPage {
  readonly file: OpenedFile
  readonly consult: ConsultView
}

/** One consult: its summary as the client reads it, and every version there was. */
export function consultPage(desk: Desk): Route {
  return page(`${desk.path}/:id/gesprekken/:consult`, {
    read: async (door, params): Promise<ConsultPage> => {
      const file = await openFile(door, desk, params)
      return { file, consult: readConsult(file, idOf(params, 'consult')) }
    },
    view: drawConsult,
  })
}

/** Sends the newest version to the client. Twice is once. */
export function sendSummaryAct(desk: Desk): Route {
  return act(
    `${desk.path}/:id/gesprekken/:consult/versturen/:summary`,
    async ({ door, params }) => {
      const id = idOf(params)
      const post = postToClient(door, id)
      await once(() =>
        door.changeDossier(desk.activity, id, (tx) =>
          sendSummary(tx, { summaryId: idOf(params, 'summary'), post }),
        ),
      )
      const to = `${desk.path}/${id}/gesprekken/${idOf(params, 'consult')}`
      return { to, done: 'summary-sent' }
    },
  )
}

function drawConsult({ file, consult }: ConsultPage, door: Door): JSX.Element {
  const { heldOn, minutes, summaries, way } = consult
  const path = `${file.path}/gesprekken/${consult.id}`
  const [newest, ...earlier] = summaries
  const title = {
    nl: words.title.nl.replace('{day}', formatDay(heldOn, 'nl')),
    en: words.title.en.replace('{day}', formatDay(heldOn, 'en')),
  }
  const facts = {
    nl: `${minutes} minuten, ${CONSULT_WAYS[way].nl}`,
    en: `${minutes} minutes, ${CONSULT_WAYS[way].en}`,
  }
  const mayChange = file.access.can('consults', 'update') && file.dossier.service.state !== 'closed'
  return (
    <DossierStepScreen
      door={door}
      file={file}
      part="consults"
      title={title}
      lead={facts}
      action={
        mayChange && (
          <LinkButton href={`${path}/wijzigen`} label={WORK.change} look="quiet" icon="pencil" />
        )
      }
    >
      <Stack gap="large">
        {newest ? (
          <Newest file={file} path={path} summary={newest} version={summaries.length} />
        ) : (
          <EmptyState
            title={words.none}
            lead={words.noneWhy}
            icon="pencil"
            action={
              isOpenForWriting(file, 'summaries') && (
                <LinkButton href={`${path}/samenvatting`} label={words.write} icon="pencil" />
              )
            }
          />
        )}
        {earlier.length > 0 && (
          <Section title={words.earlier}>
            <Stack>
              {earlier.map((summary, rank) => (
                <SummaryCard summary={summary} version={earlier.length - rank} />
              ))}
            </Stack>
          </Section>
        )}
      </Stack>
    </DossierStepScreen>
  )
}

interface NewestProps {
  readonly file: OpenedFile
  readonly path: string
  readonly summary: SummaryView
  readonly version: number
}

function Newest({ file, path, summary, version }: NewestProps): JSX.Element {
  const mayWrite = isOpenForWriting(file, 'summaries')
  const isDraft = summary.state === 'draft'
  return (
    <Section title={words.newest} {...(isDraft && mayWrite && { lead: words.preview })}>
      <Stack>
        {isDraft && mayWrite && !hasOwnPages(file) && <Unreachable file={file} />}
        <SummaryCard
          summary={summary}
          version={version}
          actions={
            <>
              <SummaryActions file={file} path={path} summary={summary} />
              {file.access.can('paper_items', 'insert') && (
                <LinkButton
                  href={`${file.path}/afdrukken/summary/${summary.id}`}
                  label={WORK.print}
                  look="plain"
                />
              )}
            </>
          }
        />
      </Stack>
    </Section>
  )
}

function SummaryActions({ file, path, summary }: Omit<NewestProps, 'version'>): JSX.Element | null {
  const mayWrite = isOpenForWriting(file, 'summaries')
  switch (summary.state) {
    case 'draft':
      if (!mayWrite) return null
      return (
        <>
          <ActionForm action={`${path}/versturen/${summary.id}`} label={words.send} icon="send" />
          <LinkButton href={`${path}/samenvatting`} label={words.change} look="plain" />
        </>
      )
    case 'sent':
    case 'disputed':
      if (!mayWrite) return null
      return (
        <LinkButton
          href={`${path}/samenvatting`}
          label={words.renew}
          look={summary.state === 'disputed' ? 'primary' : 'plain'}
        />
      )
    case 'approved':
      if (!file.access.can('disclosures', 'insert')) return null
      return (
        <LinkButton
          href={`${file.path}/verstrekkingen/nieuw?stuk=${summary.id}`}
          label={words.disclose}
          look="plain"
        />
      )
    default:
      return null
  }
}

function Unreachable({ file }: { file: OpenedFile }): JSX.Element {
  return (
    <Notice
      tone="warning"
      action={
        file.access.can('invitations', 'insert') && (
          <LinkButton
            href={`${file.path}/uitnodigen`}
            label={words.invite}
            look="plain"
            size="small"
            icon="mail"
          />
        )
      }
    >
      <p>
        <Words of={words.unreachable} />
      </p>
    </Notice>
  )
}
