import { z } from 'zod'
import {
  destroyKeys,
  establishIdentity,
  findCopy,
  judgeCopy,
  listCopies,
  listIdentityWays,
  openCopy,
  receiveCopy,
  sendCopy,
} from '#duties/rights/identity.ts'
import { only } from '#duties/rights/request.ts'
import { WAY_WORDS } from '#duties/rights/words.ts'
import {
  CheckboxField,
  ErrorSummary,
  FileField,
  Form,
  PageHeader,
  RadioGroup,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage } from '#entry/web/http/form.tsx'
import { answer, idOf } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { readDeskFile } from './desk-request.ts'
import { RIGHTS } from './look.ts'
import { askedOf, DESK_PATH, deskOf, HANDLING } from './office.ts'

const words = {
  title: { nl: 'Identiteit vaststellen', en: 'Establish identity' },
  lead: {
    nl: 'Weet u zeker wie het verzoek doet? Leg vast hoe dat bleek. Kopieën worden meteen vernietigd.',
    en: 'Are you sure who makes the request? Record how that showed. Copies are destroyed at once.',
  },
  way: { nl: 'Hoe bleek het', en: 'How did it show' },
  mandate: {
    nl: 'Ik heb gezien dat de aanvrager namens deze persoon mag vragen',
    en: 'I have seen that the requester may ask on behalf of this person',
  },
  save: { nl: 'Vaststellen', en: 'Establish' },
  copyTitle: { nl: 'Kopie uit de post', en: 'Copy from the post' },
  add: { nl: 'Kopie toevoegen', en: 'Add the copy' },
} satisfies Record<string, Text>

const COPY_MAX_BYTES = 5_000_000

/** Is sure who asks, in a way that the statement declares. */
export const identityPage = formPage(`${DESK_PATH}/:id/identiteit`, {
  input: z.object({ way: z.string().min(1).max(40), mandate: z.literal('on').optional() }),
  read: async (door, params) => {
    const [file, { ways }] = await Promise.all([
      readDeskFile(door, params),
      door.list(HANDLING, 'identity', { ways: listIdentityWays }),
    ])
    return { file, ways: ways.map(({ way }) => way) }
  },
  view: ({ file: { request }, ways }, form, door) => {
    const path = `${DESK_PATH}/${request.id}`
    return (
      <Screen door={door} title={words.title} width="narrow">
        <PageHeader
          title={words.title}
          lead={words.lead}
          breadcrumbs={[
            { label: RIGHTS.requests, href: DESK_PATH },
            { label: request.number, href: path },
          ]}
        />
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${path}/identiteit`}
          submit={words.save}
          cancelHref={path}
          formId={form.formId}
        >
          <RadioGroup
            name="way"
            label={words.way}
            options={ways.map((value) => ({ value, label: WAY_WORDS[value] ?? value }))}
            value={form.value('way')}
            error={form.fault('way')}
            required
          />
          {request.behalf !== 'self' && (
            <CheckboxField
              name="mandate"
              label={words.mandate}
              checked={form.value('mandate') === 'on'}
            />
          )}
        </Form>
      </Screen>
    )
  },
  act: async ({ door, params, input: { way, mandate } }) => {
    const id = idOf(params)
    await door.change(HANDLING, (tx) =>
      establishIdentity(tx, id, { way, mandateSeen: mandate === 'on' }),
    )
    await destroyLeft(door, id)
    return { to: `${DESK_PATH}/${id}`, done: 'identity-established' }
  },
})

/** A copy that came by post. */
export const deskCopyPage = formPage(`${DESK_PATH}/:id/kopie`, {
  input: z.object({ copy: z.instanceof(File) }),
  read: readDeskFile,
  view: ({ request }, form, door) => {
    const path = `${DESK_PATH}/${request.id}`
    return (
      <Screen door={door} title={words.copyTitle} width="narrow">
        <PageHeader
          title={words.copyTitle}
          lead={RIGHTS.copyHint}
          breadcrumbs={[
            { label: RIGHTS.requests, href: DESK_PATH },
            { label: request.number, href: path },
          ]}
        />
        <ErrorSummary errors={form.faults} />
        <Form
          action={`${path}/kopie`}
          submit={words.add}
          cancelHref={path}
          formId={form.formId}
          files
        >
          <FileField
            name="copy"
            label={RIGHTS.copy}
            accept=".jpg,.jpeg,.png,.pdf"
            maxBytes={COPY_MAX_BYTES}
            error={form.fault('copy')}
            required
          />
        </Form>
      </Screen>
    )
  },
  act: async ({ door, params, input: { copy } }) => {
    const id = idOf(params)
    const received = await receiveCopy(askedOf(door), Buffer.from(await copy.arrayBuffer()))
    await door.change(HANDLING, (tx) => sendCopy(tx, id, received))
    return { to: `${DESK_PATH}/${id}`, done: 'copy-sent' }
  },
})

/** The copy itself, for whoever must judge it; it is kept nowhere on the way. */
export const copyFile = answer(`${DESK_PATH}/:id/kopie/:copy`, async (door, params, c) => {
  const copyId = idOf(params, 'copy')
  const { found } = await door.list(HANDLING, 'identity-copy', { found: findCopy(copyId) })
  const { mediaType, content } = only(found)
  const bytes = await openCopy(askedOf(door), copyId, content)
  c.header('content-type', mediaType)
  c.header('content-disposition', 'inline')
  c.header('cache-control', 'no-store')
  return c.body(Uint8Array.from(bytes))
})

/** The reviewer's word on a copy. */
export const judgementAct = act(`${DESK_PATH}/:id/kopie/:copy`, async ({ door, params, input }) => {
  const requestId = idOf(params)
  const covered = input['covered'] === 'yes'
  const judgement = { requestId, copyId: idOf(params, 'copy'), covered, note: '' }
  await door.change(HANDLING, (tx) => judgeCopy(tx, deskOf(door), judgement))
  await destroyLeft(door, requestId)
  return {
    to: `${DESK_PATH}/${requestId}`,
    done: covered ? 'copy-covered' : 'copy-destroyed',
  }
})

async function destroyLeft(door: Door, requestId: string): Promise<void> {
  const { copies } = await door.list(HANDLING, 'identity', { copies: listCopies(requestId) })
  await destroyKeys(askedOf(door), copies)
}
