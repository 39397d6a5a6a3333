import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  DateField,
  DateText,
  dayOf,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  Form,
  HiddenField,
  PageHeader,
  Section,
  Stack,
  TextArea,
} from '#entry/web/components/index.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AccreditationTable } from '#entry/web/pages/registry/accreditation-table.tsx'
import { AccreditationBadge } from '#entry/web/pages/registry/state-badge.tsx'
import { TRAINING } from '#entry/web/pages/registry/words.ts'
import { optionalText, requiredDay, requiredText } from '#entry/web/pages/work/input.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  type AccreditationLine,
  decideAccreditation,
  findAccreditation,
  listAccreditations,
  recordVisit,
} from '#modules/registry/index.ts'
import { ACCREDITATIONS, INSTITUTIONS, PROGRAMMING, programming, readRegister } from './desk.ts'

const words = {
  lead: {
    nl: 'Wat instellingen aanvroegen, en welke erkenningen het eerst aflopen.',
    en: 'What institutions applied for, and which accreditations end first.',
  },
  none: { nl: 'Nog geen aanvragen', en: 'No applications yet' },
  appliedOn: { nl: 'Aangevraagd', en: 'Applied' },
  visit: { nl: 'Visitatie vastleggen', en: 'Note a visit' },
  visitedOn: { nl: 'Bezocht op', en: 'Visited on' },
  found: { nl: 'Bevindingen over de instelling', en: 'What was found about the institution' },
  foundHint: { nl: 'Noem hier geen personen.', en: 'Name no persons here.' },
  note: { nl: 'Vastleggen', en: 'Note' },
  grant: { nl: 'Erkennen', en: 'Accredit' },
  startsOn: { nl: 'Vanaf', en: 'From' },
  endsOn: { nl: 'Tot en met', en: 'Until' },
  refuse: { nl: 'Weigeren', en: 'Refuse' },
  reason: { nl: 'Reden, voor de instelling', en: 'Reason, for the institution' },
} satisfies Record<string, Text>

/** All accreditations: what waits first. */
export const accreditationsPage = page(ACCREDITATIONS, {
  read: async (door) =>
    (await readRegister(door, PROGRAMMING, 'accreditations', { rows: listAccreditations() })).rows,
  view: (rows, door) => (
    <Screen door={door} title={TRAINING.accreditations}>
      <PageHeader title={TRAINING.accreditations} lead={words.lead} />
      <AccreditationTable
        rows={rows}
        named
        href={({ id }) => `${ACCREDITATIONS}/${id}`}
        empty={<EmptyState title={words.none} lead={words.lead} icon="file" />}
      />
    </Screen>
  ),
})

const input = z.discriminatedUnion('what', [
  z.object({ what: z.literal('visit'), visitedOn: requiredDay(), found: optionalText(2_000) }),
  z.object({ what: z.literal('grant'), startsOn: requiredDay(), endsOn: requiredDay() }),
  z.object({ what: z.literal('refuse'), reason: requiredText(2_000) }),
])

/** One accreditation: visit and decision. */
export const accreditationPage = formPage(`${ACCREDITATIONS}/:id`, {
  input,
  labels: words,
  read: async (door, params) => {
    const { found } = await readRegister(door, PROGRAMMING, 'accreditations', {
      found: findAccreditation(idOf(params)),
    })
    const [line] = found
    if (!line) throw new AppError('NOT_FOUND')
    return line
  },
  view: (line, form, door) => {
    const title = { nl: line.programmeNl, en: line.programmeEn }
    return (
      <Screen door={door} title={title} width="narrow">
        <PageHeader
          title={title}
          lead={line.institution}
          status={<AccreditationBadge state={line.state} />}
          breadcrumbs={[
            { label: TRAINING.accreditations, href: ACCREDITATIONS },
            { label: line.institution, href: `${INSTITUTIONS}/${line.partyId}` },
          ]}
        />
        <Stack gap="large">
          <ErrorSummary errors={form.faults} />
          <Facts line={line} />
          {(line.state === 'applied' || line.state === 'visited') && (
            <Deciding path={`${ACCREDITATIONS}/${line.id}`} form={form} />
          )}
        </Stack>
      </Screen>
    )
  },
  act: async ({ door, params, formId, input: noted }) => {
    const id = idOf(params)
    await once(() =>
      programming(door, (tx) => {
        if (noted.what === 'visit') {
          const { visitedOn, found } = noted
          return recordVisit(tx, { id: formId, accreditationId: id, visitedOn, found })
        }
        return noted.what === 'grant'
          ? decideAccreditation(tx, id, { ...noted, decision: 'granted' })
          : decideAccreditation(tx, id, { decision: 'refused', reason: noted.reason })
      }),
    )
    return { to: `${ACCREDITATIONS}/${id}`, done: 'saved' }
  },
})

function Facts({ line }: { line: AccreditationLine }): JSX.Element {
  const day = (value: string | null) => value !== null && <DateText day={value} />
  return (
    <DescriptionList
      items={[
        { term: words.appliedOn, value: day(line.appliedOn) },
        { term: words.visitedOn, value: day(line.visitedOn) },
        { term: words.found, value: line.found },
        { term: words.startsOn, value: day(line.startsOn) },
        { term: words.endsOn, value: day(line.endsOn) },
        { term: words.reason, value: line.reason },
      ].filter(({ value }) => Boolean(value))}
    />
  )
}

function Deciding({ path, form }: { path: string; form: FormState }): JSX.Element {
  const today = dayOf(new Date())
  const day = (name: 'visitedOn' | 'startsOn' | 'endsOn', stored = '') => (
    <DateField
      name={name}
      label={words[name]}
      value={form.value(name, stored)}
      error={form.fault(name)}
      required
    />
  )
  return (
    <>
      <Section title={words.visit}>
        <Form action={path} submit={words.note} formId={form.formId}>
          <HiddenField name="what" value="visit" />
          {day('visitedOn', today)}
          <TextArea
            name="found"
            label={words.found}
            hint={words.foundHint}
            value={form.value('found')}
            error={form.fault('found')}
            maxLength={2_000}
          />
        </Form>
      </Section>
      <Section title={words.grant}>
        <Form action={path} submit={words.grant} formId={form.formId}>
          <HiddenField name="what" value="grant" />
          {day('startsOn', today)}
          {day('endsOn')}
        </Form>
      </Section>
      <Section title={words.refuse}>
        <Form action={path} submit={words.refuse} formId={form.formId}>
          <HiddenField name="what" value="refuse" />
          <TextArea
            name="reason"
            label={words.reason}
            value={form.value('reason')}
            error={form.fault('reason')}
            maxLength={2_000}
            required
          />
        </Form>
      </Section>
    </>
  )
}
