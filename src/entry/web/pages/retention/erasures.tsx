import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { z } from 'zod'
import {
  acceptLeftovers,
  type ErasureLine,
  LEFTOVER_REASONS,
  listErasures,
} from '#duties/erasure/list.ts'
import {
  Badge,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  LinkButton,
  Moment,
  Muted,
  PageHeader,
  Pagination,
  RadioGroup,
  Stack,
} from '#entry/web/components/index.ts'
import { formPage } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { readTerms } from './desk.ts'
import { RetentionTabs } from './tabs.tsx'
import { CAUSE_WORDS, HOME, kindTitle, type Look, partTitle, RETENTION } from './words.ts'

const ERASURES = `${HOME}/verwijderingen`
const PAGE_LINES = 50
const LAST_PAGE = 10_000

const words = {
  title: { nl: 'Verwijderingen', en: 'Erasures' },
  lead: {
    nl: 'Wat onderweg is staat bovenaan. Van wie iets was, staat nergens meer: ook hier niet.',
    en: 'What is under way comes first. Whose something was is written nowhere any more: not here either.',
  },
  kind: { nl: 'Soort en beginjaar', en: 'Kind and first year' },
  part: { nl: 'Deel', en: 'Part' },
  cause: { nl: 'Waarom', en: 'Why' },
  state: { nl: 'Stap', en: 'Step' },
  when: { nl: 'Wanneer', en: 'When' },
  look: { nl: 'Nakijken', en: 'Look' },
  none: { nl: 'Er is nog niets verwijderd', en: 'Nothing was erased yet' },
  noneWhy: {
    nl: 'Hier komt te staan wat op verzoek wegging, en wat aan het einde van zijn termijn wegging.',
    en: 'What went on request will be told here, and what went at the end of its term.',
  },
  leftTitle: { nl: 'Wat de hercontrole vond', en: 'What the re-read found' },
  leftLead: {
    nl: 'Na het verwijderen is overal gezocht naar de nummers, de naam en het adres. Op deze plaatsen staat nog iets dat erop lijkt. Haal het daar weg: de volgende hercontrole sluit de verwijdering dan vanzelf. Is het van iemand anders, zeg dat dan hier.',
    en: 'After the erasure the numbers, the name and the address were looked for everywhere. In these places there is still something like them. Take it away there: the next re-read then closes the erasure by itself. If it is somebody else’s, say so here.',
  },
  places: { nl: 'Plaats en aantal', en: 'Place and number' },
  whose: { nl: 'Van wie is het?', en: 'Whose is it?' },
  accept: { nl: 'Het is van iemand anders', en: 'It is somebody else’s' },
} satisfies Record<string, Text>

const REASONS: Readonly<Record<(typeof LEFTOVER_REASONS)[number], Text>> = {
  namesake: { nl: 'Van iemand met dezelfde naam', en: 'Of somebody with the same name' },
  'shared-address': {
    nl: 'Van iemand die hetzelfde adres gebruikt',
    en: 'Of somebody who uses the same address',
  },
}

const STATES = {
  ordered: { label: { nl: 'Wacht', en: 'Waits' }, tone: 'neutral', icon: 'clock' },
  registered: { label: { nl: 'In het register', en: 'Registered' }, tone: 'info', icon: 'clock' },
  deleted: { label: { nl: 'Weg', en: 'Gone' }, tone: 'info', icon: 'trash' },
  leftovers: { label: { nl: 'Nakijken', en: 'To be looked at' }, tone: 'warning', icon: 'alert' },
  closed: { label: { nl: 'Afgerond', en: 'Finished' }, tone: 'success', icon: 'check' },
} as const satisfies Record<string, Look>

interface ErasuresData {
  readonly lines: readonly ErasureLine[]
  readonly asked: number
}

/** Erasures, those under way first. */
export const erasuresPage = page(ERASURES, {
  read: async (door): Promise<ErasuresData> => {
    const wanted = Number(door.visit.query.get('pagina') ?? '1')
    const asked = Number.isInteger(wanted) && wanted >= 1 && wanted <= LAST_PAGE ? wanted : 1
    const { lines } = await readTerms(door, 'erasures', {
      lines: listErasures((asked - 1) * PAGE_LINES, PAGE_LINES),
    })
    return { lines, asked }
  },
  view: ({ lines, asked }, door) => {
    const { language } = door
    const total = lines[0]?.total ?? 0
    const to = (asked - 1) * PAGE_LINES + lines.length
    return (
      <Screen door={door} title={words.title}>
        <PageHeader title={words.title} lead={words.lead} />
        <RetentionTabs part="erasures" />
        <DataTable
          caption={words.title}
          captionHidden
          rows={lines}
          columns={[
            {
              title: words.kind,
              cell: ({ kind, year }) => `${kindTitle(kind, language)}, ${year}`,
            },
            { title: words.part, cell: ({ part }) => partTitle(part, language) },
            { title: words.cause, cell: ({ cause }) => CAUSE_WORDS[cause]?.[language] ?? cause },
            { title: words.state, cell: drawState },
            {
              title: words.when,
              cell: (line) => <Moment at={line.closedAt ?? line.orderedAt} />,
            },
          ]}
          empty={<EmptyState title={words.none} lead={words.noneWhy} icon="trash" />}
        />
        <Pagination
          from={(asked - 1) * PAGE_LINES + 1}
          to={to}
          total={total}
          {...(asked > 1 && { previousHref: `${ERASURES}?pagina=${asked - 1}` })}
          {...(to < total && { nextHref: `${ERASURES}?pagina=${asked + 1}` })}
        />
      </Screen>
    )
  },
})

function drawState(line: ErasureLine): JSX.Element {
  const state = stateOf(line)
  return (
    <Stack gap="small">
      <span>
        <Badge {...STATES[state]} />
      </span>
      {state === 'leftovers' && (
        <LinkButton href={`${ERASURES}/${line.id}`} label={words.look} look="quiet" size="small" />
      )}
    </Stack>
  )
}

function stateOf({
  closedAt,
  leftovers,
  deletedAt,
  registeredAt,
}: ErasureLine): keyof typeof STATES {
  if (closedAt) return 'closed'
  if (leftovers > 0) return 'leftovers'
  if (deletedAt) return 'deleted'
  return registeredAt ? 'registered' : 'ordered'
}

/** What a re-read found, and whose it is. */
export const leftoversPage = formPage(`${ERASURES}/:id`, {
  input: z.object({ reason: z.enum(LEFTOVER_REASONS) }),
  labels: { reason: words.whose },
  read: async (door, params) => {
    const id = idOf(params)
    const { lines } = await readTerms(door, 'erasures', { lines: listErasures(0, PAGE_LINES) })
    const line = lines.find((each) => each.id === id && each.leftovers > 0)
    if (!line) throw new AppError('NOT_FOUND')
    return line
  },
  view: ({ id, places }, form, door) => (
    <Screen door={door} title={words.leftTitle} width="narrow">
      <PageHeader
        title={words.leftTitle}
        lead={words.leftLead}
        breadcrumbs={[{ label: words.title, href: ERASURES }]}
      />
      <ErrorSummary errors={form.faults} />
      <DataTable
        caption={words.places}
        rows={places}
        columns={[{ title: words.places, cell: (place) => place }]}
        empty={<Muted>–</Muted>}
      />
      <Form action={`${ERASURES}/${id}`} submit={words.accept} cancelHref={ERASURES}>
        <RadioGroup
          name="reason"
          label={words.whose}
          value={form.value('reason')}
          error={form.fault('reason')}
          options={LEFTOVER_REASONS.map((value) => ({ value, label: REASONS[value] }))}
          required
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, input, params }) => {
    await door.change(RETENTION, (tx) => acceptLeftovers(tx, idOf(params), input.reason))
    return { to: ERASURES, done: 'saved' }
  },
})
