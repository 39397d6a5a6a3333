import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Card,
  DataTable,
  DateText,
  dayOf,
  DescriptionList,
  EmptyState,
  Form,
  Muted,
  PageHeader,
  Period,
  Section,
  Stack,
  TextField,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { fileAnswer } from '#entry/web/http/file-answer.ts'
import { act } from '#entry/web/http/form.tsx'
import { answer, idOf, page, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import {
  AUDIT_WORDS,
  PORTFOLIOS_PATH,
  programmeName,
  studentName,
} from '#entry/web/pages/registry/audits/places.ts'
import { FoundList } from '#entry/web/pages/registry/found-list.tsx'
import { readPagedAddress } from '#entry/web/pages/registry/paged-address.ts'
import { AuditBadge } from '#entry/web/pages/registry/audits/state.tsx'
import type { Text } from '#kernel/language.ts'
import {
  askPortfolio,
  type AuditLine,
  listAudits,
  namePartner,
  listOpenPortfolios,
  PORTFOLIO,
  PORTFOLIOS_PAGE,
  portfolioReads,
  readPortfolio,
  readPortfolioFile,
  registrantName,
} from '#modules/registry/index.ts'
import { PortfolioItems } from './items.tsx'

const NAME_LIMIT = 200

const words = {
  portfolios: { nl: 'Portfolio’s', en: 'Portfolios' },
  lead: {
    nl: 'Portfolio’s die u nu mag inzien: omdat u erom vroeg, of voor een audit. De student ziet dat u dat mag.',
    en: 'Portfolios you may see now, because you asked or for an audit. The student can see that you have access.',
  },
  until: { nl: 'Tot en met', en: 'To' },
  why: { nl: 'Waarom', en: 'Why' },
  forAudit: { nl: 'voor een audit', en: 'for an audit' },
  asked: { nl: 'op uw verzoek', en: 'because you asked' },
  search: { nl: 'Zoek op student of opleiding', en: 'Search by student or programme' },
  notFound: { nl: 'Geen portfolio’s gevonden', en: 'No portfolios found' },
  notFoundWhy: { nl: 'Zoek op iets anders.', en: 'Try another search.' },
  older: {
    nl: 'U ziet de vijftig audits die het laatst eindigen. Vraag het register naar oudere.',
    en: 'These are the fifty audits that end last. Ask the register for older ones.',
  },
  none: { nl: 'Geen portfolio’s om in te zien', en: 'No portfolios to look in' },
  noneWhy: {
    nl: 'Vraag om inzage op de pagina van een student. U mag dan twee weken kijken.',
    en: 'Ask for access on a student’s page. You can then look for two weeks.',
  },
  items: {
    nl: 'Wat de student van de opleiding laat zien.',
    en: 'What the student shows of the training.',
  },
  empty: {
    nl: 'De student heeft er nog niets in gezet.',
    en: 'The student has not added anything yet.',
  },
  partner: {
    nl: 'Wie voert het gesprek met de auditor?',
    en: 'Who will talk with the auditor?',
  },
  save: { nl: 'Opslaan', en: 'Save' },
} satisfies Record<string, Text>

/** Portfolios that an institution may look in, and audits at the institution. */
export const portfoliosPage = page(PORTFOLIOS_PATH, {
  read: async (door) => {
    const asked = readPagedAddress(door.visit.query)
    const read = await door.list(PORTFOLIO, 'portfolios', {
      rows: listOpenPortfolios(asked),
      audits: listAudits({ search: '', page: 1 }),
    })
    return { asked, ...read }
  },
  view: ({ asked, rows, audits }, door) => (
    <Screen door={door} title={words.portfolios}>
      <PageHeader title={words.portfolios} lead={words.lead} />
      <Stack gap="large">
        <FoundList
          path={PORTFOLIOS_PATH}
          label={words.search}
          asked={asked}
          rows={rows}
          size={PORTFOLIOS_PAGE}
        >
          <DataTable
            caption={words.portfolios}
            captionHidden
            rows={rows}
            href={({ dossier_id: id }) => `${PORTFOLIOS_PATH}/${id}`}
            columns={[
              { title: AUDIT_WORDS.student, cell: (row) => studentName(row) },
              { title: AUDIT_WORDS.programme, cell: (row) => programmeName(row, door.language) },
              {
                title: words.why,
                cell: (row) => <Words of={row.audit_id ? words.forAudit : words.asked} />,
              },
              { title: words.until, cell: (row) => <DateText day={row.ends_on} /> },
            ]}
            empty={
              <EmptyState
                title={asked.search === '' ? words.none : words.notFound}
                lead={asked.search === '' ? words.noneWhy : words.notFoundWhy}
                icon="file"
              />
            }
          />
        </FoundList>
        {audits.length > 0 && (
          <Section title={AUDIT_WORDS.audits}>
            <Stack>
              {audits.map((audit) => (
                <Audit audit={audit} />
              ))}
              {(audits[0]?.total ?? 0) > audits.length && (
                <Muted>
                  <Words of={words.older} />
                </Muted>
              )}
            </Stack>
          </Section>
        )}
      </Stack>
    </Screen>
  ),
})

function Audit({ audit }: { audit: AuditLine }): JSX.Element {
  const programme = programmeName(audit, useView().language)
  return (
    <Card
      title={programme.charAt(0).toUpperCase() + programme.slice(1)}
      meta={
        <>
          <Period
            from={audit.starts_on}
            until={audit.ended_at ? dayOf(audit.ended_at) : audit.ends_on}
          />
          {audit.auditor && ` · ${audit.auditor}`}
        </>
      }
      status={<AuditBadge state={audit.state} />}
    >
      {audit.state === 'over' ? (
        <DescriptionList
          items={[
            {
              term: AUDIT_WORDS.partner,
              value: audit.partner ?? <Words of={AUDIT_WORDS.notNamed} />,
            },
          ]}
        />
      ) : (
        <Form action={`${PORTFOLIOS_PATH}/audits/${audit.id}`} submit={words.save}>
          <TextField
            name="name"
            label={words.partner}
            value={audit.partner ?? ''}
            maxLength={NAME_LIMIT}
            required
          />
        </Form>
      )}
    </Card>
  )
}

/** Names who talks with the auditor. */
export const namePartnerAct = act(
  `${PORTFOLIOS_PATH}/audits/:id`,
  async ({ door, params, input }) => {
    const name = (input['name'] ?? '').trim().slice(0, NAME_LIMIT)
    if (name !== '') {
      const auditId = idOf(params)
      await door.change(PORTFOLIO, (tx) => namePartner(tx, { auditId, name }))
    }
    return { to: PORTFOLIOS_PATH, done: 'saved' }
  },
)

/** The employer asks to look in the portfolio of a student. */
export const askPortfolioAct = act(
  '/instelling/studenten/:id/portfolio',
  async ({ door, params }) => {
    const id = idOf(params)
    await door.changeDossier('verification', id, askPortfolio)
    return { to: `${PORTFOLIOS_PATH}/${id}`, done: 'portfolio-asked' }
  },
)

async function openFor(door: Door, params: Params, activity: string, name = 'id') {
  const id = idOf(params, name)
  const reads = { ...portfolioReads(id), names: registrantName(id) }
  const { dossier, answers } = await door.open(activity, id, reads)
  const [found] = answers.names
  const student = found ? studentName(found) : ''
  return { id, student, items: readPortfolio(dossier, answers) }
}

/** A portfolio, for an institution that may look. */
export const portfolioPage = page(`${PORTFOLIOS_PATH}/:id`, {
  read: (door, params) => openFor(door, params, PORTFOLIO),
  view: ({ id, student, items }, door) => (
    <Screen door={door} title={AUDIT_WORDS.portfolio}>
      <PageHeader
        title={student}
        lead={words.items}
        breadcrumbs={[{ label: words.portfolios, href: PORTFOLIOS_PATH }]}
      />
      <PortfolioItems
        level={2}
        items={items}
        fileHref={(item) => `${PORTFOLIOS_PATH}/${id}/${item.id}`}
        emptyLead={words.empty}
      />
    </Screen>
  ),
})

/** A file of a portfolio, for an institution that may look. */
export const portfolioFile = answer(`${PORTFOLIOS_PATH}/:id/:item`, async (door, params, c) => {
  const item = idOf(params, 'item')
  const file = await door.changeDossier(PORTFOLIO, idOf(params), (tx) =>
    readPortfolioFile(tx, item),
  )
  return fileAnswer(c, file, { keep: false })
})
