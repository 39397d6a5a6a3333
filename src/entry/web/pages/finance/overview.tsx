import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  BarChart,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Stack,
  Stat,
  Stats,
  useView,
  Words,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { type CountText, sayCount } from '#entry/web/words.ts'
import type { Text } from '#kernel/language.ts'
import {
  type FinanceFigures,
  financeFigures,
  findSettings,
  listInvoices,
  listRemindable,
} from '#modules/finance/index.ts'
import { FINANCE, INVOICES, readBooks } from './books.ts'
import { InvoiceTable } from './invoice-table.tsx'
import { formatCents } from './money.ts'
import { MONEY } from './words.ts'

const words = {
  lead: {
    nl: 'Wat te factureren is, wat openstaat en wat te laat is. Dossiers ziet u hier niet.',
    en: 'What is to be invoiced, what is open and what is overdue. You see no dossiers here.',
  },
  waiting: { nl: 'Te factureren', en: 'To be invoiced' },
  lines: { nl: 'regels', en: 'lines' },
  drafts: { nl: 'Concepten', en: 'Drafts' },
  open: { nl: 'Openstaand', en: 'Open' },
  overdue: { nl: 'Te laat', en: 'Overdue' },
  invoices: { nl: 'facturen', en: 'invoices' },
  ages: { nl: 'Hoe lang over de termijn', en: 'How long past the term' },
  age: { nl: 'Dagen', en: 'Days' },
  fresh: { nl: 'nog niet', en: 'not yet' },
  toRemind: { nl: 'Te laat: nu te doen', en: 'Overdue: to do now' },
  remindAll: {
    one: { nl: 'Eén aanmaning mailen', en: 'Mail one reminder' },
    other: { nl: '{count} aanmaningen mailen', en: 'Mail {count} reminders' },
  },
  noneLate: { nl: 'Geen factuur is te laat', en: 'No invoice is overdue' },
  noneLateWhy: {
    nl: 'Zodra een termijn voorbij is, staat de factuur hier om aan te manen.',
    en: 'As soon as a term is over, the invoice is listed here to be reminded of.',
  },
  unset: {
    nl: 'Vul eerst de gegevens van uw organisatie in: die horen op elke factuur.',
    en: 'First fill in the details of your organisation: they belong on every invoice.',
  },
  fill: { nl: 'Gegevens invullen', en: 'Fill in details' },
  unpriced: {
    nl: 'Er zijn regels zonder prijs. Leg een tarief vast, of vul de prijs in.',
    en: 'There are lines without a price. Record a tariff, or fill in the price.',
  },
  tariffs: { nl: 'Tarieven', en: 'Tariffs' },
} satisfies Record<string, Text | CountText>

const AGES: readonly Text[] = [
  words.fresh,
  { nl: '1–30', en: '1–30' },
  { nl: '31–60', en: '31–60' },
  { nl: '61–90', en: '61–90' },
  { nl: 'meer dan 90', en: 'over 90' },
]

/** How finance stands, and what is to be done first. */
export const financePage = page(FINANCE, {
  read: (door) =>
    readBooks(door, 'finance-overview', {
      figures: financeFigures,
      settings: findSettings,
      late: listInvoices({ state: 'overdue' }),
      remindable: listRemindable,
    }),
  view: ({ figures, settings, late, remindable }, door) => (
    <Screen door={door} title={MONEY.finance}>
      <PageHeader title={MONEY.finance} lead={words.lead} />
      {settings.length === 0 && (
        <Notice
          tone="warning"
          action={<LinkButton href={`${FINANCE}/gegevens`} label={words.fill} look="plain" />}
        >
          <Words of={words.unset} />
        </Notice>
      )}
      {figures.map((figure) => (
        <Figures figures={figure} />
      ))}
      <Section title={words.toRemind}>
        <Stack>
          {remindable.length > 0 && (
            <ActionForm
              action={`${FINANCE}/aanmaningen`}
              label={sayCount(words.remindAll, remindable.length, door.language)}
              look="plain"
              icon="send"
            />
          )}
          <InvoiceTable
            rows={late}
            caption={words.toRemind}
            empty={{ title: words.noneLate, lead: words.noneLateWhy }}
          />
        </Stack>
      </Section>
    </Screen>
  ),
})

function Figures({ figures }: { figures: FinanceFigures }): JSX.Element {
  const { language } = useView()
  const cents = (amount: number) => formatCents(amount, language)
  const count = (amount: number, what: Text) => `${amount} ${what[language]}`
  return (
    <Stack gap="large">
      {figures.unpriced > 0 && (
        <Notice
          tone="warning"
          action={<LinkButton href={`${FINANCE}/tarieven`} label={words.tariffs} look="plain" />}
        >
          <Words of={words.unpriced} />
        </Notice>
      )}
      <Stats>
        <Stat
          label={words.waiting}
          value={cents(figures.waiting)}
          detail={count(figures.waitingLines, words.lines)}
          href={`${FINANCE}/regels`}
        />
        <Stat label={words.drafts} value={figures.drafts} href={`${INVOICES}?staat=draft`} />
        <Stat
          label={words.open}
          value={cents(figures.open)}
          detail={count(figures.openCount, words.invoices)}
          href={`${INVOICES}?staat=open`}
        />
        <Stat
          label={words.overdue}
          value={cents(figures.overdue)}
          detail={count(figures.overdueCount, words.invoices)}
          tone={figures.overdue > 0 ? 'error' : 'neutral'}
          href={`${INVOICES}?staat=overdue`}
        />
      </Stats>
      {figures.open > 0 && (
        <BarChart
          title={words.ages}
          columns={[words.age, MONEY.open]}
          bars={figures.ages.map((amount, index) => ({
            label: AGES[index] ?? words.age,
            value: amount,
            written: cents(amount),
          }))}
        />
      )}
    </Stack>
  )
}
