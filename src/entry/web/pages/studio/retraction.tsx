import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import { type Announcement, findAnnouncement } from '#duties/studio/announcement.ts'
import type { DraftRetraction } from '#duties/studio/draft.ts'
import { approveRetraction, askRetraction, dropRetraction } from '#duties/studio/drafting.ts'
import {
  ActionForm,
  Actions,
  dayOf,
  ErrorSummary,
  Form,
  formatDay,
  LinkButton,
  Notice,
  PageHeader,
  Panel,
  Quotation,
  TextArea,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, type FormState, formPage, once } from '#entry/web/http/form.tsx'
import type { Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import type { DraftData } from './draft-data.ts'
import { APPROVAL, DRAFTING, mayDo, readStudio } from './studio-door.ts'

const words = {
  page: { nl: 'Versie {version} terugnemen', en: 'Take version {version} back' },
  named: { nl: 'Versie {version}', en: 'Version {version}' },
  day: { nl: 'Deze versie gaat in op {day}.', en: 'This version takes effect on {day}.' },
  wasDay: {
    nl: 'Deze versie zou ingaan op {day}.',
    en: 'This version was to take effect on {day}.',
  },
  byOperator: {
    nl: 'De systeembeheerder kondigde haar aan, zonder voorstel in deze studio.',
    en: 'The operator announced it, without a proposal in this studio.',
  },
  read: { nl: 'Lees deze versie', en: 'Read this version' },
  gone: { nl: 'Deze versie is teruggenomen', en: 'This version was taken back' },
  goneWhy: {
    nl: 'Zij gaat niet in. De tekst blijft te lezen en het nummer wordt niet opnieuw gebruikt.',
    en: 'It does not take effect. The text can still be read and the number is not used again.',
  },
  late: { nl: 'Terugnemen kan niet meer', en: 'It cannot be taken back any more' },
  lateWhy: {
    nl: 'Deze versie is ingegaan. Schrijf een nieuwe versie om iets te veranderen.',
    en: 'This version took effect. Write a new version to change something.',
  },
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

const PATH = '/privacy/studio/aankondigingen/:version'

/** Where a version that waits for its day can be taken back. */
export function retractionHref(version: number): string {
  return PATH.replace(':version', String(version))
}

interface RetractionProps {
  readonly data: DraftData
  readonly door: Door
}

/** What can be done about a draft that was approved and waits for its day. */
export function Retraction({ data: { draft }, door }: RetractionProps): JSX.Element | null {
  const { proposal } = draft
  if (!proposal || proposal.inForce <= dayOf(new Date())) return null
  const href = retractionHref(proposal.version)
  const { retraction } = proposal
  if (retraction) return <Asked retraction={retraction} href={href} door={door} />
  return (
    <Panel title={words.title}>
      <p>
        <Words of={words.why} />
      </p>
      <LinkButton href={href} label={words.ask} look="plain" />
    </Panel>
  )
}

interface AskedProps {
  readonly retraction: DraftRetraction
  readonly href: string
  readonly door: Door
}

function Asked({ retraction: { askedBy, reason, own }, href, door }: AskedProps): JSX.Element {
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

/** Asks somebody else to take an announced version back, however it was announced. */
export const retractionPage = formPage(PATH, {
  input: z.object({ reason: z.string().trim().min(1).max(2000) }),
  labels: { reason: words.reason },
  read: readAnnouncement,
  view: (announcement, form, door) => {
    const { version, retraction, retractedAt, waits } = announcement
    const title = say(waits ? words.page : words.named, door.language, { version })
    const href = retractionHref(version)
    return (
      <Screen door={door} title={title} width="narrow">
        <PageHeader title={title} lead={describe(announcement, door)} />
        <ErrorSummary errors={form.faults} />
        <Actions>
          <LinkButton
            href={`/verklaring/versies/${version}`}
            label={words.read}
            look="plain"
            icon="file"
          />
        </Actions>
        {retractedAt && (
          <Notice title={words.gone}>
            <p>
              <Words of={words.goneWhy} />
            </p>
          </Notice>
        )}
        {retractedAt && retraction && (
          <Quotation by={retraction.askedBy} text={retraction.reason} />
        )}
        {!waits && !retractedAt && (
          <Notice title={words.late}>
            <p>
              <Words of={words.lateWhy} />
            </p>
          </Notice>
        )}
        {waits && retraction && <Asked retraction={retraction} href={href} door={door} />}
        {waits && !retraction && <Asking href={href} form={form} />}
      </Screen>
    )
  },
  act: async ({ door, params, input: { reason } }) => {
    const { version } = await readAnnouncement(door, params)
    await once(() => door.change(activityOf(door), (tx) => askRetraction(tx, { version, reason })))
    return { to: retractionHref(version), done: 'retraction-asked' }
  },
})

function describe({ inForce, draftId, retractedAt }: Announcement, { language }: Door): string {
  const day = say(retractedAt ? words.wasDay : words.day, language, {
    day: formatDay(inForce, language),
  })
  return draftId === null ? `${day} ${words.byOperator[language]}` : day
}

function Asking({ href, form }: { href: string; form: FormState }): JSX.Element {
  return (
    <Form action={href} submit={words.ask} cancelHref="/privacy/studio" formId={form.formId}>
      <p>
        <Words of={words.why} />
      </p>
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
  )
}

/** Takes it back; the database sees to it that it is somebody else. */
export const retractionAct = act(`${PATH}/ja`, async ({ door, params }) => {
  const { version } = await readAnnouncement(door, params)
  await door.change(APPROVAL, (tx) => approveRetraction(tx, version))
  return { to: retractionHref(version), done: 'retraction-done' }
})

export const retractionDropAct = act(`${PATH}/nee`, async ({ door, params }) => {
  const { version } = await readAnnouncement(door, params)
  await door.change(activityOf(door), (tx) => dropRetraction(tx, version))
  return { to: retractionHref(version), done: 'retraction-dropped' }
})

/** @throws `NOT_FOUND` */
async function readAnnouncement(door: Door, params: Params): Promise<Announcement> {
  const version = Number(params['version'])
  if (!Number.isSafeInteger(version) || version < 1) throw new AppError('NOT_FOUND')
  const { found } = await readStudio(door, 'announcement', { found: findAnnouncement(version) })
  const [announcement] = found
  if (!announcement) throw new AppError('NOT_FOUND')
  return announcement
}

/** Who drafts as well as who approves may ask. */
function activityOf(door: Door): typeof DRAFTING | typeof APPROVAL {
  return mayDo(door, DRAFTING) ? DRAFTING : APPROVAL
}
