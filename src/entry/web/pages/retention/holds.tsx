import { z } from 'zod'
import { HOLD_REASONS, listHolds } from '#duties/retention/calendar.ts'
import { liftHold, placeHold } from '#duties/retention/hold.ts'
import {
  ConfirmPanel,
  DataTable,
  DateField,
  DateText,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  PageHeader,
  SelectField,
  TextField,
  Reference,
} from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { pointing } from '#entry/web/pages/administration/field-fault.ts'
import { say } from '#entry/web/words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { readTerms } from './desk.ts'
import { RetentionTabs } from './tabs.tsx'
import { HOLD_WORDS, HOME, RETENTION } from './words.ts'

const HOLDS = `${HOME}/bewaarplichten`

const words = {
  title: { nl: 'Bewaarplichten', en: 'Holds' },
  lead: {
    nl: 'Een dossier met een bewaarplicht wordt niet vernietigd, ook niet als zijn termijn voorbij is. Wel blijft het na de termijn voor iedereen verborgen.',
    en: 'A dossier with a hold is not destroyed, not even past its term. After its term it stays hidden from everybody, though.',
  },
  add: { nl: 'Bewaarplicht vastleggen', en: 'Record a hold' },
  reference: { nl: 'Dossiernummer', en: 'Dossier number' },
  referenceHelp: {
    nl: 'Vraag het aan wie het dossier heeft, bijvoorbeeld 2026-00012.',
    en: 'Ask whoever has the dossier, for example 2026-00012.',
  },
  reason: { nl: 'Reden', en: 'Reason' },
  endsOn: { nl: 'Tot en met', en: 'Until' },
  endsHelp: {
    nl: 'Hoogstens vijf jaar vooruit. Daarna vervalt de bewaarplicht vanzelf.',
    en: 'Five years ahead at most. After that the hold ends by itself.',
  },
  placedBy: { nl: 'Vastgelegd door', en: 'Recorded by' },
  dueOn: { nl: 'Anders weg op', en: 'Would go on' },
  action: { nl: 'Actie', en: 'Action' },
  lift: { nl: 'Opheffen', en: 'Lift' },
  none: { nl: 'Er is geen bewaarplicht', en: 'There is no hold' },
  noneWhy: {
    nl: 'Leg er een vast als een dossier niet weg mag, bijvoorbeeld omdat er een klacht loopt.',
    en: 'Record one when a dossier may not go, for example because a complaint is pending.',
  },
  liftTitle: { nl: 'Bewaarplicht opheffen', en: 'Lift a hold' },
  question: {
    nl: 'Bewaarplicht van dossier {reference} opheffen?',
    en: 'Lift the hold on dossier {reference}?',
  },
  liftLead: {
    nl: 'Is de termijn van het dossier voorbij, dan wordt het komende nacht vernietigd. Dat is niet terug te draaien.',
    en: 'When the term of the dossier is over, it is destroyed next night. That cannot be undone.',
  },
} satisfies Record<string, Text>

/** Dossiers that may not be destroyed yet. */
export const holdsPage = page(HOLDS, {
  read: async (door) => (await readTerms(door, 'holds', { holds: listHolds })).holds,
  view: (holds, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={<LinkButton href={`${HOLDS}/nieuw`} label={words.add} icon="lock" />}
      />
      <RetentionTabs part="holds" />
      <DataTable
        caption={words.title}
        captionHidden
        rows={holds}
        columns={[
          { title: words.reference, cell: ({ reference }) => <Reference of={reference} /> },
          { title: words.reason, cell: ({ reason }) => say(HOLD_WORDS[reason], door.language) },
          { title: words.endsOn, cell: ({ endsOn }) => <DateText day={endsOn} form="short" /> },
          {
            title: words.dueOn,
            cell: ({ dueOn }) => dueOn !== null && <DateText day={dueOn} form="short" />,
          },
          { title: words.placedBy, cell: ({ placedBy }) => placedBy },
          {
            title: words.action,
            cell: ({ id }) => (
              <LinkButton
                href={`${HOLDS}/${id}/opheffen`}
                label={words.lift}
                look="quiet"
                size="small"
              />
            ),
          },
        ]}
        empty={<EmptyState title={words.none} lead={words.noneWhy} icon="lock" />}
      />
    </Screen>
  ),
})

/** Keeps a dossier from being destroyed. */
export const holdFormPage = formPage(`${HOLDS}/nieuw`, {
  input: z.object({
    reference: z.string().trim().min(1).max(20),
    reason: z.enum(HOLD_REASONS),
    endsOn: z.iso.date(),
  }),
  labels: { reference: words.reference, reason: words.reason, endsOn: words.endsOn },
  read: async (door) => {
    await readTerms(door, 'holds', {})
  },
  view: (_, form, door) => (
    <Screen door={door} title={words.add} width="narrow">
      <PageHeader
        title={words.add}
        lead={words.lead}
        breadcrumbs={[{ label: words.title, href: HOLDS }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form action={`${HOLDS}/nieuw`} submit={words.add} cancelHref={HOLDS}>
        <TextField
          name="reference"
          label={words.reference}
          hint={words.referenceHelp}
          value={form.value('reference')}
          error={form.fault('reference')}
          required
        />
        <SelectField
          name="reason"
          label={words.reason}
          value={form.value('reason')}
          error={form.fault('reason')}
          options={HOLD_REASONS.map((value) => ({ value, label: HOLD_WORDS[value] }))}
          required
        />
        <DateField
          name="endsOn"
          label={words.endsOn}
          hint={words.endsHelp}
          value={form.value('endsOn')}
          error={form.fault('endsOn')}
          required
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, input }) => {
    await pointing(
      { DOSSIER_UNKNOWN: 'reference', ERASURE_BEGUN: 'reference', HOLD_OUTSIDE: 'endsOn' },
      () => door.change(RETENTION, (tx) => placeHold(tx, input)),
    )
    return { to: HOLDS, done: 'hold-placed' }
  },
})

/** Ends a hold before its day. */
export const holdLiftPage = formPage(`${HOLDS}/:id/opheffen`, {
  input: z.object({}),
  read: async (door, params) => {
    const id = idOf(params)
    const { holds } = await readTerms(door, 'holds', { holds: listHolds })
    const hold = holds.find((each) => each.id === id)
    if (!hold) throw new AppError('NOT_FOUND')
    return hold
  },
  view: ({ id, reference }, form, door) => (
    <Screen door={door} title={words.liftTitle} width="narrow">
      <PageHeader title={words.liftTitle} breadcrumbs={[{ label: words.title, href: HOLDS }]} />
      <ErrorSummary errors={form.faults} />
      <ConfirmPanel
        title={say(words.question, door.language, { reference })}
        lead={words.liftLead}
        action={`${HOLDS}/${id}/opheffen`}
        confirm={words.liftTitle}
        cancelHref={HOLDS}
      />
    </Screen>
  ),
  act: async ({ door, params }) => {
    await door.change(RETENTION, (tx) => liftHold(tx, idOf(params)))
    return { to: HOLDS, done: 'hold-lifted' }
  },
})
