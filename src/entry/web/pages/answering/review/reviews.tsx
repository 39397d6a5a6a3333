import { z } from 'zod'
import { reviewInterval } from '#duties/access-review/check.ts'
import {
  ACCESS_REVIEWS_MOST,
  beginAccessReview,
  listAccessReviews,
} from '#duties/access-review/access-review.ts'
import {
  Badge,
  DataTable,
  DateField,
  DateText,
  EmptyState,
  ErrorSummary,
  Form,
  PageHeader,
  Panel,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { daysLook } from '#entry/web/pages/answering/badge-look.ts'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import type { Text } from '#kernel/language.ts'
import { sayDuration } from '#statement/say/duration.ts'
import { REVIEWS } from './case.ts'

const words = {
  title: { nl: 'Toegang nakijken', en: 'Review of access' },
  lead: {
    nl: 'Wie kan bij gegevens, en is dat nog nodig? U loopt iedereen na: functies, dossiers, contactpersonen en ingelogde apparaten.',
    en: 'Who can reach data, and is it still needed? You go through everybody: functions, dossiers, contacts and signed-in devices.',
  },
  begin: { nl: 'Een controle beginnen', en: 'Begin a review' },
  beginWhy: {
    nl: 'Wij beloven dit ten minste eens per {interval}. Is een controle te laat, dan staat die belofte op rood.',
    en: 'We promise this at least once every {interval}. When a review is overdue, that promise is red.',
  },
  dueOn: { nl: 'Klaar uiterlijk op', en: 'Done by' },
  begunAt: { nl: 'Begonnen', en: 'Begun' },
  by: { nl: 'Door', en: 'By' },
  state: { nl: 'Stand', en: 'State' },
  closed: { nl: 'Klaar', en: 'Done' },
  lines: { nl: 'Regels', en: 'Lines' },
  undecided: { nl: 'Te beslissen', en: 'To decide' },
  ended: { nl: 'Beëindigd', en: 'Ended' },
  none: { nl: 'Er is nog geen controle geweest', en: 'There was no review yet' },
  noneWhy: {
    nl: 'Begin er een. U krijgt een lijst van alle toegang zoals die nu is.',
    en: 'Begin one. You get a list of all access as it is now.',
  },
} satisfies Record<string, Text>

const NEAR_DAYS = 7

/** The reviews there were, and the beginning of a new one. */
export const reviewsPage = formPage(REVIEWS, {
  input: z.object({ dueOn: z.iso.date() }),
  labels: { dueOn: words.dueOn },
  read: async (door) => {
    const { organisation, site } = door.visit
    const [{ all }, statement] = await Promise.all([
      readAs(door, 'access-review', 'access-reviews', { all: listAccessReviews }),
      site.publication.current(organisation),
    ])
    return { all, interval: sayDuration(reviewInterval(statement), door.language) }
  },
  view: ({ all, interval }, form, door) => (
    <Screen door={door} title={words.title}>
      <PageHeader title={words.title} lead={words.lead} />
      <ErrorSummary errors={form.faults} />
      <Stack gap="large">
        {all.every(({ closedAt }) => closedAt !== null) && (
          <Panel title={words.begin}>
            <p>
              <Words of={words.beginWhy} places={{ interval }} />
            </p>
            <Form action={REVIEWS} submit={words.begin} formId={form.formId}>
              <DateField
                name="dueOn"
                label={words.dueOn}
                value={form.value('dueOn')}
                error={form.fault('dueOn')}
                required
              />
            </Form>
          </Panel>
        )}
        <DataTable
          caption={words.title}
          captionHidden
          rows={all}
          most={ACCESS_REVIEWS_MOST}
          href={({ id }) => `${REVIEWS}/${id}`}
          columns={[
            { title: words.begunAt, cell: ({ begunAt }) => <DateText day={begunAt} /> },
            { title: words.by, cell: ({ begunBy }) => begunBy },
            {
              title: words.state,
              cell: ({ closedAt, daysLeft }) =>
                closedAt ? (
                  <Badge label={words.closed} tone="success" icon="check" />
                ) : (
                  <Badge {...daysLook(daysLeft, NEAR_DAYS, door.language)} />
                ),
            },
            { title: words.lines, cell: ({ lines }) => lines, align: 'end' },
            { title: words.undecided, cell: ({ undecided }) => undecided, align: 'end' },
            { title: words.ended, cell: ({ ended }) => ended, align: 'end' },
          ]}
          empty={<EmptyState title={words.none} lead={words.noneWhy} icon="people" />}
        />
      </Stack>
    </Screen>
  ),
  act: async ({ door, input: { dueOn }, formId }) => {
    await once(() => door.change('access-review', (tx) => beginAccessReview(tx, formId, dueOn)))
    return { to: `${REVIEWS}/${formId}`, done: 'saved' }
  },
})
