import { z } from 'zod'
import { highestVersion, sourceInForce } from '#duties/studio/draft.ts'
import {
  approveProposal,
  beginDraft,
  discardDraft,
  propose,
  returnProposal,
} from '#duties/studio/drafting.ts'
import { asNextVersion, packFolder } from '#duties/studio/folder.ts'
import { ConfirmPanel, dayOf, ErrorSummary, Form, TextArea } from '#entry/web/components/index.ts'
import { act, formPage, once } from '#entry/web/http/form.tsx'
import { answer, idOf, page } from '#entry/web/http/page.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import type { StatementSource } from '#store/statement-files.ts'
import { isOpen, readDraft } from './draft-data.ts'
import { DraftScreen, titleOf } from './draft-screen.tsx'
import { APPROVAL, DRAFTING, mayDo, readStudio } from './studio-door.ts'

const words = {
  discardTitle: { nl: 'Dit concept verwijderen?', en: 'Drop this draft?' },
  discardLead: {
    nl: 'Niemand ziet het concept daarna nog. De verklaring die nu geldt, verandert niet.',
    en: 'Nobody sees the draft after that. The statement in force does not change.',
  },
  discardGoes: { nl: 'Alles wat in dit concept is geschreven', en: 'All that was written in it' },
  discardYes: { nl: 'Concept verwijderen', en: 'Drop the draft' },
  reason: { nl: 'Wat moet er beter?', en: 'What must be better?' },
  reasonHint: {
    nl: 'Wie het concept schreef, leest dit. Noem geen cliënten.',
    en: 'Whoever wrote the draft reads this. Name no clients.',
  },
  return: { nl: 'Terugsturen', en: 'Send back' },
} satisfies Record<string, Text>

/** How far ahead a new draft takes effect, until its author says otherwise. */
const AHEAD_DAYS = 14
const DAY_MS = 86_400_000

/** Begins a draft from the statement in force, with the next number. */
export const beginAct = act('/privacy/studio/nieuw', async ({ door, formId }) => {
  const { highest, newest } = await readStudio(door, 'drafts', {
    highest: highestVersion,
    newest: sourceInForce,
  })
  const [inForce] = newest
  if (!inForce) throw new AppError('NOT_FOUND')
  const day = dayOf(new Date(Date.now() + AHEAD_DAYS * DAY_MS))
  // The column holds what `apply` was given.
  const source = asNextVersion(inForce.source as StatementSource, {
    version: (highest[0]?.version ?? inForce.version) + 1,
    inForce: day,
  })
  await once(() =>
    door.change(DRAFTING, (tx) => beginDraft(tx, { id: formId, basedOn: inForce.version, source })),
  )
  return { to: `/privacy/studio/${formId}/regels`, done: 'draft-begun' }
})

/** Asks somebody else to approve what was on the page. */
export const proposeAct = act(
  '/privacy/studio/:id/voorstellen',
  async ({ door, params, input, formId }) => {
    const { draft, statement, sound } = await readDraft(door, params)
    if (!statement || !sound) throw new AppError('DRAFT_UNSOUND')
    if (input['revision'] !== draft.revisionId) throw new AppError('DRAFT_CHANGED')
    const { version, 'in-force': inForce } = statement.declarations
    const { revisionId } = draft
    await once(() =>
      door.change(DRAFTING, (tx) => propose(tx, { id: formId, revisionId, version, inForce })),
    )
    return { to: `/privacy/studio/${draft.id}`, done: 'draft-proposed' }
  },
)

/** Approves what was on the page; the database sees to it that it is somebody else. */
export const approveAct = act('/privacy/studio/:id/goedkeuren', async ({ door, params, input }) => {
  const proposal = idOf({ id: input['proposal'] ?? '' })
  await door.change(APPROVAL, (tx) => approveProposal(tx, proposal))
  return { to: `/privacy/studio/${idOf(params)}`, done: 'draft-approved' }
})

/** Sends a proposal back with what must be better; whoever proposed it takes it back so. */
export const returnPage = formPage('/privacy/studio/:id/terugsturen', {
  input: z.object({ reason: z.string().trim().min(1).max(2000) }),
  labels: { reason: words.reason },
  read: async (door, params) => {
    const data = await readDraft(door, params)
    if (data.draft.state !== 'proposed') throw new AppError('PROPOSAL_ANSWERED')
    return data
  },
  view: (data, form, door) => (
    <DraftScreen data={data} door={door} part="overview">
      <ErrorSummary errors={form.faults} />
      <Form
        action={`/privacy/studio/${data.draft.id}/terugsturen`}
        submit={words.return}
        cancelHref={`/privacy/studio/${data.draft.id}`}
        formId={form.formId}
      >
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          required
          maxLength={2000}
          value={form.value('reason')}
          error={form.fault('reason')}
        />
      </Form>
    </DraftScreen>
  ),
  act: async ({ door, params, input: { reason } }) => {
    const { draft } = await readDraft(door, params)
    const proposalId = draft.proposal?.id
    if (proposalId === undefined) throw new AppError('PROPOSAL_ANSWERED')
    const activity = !draft.own && mayDo(door, APPROVAL) ? APPROVAL : DRAFTING
    await door.change(activity, (tx) => returnProposal(tx, { proposalId, reason }))
    return { to: `/privacy/studio/${draft.id}`, done: 'draft-returned' }
  },
})

/** Asks whether a draft may go. */
export const discardPage = page('/privacy/studio/:id/verwijderen', {
  read: async (door, params) => {
    const data = await readDraft(door, params)
    if (!isOpen(data.draft)) throw new AppError('DRAFT_CLOSED')
    return data
  },
  view: (data, door) => (
    <DraftScreen data={data} door={door} part="overview">
      <ConfirmPanel
        title={`${titleOf(data, door)}: ${words.discardTitle[door.language]}`}
        lead={words.discardLead}
        goes={[words.discardGoes]}
        action={`/privacy/studio/${data.draft.id}/verwijderen`}
        confirm={words.discardYes}
        cancelHref={`/privacy/studio/${data.draft.id}`}
      />
    </DraftScreen>
  ),
})

export const discardAct = act('/privacy/studio/:id/verwijderen', async ({ door, params }) => {
  const id = idOf(params)
  await once(() => door.change(DRAFTING, (tx) => discardDraft(tx, id)))
  return { to: '/privacy/studio', done: 'draft-discarded' }
})

/** The files of a draft, as a zip of the folder that `gestand` commands take. */
export const draftZip = answer('/privacy/studio/:id/map.zip', async (door, params, c) => {
  const { source, statement, draft } = await readDraft(door, params)
  const version = statement?.declarations.version ?? draft.id
  c.header('content-type', 'application/zip')
  c.header(
    'content-disposition',
    `attachment; filename="${door.visit.organisation}-${version}.zip"`,
  )
  return c.body(Uint8Array.from(packFolder(source, door.visit.organisation)))
})
