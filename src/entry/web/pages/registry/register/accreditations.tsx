import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  DateField,
  DateText,
  dayOf,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  Filters,
  Form,
  HiddenField,
  PageHeader,
  Pagination,
  SearchForm,
  Section,
  Stack,
  TextArea,
  Toolbar,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, type FormState, once } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AccreditationTable } from '#entry/web/pages/registry/accreditation-table.tsx'
import {
  type PagedAddress,
  pagedAddress,
  pagesOf,
  readPagedAddress,
} from '#entry/web/pages/registry/paged-address.ts'
import { AccreditationBadge } from '#entry/web/pages/registry/state-badge.tsx'
import { ACCREDITATION_LOOKS, TRAINING } from '#entry/web/pages/registry/words.ts'
import { titled } from '#entry/web/titles.ts'
import { optionalText, requiredDay, requiredText } from '#entry/web/pages/work/input.ts'
import { registryPostOf } from '#entry/web/pages/registry/audits/places.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  ACCREDITATION_STATES,
  type AccreditationLine,
  ACCREDITATIONS_PAGE,
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
  search: { nl: 'Zoek op instelling of opleiding', en: 'Search by institution or programme' },
  none: { nl: 'Geen erkenningen gevonden', en: 'No accreditations found' },
  noneWhy: {
    nl: 'Zoek anders, of kies een andere stand. Instellingen vragen een erkenning zelf aan.',
    en: 'Try another search or state. Institutions apply for accreditation themselves.',
  },
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
  reason: { nl: 'Reden', en: 'Reason' },
  reasonHint: { nl: 'De instelling leest deze reden.', en: 'The institution reads this reason.' },
} satisfies Record<string, Text>

/** All accreditations: what waits first. */
export const accreditationsPage = page(ACCREDITATIONS, {
  read: async (door) => {
    const { query } = door.visit
    const state = ACCREDITATION_STATES.find((word) => word === query.get('staat'))
    const asked = { ...readPagedAddress(query), state }
    const { rows } = await readRegister(door, PROGRAMMING, 'accreditations', {
      rows: listAccreditations(asked),
    })
    return { asked, rows }
  },
  view: ({ asked, rows }, door) => (
    <Screen door={door} title={TRAINING.accreditations}>
      <PageHeader title={TRAINING.accreditations} lead={words.lead} />
      <Tools asked={asked} />
      <AccreditationTable
        rows={rows}
        named
        href={({ id }) => `${ACCREDITATIONS}/${id}`}
        empty={<EmptyState title={words.none} lead={words.noneWhy} icon="file" />}
      />
      <Pagination
        {...pagesOf(ACCREDITATIONS, {
          asked,
          shown: rows.length,
          total: rows[0]?.total ?? 0,
          size: ACCREDITATIONS_PAGE,
        })}
      />
    </Screen>
  ),
})

function Tools({ asked: { search, state } }: { asked: PagedAddress }): JSX.Element {
  return (
    <Toolbar>
      <SearchForm
        action={ACCREDITATIONS}
        label={words.search}
        value={search}
        keep={state === undefined ? {} : { staat: state }}
        clearHref={pagedAddress(ACCREDITATIONS, { state })}
      />
      <Filters
        groups={[
          {
            label: TRAINING.state,
            options: [
              {
                label: TRAINING.all,
                href: pagedAddress(ACCREDITATIONS, { search }),
                current: state === undefined,
              },
              ...ACCREDITATION_STATES.map((word) => ({
                label: titled(ACCREDITATION_LOOKS[word].label),
                href: pagedAddress(ACCREDITATIONS, { search, state: word }),
                current: word === state,
              })),
            ],
          },
        ]}
      />
    </Toolbar>
  )
}

const BACKWARDS = because({
  nl: 'De laatste dag ligt voor de eerste. Kies een latere dag.',
  en: 'The last day is before the first. Choose a later day.',
})

const input = z.discriminatedUnion('what', [
  z.object({ what: z.literal('visit'), visitedOn: requiredDay(), found: optionalText(2_000) }),
  z
    .object({ what: z.literal('grant'), startsOn: requiredDay(), endsOn: requiredDay() })
    .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'], message: BACKWARDS }),
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
            <Deciding
              path={`${ACCREDITATIONS}/${line.id}`}
              form={form}
              visited={line.state === 'visited'}
            />
          )}
        </Stack>
      </Screen>
    )
  },
  act: async ({ door, params, formId, input: noted }) => {
    const id = idOf(params)
    const post = registryPostOf(door)
    await once(() =>
      programming(door, (tx) => {
        if (noted.what === 'visit') {
          const { visitedOn, found } = noted
          return recordVisit(tx, { id: formId, accreditationId: id, visitedOn, found })
        }
        return noted.what === 'grant'
          ? decideAccreditation(tx, post, id, { ...noted, decision: 'granted' })
          : decideAccreditation(tx, post, id, { decision: 'refused', reason: noted.reason })
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

interface DecidingProps {
  readonly path: string
  readonly form: FormState
  /** Whether the institution was visited, after which the decision comes. */
  readonly visited: boolean
}

function Deciding({ path, form, visited }: DecidingProps): JSX.Element {
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
        <Form
          action={path}
          submit={words.note}
          submitLook={visited ? 'plain' : 'primary'}
          formId={form.formId}
        >
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
        <Form
          action={path}
          submit={words.grant}
          submitLook={visited ? 'primary' : 'plain'}
          formId={form.formId}
        >
          <HiddenField name="what" value="grant" />
          {day('startsOn', today)}
          {day('endsOn')}
        </Form>
      </Section>
      <Section title={words.refuse}>
        <Form action={path} submit={words.refuse} submitLook="danger" formId={form.formId}>
          <HiddenField name="what" value="refuse" />
          <TextArea
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
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
