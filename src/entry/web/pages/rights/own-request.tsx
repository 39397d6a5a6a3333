import { z } from 'zod'
import { listAskable } from '#duties/rights/askable.ts'
import { receiveCopy, sendCopy } from '#duties/rights/identity.ts'
import { takeOwnStep } from '#duties/rights/own-step.ts'
import { findOwnRequest, listSteps, only } from '#duties/rights/request.ts'
import { KIND_WORDS } from '#duties/rights/words.ts'
import {
  Actions,
  Columns,
  type Description,
  DateText,
  DescriptionList,
  ErrorSummary,
  LinkButton,
  Notice,
  PageHeader,
  Panel,
  Quotation,
  Section,
  Stack,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage } from '#entry/web/http/form.tsx'
import { idOf, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import { Following, LetGo } from './following.tsx'
import { RIGHTS } from './look.ts'
import { askedOf, OWN_PATH, SELF_SERVICE, unsealRequest } from './office.ts'
import { DueText, History, KeptNotice, OutcomeText, StateBadge } from './parts.tsx'

const words = {
  said: { nl: 'Wat u schreef', en: 'What you wrote' },
  you: { nl: 'U', en: 'You' },
  facts: { nl: 'Uw verzoek', en: 'Your request' },
  rectified: { nl: 'Verbeterd in {reference}', en: 'Put right in {reference}' },
  fetch: { nl: 'Naar uw gegevens', en: 'To your data' },
} satisfies Record<string, Text>

async function readOwn(door: Door, params: Params) {
  const id = idOf(params)
  const answers = await door.list(SELF_SERVICE, 'own-request', {
    own: findOwnRequest(id),
    steps: listSteps(id),
    dossiers: listAskable,
  })
  const { words: sealed, ...request } = only(answers.own)
  const unsealed = await unsealRequest(door, id, { words: sealed, steps: answers.steps })
  const { dossiers } = answers
  return { request, said: unsealed.words, steps: unsealed.steps, dossiers }
}

/** Kinds whose result is fetched on a page of its own. */
const RESULTS: Readonly<Record<string, string>> = {
  access: '/mijn/alles',
  portability: '/mijn/alles',
}

/** One of one's own requests: how it stands, what happened, and what is asked of the person. */
export const ownRequestPage = formPage(`${OWN_PATH}/:id`, {
  input: z.object({
    note: z.string().trim().max(4_000).optional(),
    copy: z.instanceof(File).optional(),
  }),
  read: readOwn,
  view: ({ request, said, steps, dossiers }, form, door) => {
    const path = `${OWN_PATH}/${request.id}`
    const items: Description[] = [
      { term: RIGHTS.number, value: request.number },
      { term: RIGHTS.received, value: <DateText day={request.receivedAt} /> },
      { term: RIGHTS.due, value: <DueText of={request} /> },
    ]
    return (
      <Screen door={door} title={KIND_WORDS[request.kind]} open>
        <PageHeader
          title={KIND_WORDS[request.kind]}
          status={<StateBadge of={request} />}
          breadcrumbs={[{ label: RIGHTS.own, href: OWN_PATH }]}
        />
        <ErrorSummary errors={form.faults} />
        <Columns shape="main">
          <Stack gap="large">
            {request.closedAt && (
              <Notice
                tone={request.state === 'fulfilled' ? 'success' : 'neutral'}
                action={
                  request.state === 'fulfilled' &&
                  RESULTS[request.kind] && (
                    <LinkButton href={RESULTS[request.kind] ?? ''} label={words.fetch} />
                  )
                }
              >
                <OutcomeText of={request} />
              </Notice>
            )}
            {request.kind === 'rectification' && request.state === 'fulfilled' && (
              <Actions>
                {dossiers.map(({ id, reference }) => (
                  <LinkButton
                    href={`/mijn/dossiers/${id}/verbeterd`}
                    label={say(words.rectified, door.language, { reference })}
                    look="plain"
                  />
                ))}
              </Actions>
            )}
            <KeptNotice
              state={request.state}
              steps={steps}
              askHref={`${OWN_PATH}/vragen/restriction`}
            />
            <Following state={request.state} path={path} form={form} steps={steps} />
            {said !== '' && (
              <Section title={words.said}>
                <Quotation by={say(words.you, door.language)} text={said} />
              </Section>
            )}
            <Section title={RIGHTS.history}>
              <History steps={steps} path={path} />
            </Section>
            <LetGo state={request.state} path={path} />
          </Stack>
          <Panel title={words.facts}>
            <DescriptionList items={items} narrow />
          </Panel>
        </Columns>
      </Screen>
    )
  },
  act: async ({ door, params, input: { note, copy } }) => {
    const requestId = idOf(params)
    const to = `${OWN_PATH}/${requestId}`
    if (copy) {
      const received = await receiveCopy(askedOf(door), Buffer.from(await copy.arrayBuffer()))
      await door.change(SELF_SERVICE, (tx) => sendCopy(tx, requestId, received))
      return { to, done: 'copy-sent' }
    }
    await door.change(SELF_SERVICE, (tx) =>
      takeOwnStep(tx, askedOf(door), { requestId, action: 'answer', note: note ?? '' }),
    )
    return { to, done: 'request-answered' }
  },
})

/** Lets go of one's own request. */
export const ownWithdrawalAct = act(`${OWN_PATH}/:id/intrekken`, async ({ door, params }) => {
  const requestId = idOf(params)
  await door.change(SELF_SERVICE, (tx) =>
    takeOwnStep(tx, askedOf(door), { requestId, action: 'withdraw', note: '' }),
  )
  return { to: `${OWN_PATH}/${requestId}`, done: 'request-withdrawn' }
})
