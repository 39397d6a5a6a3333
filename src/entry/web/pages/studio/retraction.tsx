import type { JSX } from 'hono/jsx/jsx-runtime'
import { z } from 'zod'
import { approveRetraction, askRetraction, dropRetraction } from '#duties/studio/drafting.ts'
import {
  ActionForm,
  Actions,
  dayOf,
  ErrorSummary,
  Form,
  LinkButton,
  Panel,
  Quotation,
  TextArea,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage, once } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { type DraftData, readDraft } from './draft-data.ts'
import { DraftScreen } from './draft-screen.tsx'
import { APPROVAL, DRAFTING, mayDo } from './studio-door.ts'

const words = {
  title: { nl: 'Toch niet laten ingaan?', en: 'Not let it take effect after all?' },
  why: {
    nl: 'Tot haar dag kan een aangekondigde versie worden teruggenomen. Iemand anders moet het daarmee eens zijn. Wie bericht kreeg van de nieuwe versie, krijgt dan bericht dat zij niet doorgaat.',
    en: 'Until its day an announced version can be taken back. Somebody else must agree. Whoever was told of the new version is then told that it does not go through.',
  },
  ask: { nl: 'Terugnemen vragen', en: 'Ask to take it back' },
  asked: { nl: '{name} vraagt deze versie terug te nemen', en: '{name} asks to take this back' },
  waits: { nl: 'Iemand anders beslist hierover.', en: 'Somebody else decides on this.' },
  confirm: { nl: 'Versie terugnemen', en: 'Take the version back' },
  drop: { nl: 'Toch laten ingaan', en: 'Let it take effect after all' },
  reason: { nl: 'Waarom moet deze versie terug?', en: 'Why must this version be taken back?' },
  reasonHint: {
    nl: 'Wie erover beslist, leest dit. Noem geen cliënten.',
    en: 'Whoever decides reads this. Name no clients.',
  },
} satisfies Record<string, Text>

const PATH = '/privacy/studio/:id/terugnemen'

interface RetractionProps {
  readonly data: DraftData
  readonly door: Door
}

/** What can be done about a version that waits for its day. */
export function Retraction({ data: { draft }, door }: RetractionProps): JSX.Element | null {
  const { proposal } = draft
  if (!proposal || proposal.inForce <= dayOf(new Date())) return null
  const href = `/privacy/studio/${draft.id}/terugnemen`
  const { retraction } = proposal
  if (!retraction) {
    return (
      <Panel title={words.title}>
        <p>
          <Words of={words.why} />
        </p>
        <LinkButton href={href} label={words.ask} look="plain" />
      </Panel>
    )
  }
  const { askedBy, reason, own } = retraction
  return (
    <Panel title={say(words.asked, door.language, { name: askedBy })}>
      <Quotation by={askedBy} text={reason} />
      {own && (
        <p>
          <Words of={words.waits} />
        </p>
      )}
      <Actions>
        {!own && mayDo(door, APPROVAL) && (
          <ActionForm action={`${href}/ja`} label={words.confirm} icon="cross" />
        )}
        <ActionForm action={`${href}/nee`} label={words.drop} look="plain" />
      </Actions>
    </Panel>
  )
}

/** Asks somebody else to take an announced version back. */
export const retractionPage = formPage(PATH, {
  input: z.object({ reason: z.string().trim().min(1).max(2000) }),
  labels: { reason: words.reason },
  read: async (door, params) => {
    const data = await readDraft(door, params)
    if (data.draft.state !== 'approved') throw new AppError('VERSION_IN_FORCE')
    return data
  },
  view: (data, form, door) => (
    <DraftScreen data={data} door={door} part="overview">
      <ErrorSummary errors={form.faults} />
      <p>
        <Words of={words.why} />
      </p>
      <Form
        action={`/privacy/studio/${data.draft.id}/terugnemen`}
        submit={words.ask}
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
    const version = await readVersion(door, params)
    await once(() => door.change(activityOf(door), (tx) => askRetraction(tx, { version, reason })))
    return { to: `/privacy/studio/${idOf(params)}`, done: 'retraction-asked' }
  },
})

/** Takes it back; the database sees to it that it is somebody else. */
export const retractionAct = act(`${PATH}/ja`, async ({ door, params }) => {
  const version = await readVersion(door, params)
  await door.change(APPROVAL, (tx) => approveRetraction(tx, version))
  return { to: `/privacy/studio/${idOf(params)}`, done: 'retraction-done' }
})

export const retractionDropAct = act(`${PATH}/nee`, async ({ door, params }) => {
  const version = await readVersion(door, params)
  await door.change(activityOf(door), (tx) => dropRetraction(tx, version))
  return { to: `/privacy/studio/${idOf(params)}`, done: 'retraction-dropped' }
})

async function readVersion(door: Door, params: Params): Promise<number> {
  const { draft } = await readDraft(door, params)
  if (!draft.proposal) throw new AppError('NOT_FOUND')
  return draft.proposal.version
}

/** Who drafts as well as who approves may ask. */
function activityOf(door: Door): typeof DRAFTING | typeof APPROVAL {
  return mayDo(door, DRAFTING) ? DRAFTING : APPROVAL
}
