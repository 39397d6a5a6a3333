import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  Actions,
  Card,
  DataTable,
  DateText,
  EmptyState,
  LinkButton,
  Moment,
  PageHeader,
  Section,
  Stack,
  Words,
  WrittenText,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { fileAnswer } from '#entry/web/http/file-answer.ts'
import { act } from '#entry/web/http/form.tsx'
import { answer, idOf, page, type Params } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { JudgementBadge } from '#entry/web/pages/registry/audits/state.tsx'
import type { Text } from '#kernel/language.ts'
import {
  findingOf,
  looksAt,
  type PortfolioItem,
  type PortfolioLook,
  portfolioReads,
  readPortfolio,
  readPortfolioFile,
  removePortfolioItem,
  type StudentAudit,
  studentAudits,
} from '#modules/registry/index.ts'
import { OWN_PORTFOLIO, ownPortfolioPath, PortfolioItems } from './items.tsx'

const SELF_SERVICE = 'self-service'

const words = {
  title: { nl: 'Portfolio', en: 'Portfolio' },
  lead: {
    nl: 'Wat u van uw opleiding wilt laten zien. Uw werkgever ziet dit alleen als erom is gevraagd, en een auditor alleen tijdens een audit. U ziet hieronder wie dat mag en tot wanneer.',
    en: 'What you want to show of your training. Your employer sees it only when that was asked for, and an auditor only during an audit. Below you see who may look and until when.',
  },
  mine: { nl: 'Mijn', en: 'Mine' },
  items: { nl: 'Wat erin zit', en: 'What is in it' },
  addFile: { nl: 'Bestand toevoegen', en: 'Add a file' },
  addWords: { nl: 'Verklaring schrijven', en: 'Write an attestation' },
  empty: {
    nl: 'Voeg een bestand toe, of schrijf op wat u hebt gedaan.',
    en: 'Add a file, or write down what you did.',
  },
  remove: { nl: 'Verwijderen', en: 'Remove' },
  looks: { nl: 'Wie mag kijken', en: 'Who may look' },
  noLooks: { nl: 'Niemand', en: 'Nobody' },
  noLooksWhy: {
    nl: 'Vraagt uw werkgever om uw portfolio, of komt er een audit, dan staat dat hier.',
    en: 'If your employer asks for your portfolio, or there is an audit, you see it here.',
  },
  who: { nl: 'Wie', en: 'Who' },
  why: { nl: 'Waarom', en: 'Why' },
  since: { nl: 'Vanaf', en: 'From' },
  until: { nl: 'Tot en met', en: 'To' },
  now: { nl: 'Kan nu kijken', en: 'Can look now' },
  yes: { nl: 'ja', en: 'yes' },
  no: { nl: 'nee', en: 'no' },
  forAudit: { nl: 'voor een audit', en: 'for an audit' },
  asked: { nl: 'op eigen verzoek', en: 'because they asked' },
  audits: { nl: 'Audits', en: 'Audits' },
  auditor: { nl: 'auditor: {name}', en: 'auditor: {name}' },
} satisfies Record<string, Text>

async function openOwn(door: Door, params: Params) {
  const id = idOf(params)
  const { dossier, answers } = await door.open(SELF_SERVICE, id, {
    ...portfolioReads(id),
    looks: looksAt(id),
    audits: studentAudits(id),
  })
  return {
    id,
    items: readPortfolio(dossier, answers),
    looks: answers.looks,
    audits: answers.audits.map((audit) => ({ audit, finding: findingOf(dossier, audit) })),
  }
}

/** The own portfolio, and who may look in it. */
export const ownPortfolioPage = page(OWN_PORTFOLIO, {
  read: openOwn,
  view: ({ id, items, looks, audits }, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: words.mine, href: '/mijn' }]}
      />
      <Stack gap="large">
        <Section title={words.items}>
          <Stack>
            <Actions>
              <LinkButton
                href={`${ownPortfolioPath(id)}/bestand`}
                label={words.addFile}
                icon="add"
              />
              <LinkButton
                href={`${ownPortfolioPath(id)}/verklaring`}
                label={words.addWords}
                look="plain"
              />
            </Actions>
            <PortfolioItems
              items={items}
              fileHref={(item) => `${ownPortfolioPath(id)}/${item.id}/bestand`}
              emptyLead={words.empty}
              actions={(item) => <RemoveForm id={id} item={item} />}
            />
          </Stack>
        </Section>
        <Looks looks={looks} />
        {audits.length > 0 && <Audits audits={audits} />}
      </Stack>
    </Screen>
  ),
})

function RemoveForm({ id, item }: { id: string; item: PortfolioItem }): JSX.Element {
  return (
    <ActionForm
      action={`${ownPortfolioPath(id)}/${item.id}/verwijderen`}
      label={words.remove}
      look="plain"
    />
  )
}

function Looks({ looks }: { looks: readonly PortfolioLook[] }): JSX.Element {
  return (
    <Section title={words.looks}>
      <DataTable
        caption={words.looks}
        captionHidden
        rows={looks}
        columns={[
          { title: words.who, cell: ({ party }) => party },
          {
            title: words.why,
            cell: (look) => <Words of={look.audit_id ? words.forAudit : words.asked} />,
          },
          { title: words.since, cell: (look) => <DateText day={look.starts_on} /> },
          { title: words.until, cell: (look) => <DateText day={look.ends_on} /> },
          {
            title: words.now,
            cell: ({ running }) => <Words of={running ? words.yes : words.no} />,
          },
        ]}
        empty={<EmptyState title={words.noLooks} lead={words.noLooksWhy} icon="people" />}
      />
    </Section>
  )
}

interface Found {
  readonly audit: StudentAudit
  readonly finding: string | undefined
}

function Audits({ audits }: { audits: readonly Found[] }): JSX.Element {
  return (
    <Section title={words.audits}>
      <Stack>
        {audits.map(({ audit, finding }) => (
          <Card
            title={audit.party}
            meta={
              <>
                <DateText day={audit.starts_on} />
                {' – '}
                {audit.ended_at ? <Moment at={audit.ended_at} /> : <DateText day={audit.ends_on} />}
              </>
            }
            {...(audit.judgement && { status: <JudgementBadge of={audit.judgement} /> })}
          >
            <p>
              <Words of={words.auditor} places={{ name: audit.auditor ?? '–' }} />
            </p>
            {finding !== undefined && <WrittenText text={finding} />}
          </Card>
        ))}
      </Stack>
    </Section>
  )
}

/** Takes something out of the own portfolio. */
export const removeItemAct = act(`${OWN_PORTFOLIO}/:item/verwijderen`, async ({ door, params }) => {
  const id = idOf(params)
  const item = idOf(params, 'item')
  await door.changeDossier(SELF_SERVICE, id, (tx) => removePortfolioItem(tx, item))
  return { to: ownPortfolioPath(id), done: 'removed' }
})

/** A file of the own portfolio. */
export const ownPortfolioFile = answer(
  `${OWN_PORTFOLIO}/:item/bestand`,
  async (door, params, c) => {
    const item = idOf(params, 'item')
    const file = await door.changeDossier(SELF_SERVICE, idOf(params), (tx) =>
      readPortfolioFile(tx, item),
    )
    return fileAnswer(c, file, { keep: false })
  },
)
