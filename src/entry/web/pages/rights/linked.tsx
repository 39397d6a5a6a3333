import { z } from 'zod'
import { readToken } from '#accounts/index.ts'
import { receiveCopy } from '#duties/rights/identity.ts'
import {
  confirmRequest,
  findLinked,
  sendLinkedCopy,
  takeLinkedStep,
} from '#duties/rights/own-step.ts'
import { KIND_WORDS } from '#duties/rights/words.ts'
import {
  ActionForm,
  DateText,
  DescriptionList,
  ErrorSummary,
  Notice,
  PageHeader,
  Section,
  Stack,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage } from '#entry/web/http/form.tsx'
import { page, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { Following, LetGo } from './following.tsx'
import { RIGHTS } from './look.ts'
import { askedOf, FORM_PATH, unsealRequest } from './office.ts'
import { DueText, History, KeptNotice, OutcomeText, StateBadge } from './parts.tsx'

const words = {
  confirmTitle: { nl: 'Verzoek bevestigen', en: 'Confirm your request' },
  confirmLead: {
    nl: 'Met de knop bevestigt u dat u dit verzoek deed. Vanaf dan loopt onze termijn.',
    en: 'With the button you confirm that you made this request. From then on our term runs.',
  },
  confirm: { nl: 'Ja, dit verzoek is van mij', en: 'Yes, this request is mine' },
} satisfies Record<string, Text>

/** The page to which the mail leads: nothing is confirmed by opening a link. */
export const confirmationPage = page(`${FORM_PATH}/:token/bevestigen`, {
  read: async (door, params) => {
    secretOf(params)
    await door.publicly({})
    return `${FORM_PATH}/${params['token'] ?? ''}/bevestigen`
  },
  view: (path, door) => (
    <Screen door={door} title={words.confirmTitle} width="narrow" open>
      <PageHeader title={words.confirmTitle} lead={words.confirmLead} />
      <ActionForm action={path} label={words.confirm} />
    </Screen>
  ),
})

export const confirmationAct = act(`${FORM_PATH}/:token/bevestigen`, async ({ door, params }) => {
  await confirmRequest(door.visit.site.accounts, linkOf(door, params))
  return { to: `${FORM_PATH}/${params['token'] ?? ''}`, done: 'request-confirmed' }
})

/** A request followed by its link, for who has no account. */
export const linkedPage = formPage(`${FORM_PATH}/:token`, {
  input: z.object({
    note: z.string().trim().max(4_000).optional(),
    copy: z.instanceof(File).optional(),
  }),
  read: async (door, params) => {
    const request = await readLinked(door, params)
    await door.publicly({})
    const { steps } = await unsealRequest(door, request.id, { steps: request.steps })
    return { request, steps, path: `${FORM_PATH}/${params['token'] ?? ''}` }
  },
  view: ({ request, steps, path }, form, door) => (
    <Screen door={door} title={KIND_WORDS[request.kind]} width="narrow" open>
      <PageHeader title={KIND_WORDS[request.kind]} status={<StateBadge of={request} />} />
      <ErrorSummary errors={form.faults} />
      <Stack gap="large">
        {request.closedAt && (
          <Notice tone={request.state === 'fulfilled' ? 'success' : 'neutral'}>
            <OutcomeText of={request} />
          </Notice>
        )}
        <DescriptionList
          items={[
            { term: RIGHTS.number, value: request.number },
            { term: RIGHTS.received, value: <DateText day={request.receivedAt} /> },
            { term: RIGHTS.due, value: <DueText of={request} /> },
          ]}
        />
        <KeptNotice state={request.state} steps={steps} />
        <Following state={request.state} path={path} form={form} steps={steps} />
        <Section title={RIGHTS.history}>
          <History steps={steps} path={path} />
        </Section>
        <LetGo state={request.state} path={path} />
      </Stack>
    </Screen>
  ),
  act: async ({ door, params, input: { note, copy } }) => {
    const { site, address } = door.visit
    const request = await readLinked(door, params)
    const to = `${FORM_PATH}/${params['token'] ?? ''}`
    const link = { ...askedOf(door), ...linkOf(door, params), address }
    if (copy) {
      const received = await receiveCopy(askedOf(door), Buffer.from(await copy.arrayBuffer()))
      await sendLinkedCopy(site.accounts, link, received)
      return { to, done: 'copy-sent' }
    }
    const step = { requestId: request.id, action: 'answer' as const, note: note ?? '' }
    await takeLinkedStep(site.accounts, link, step)
    return { to, done: 'request-answered' }
  },
})

export const linkedWithdrawalAct = act(
  `${FORM_PATH}/:token/intrekken`,
  async ({ door, params }) => {
    const { site, address } = door.visit
    const request = await readLinked(door, params)
    const link = { ...askedOf(door), ...linkOf(door, params), address }
    const step = { requestId: request.id, action: 'withdraw' as const, note: '' }
    await takeLinkedStep(site.accounts, link, step)
    return { to: `${FORM_PATH}/${params['token'] ?? ''}`, done: 'request-withdrawn' }
  },
)

async function readLinked(door: Door, params: Params) {
  const found = await findLinked(door.visit.site.accounts, linkOf(door, params))
  if (!found) throw new AppError('NOT_FOUND')
  return found
}

function linkOf({ visit }: Door, params: Params) {
  return { organisation: visit.organisation, secret: secretOf(params) }
}

function secretOf(params: Params): Buffer {
  const secret = readToken(params['token'])
  if (!secret) throw new AppError('NOT_FOUND')
  return secret
}
