import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  ActionForm,
  CodeList,
  DescriptionList,
  Moment,
  Notice,
  PageHeader,
  Panel,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { act, formPage } from '#entry/web/http/form.tsx'
import type { Route } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { beginFeed, endFeed, ownFeed } from '#modules/practice/index.ts'
import type { RowsOf } from '#store/query.ts'
import { z } from 'zod'

const words = {
  title: { nl: 'Koppelen met uw eigen agenda', en: 'Link to your own calendar' },
  lead: {
    nl: 'Met een geheime link ziet u uw afspraken in de agenda op uw telefoon of computer. Daar staat alleen “Afspraak” met de tijd: geen naam, geen plaats, geen onderwerp.',
    en: 'With a secret link you see your appointments in the calendar on your phone or computer. It says only “Appointment” with the time: no name, no place, no subject.',
  },
  state: { nl: 'Uw link', en: 'Your link' },
  made: { nl: 'Gemaakt', en: 'Made' },
  read: { nl: 'Laatst gelezen', en: 'Last read' },
  never: { nl: 'nog niet', en: 'not yet' },
  none: { nl: 'U hebt geen link.', en: 'You have no link.' },
  make: { nl: 'Link maken', en: 'Make a link' },
  again: { nl: 'Nieuwe link maken', en: 'Make a new link' },
  againWhy: {
    nl: 'De oude link werkt dan niet meer.',
    en: 'The old link no longer works then.',
  },
  end: { nl: 'Link intrekken', en: 'Withdraw the link' },
  fresh: { nl: 'Dit is uw link', en: 'This is your link' },
  once: {
    nl: 'Wij tonen hem maar één keer. Kopieer hem nu en voeg hem in uw agenda toe als “agenda via internetadres”. Wie de link heeft, ziet wanneer u afspraken hebt: deel hem met niemand.',
    en: 'We show it only once. Copy it now and add it to your calendar as a “calendar from an internet address”. Whoever has the link sees when you have appointments: share it with nobody.',
  },
} satisfies Record<string, Text>

interface LinkDesk {
  readonly activity: string
  readonly path: string
}

interface LinkPage {
  readonly feed: RowsOf<typeof ownFeed>[number] | undefined
}

/** Where somebody makes, renews and withdraws the link of their own calendar. */
export function linkPages({ activity, path }: LinkDesk): readonly Route[] {
  return [
    formPage(path, {
      input: z.object({}),
      read: async (door): Promise<LinkPage> => {
        const access = await door.access(activity)
        if (!access.can('appointments', 'select', 'starts_at')) throw new AppError('NOT_FOUND')
        const { feed } = await door.list(activity, 'calendar-link', { feed: ownFeed })
        return { feed: feed[0] }
      },
      view: (data, _, door) => drawLink(data, path, door),
      act: async ({ door }) => {
        const secret = await door.change(activity, beginFeed)
        await door.list(activity, 'calendar-link', {})
        const address = new URL(`/agenda/${secret}.ics`, door.visit.site.publicUrl).href
        return { show: drawFresh(address, path, door) }
      },
    }),
    act(`${path}/intrekken`, async ({ door }) => {
      await door.change(activity, endFeed)
      return { to: path, done: 'calendar-unlinked' }
    }),
  ]
}

function drawLink({ feed }: LinkPage, path: string, door: Door): JSX.Element {
  return (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader title={words.title} lead={words.lead} />
      <Stack>
        {feed ? (
          <Panel title={words.state}>
            <DescriptionList
              items={[
                { term: words.made, value: <Moment at={feed.made_at} /> },
                {
                  term: words.read,
                  value: feed.read_at ? <Moment at={feed.read_at} /> : <Words of={words.never} />,
                },
              ]}
            />
            <ActionForm action={`${path}/intrekken`} label={words.end} look="danger" size="small" />
          </Panel>
        ) : (
          <Notice>
            <Words of={words.none} />
          </Notice>
        )}
        {feed && (
          <p>
            <Words of={words.againWhy} />
          </p>
        )}
        <ActionForm
          action={path}
          label={feed ? words.again : words.make}
          look={feed ? 'plain' : 'primary'}
        />
      </Stack>
    </Screen>
  )
}

function drawFresh(address: string, path: string, door: Door): JSX.Element {
  return (
    <Screen door={door} title={words.fresh} width="narrow">
      <PageHeader title={words.fresh} breadcrumbs={[{ label: words.title, href: path }]} />
      <Notice tone="warning">
        <Words of={words.once} />
      </Notice>
      <CodeList label={words.state} codes={[address]} />
    </Screen>
  )
}
