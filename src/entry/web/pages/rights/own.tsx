import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { listOwnRequests, type RequestLine } from '#duties/rights/request.ts'
import {
  liftOwnRestriction,
  listOwnRestrictions,
  type OwnRestriction,
} from '#duties/rights/restriction.ts'
import { KIND_LEADS, KIND_WORDS, REQUEST_KINDS } from '#duties/rights/words.ts'
import {
  ActionForm,
  Card,
  DateText,
  EmptyState,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  Stack,
  useSay,
  Words,
} from '#entry/web/components/index.ts'
import { act } from '#entry/web/http/form.tsx'
import { idOf, page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import type { Statement } from '#statement/index.ts'
import { RIGHTS } from './look.ts'
import { OWN_PATH, readStatement, SELF_SERVICE } from './office.ts'
import { DueText, OutcomeText, StateBadge } from './parts.tsx'

const words = {
  lead: {
    nl: 'Het zijn uw gegevens. Hier vraagt u wat u ermee wilt, en ziet u wat wij ermee doen.',
    en: 'They are your data. Here you ask what you want with them, and see what we do with it.',
  },
  running: { nl: 'Uw verzoeken', en: 'Your requests' },
  none: { nl: 'U hebt nog niets gevraagd', en: 'You have not asked anything yet' },
  noneWhy: {
    nl: 'Kies hieronder wat u wilt. U krijgt altijd antwoord, en u ziet hier hoe het ervoor staat.',
    en: 'Choose below what you want. You always get an answer, and you see here how it stands.',
  },
  ask: { nl: 'Wat wilt u?', en: 'What do you want?' },
  choose: { nl: 'Vragen', en: 'Ask' },
  atOnce: { nl: 'Dit gebeurt meteen.', en: 'This happens at once.' },
  due: { nl: 'Antwoord uiterlijk', en: 'Answer by' },
  closed: { nl: 'Afgehandeld op', en: 'Done on' },
  restricted: { nl: 'Dit dossier is beperkt', en: 'This dossier is restricted' },
  restrictedWhy: {
    nl: 'Niemand gebruikt of ziet het, ook u niet. U kunt de beperking zelf opheffen.',
    en: 'Nobody uses or sees it, you included. You can lift the restriction yourself.',
  },
  liftsOn: { nl: 'De beperking eindigt op', en: 'The restriction ends on' },
  lift: { nl: 'Beperking opheffen', en: 'Lift the restriction' },
} satisfies Record<string, Text>

/** What a person can ask, what they asked, and which of their dossiers are restricted. */
export const ownRightsPage = page(OWN_PATH, {
  read: async (door) => {
    const [statement, answers] = await Promise.all([
      readStatement(door),
      door.list(SELF_SERVICE, 'own-requests', {
        requests: listOwnRequests,
        restrictions: listOwnRestrictions,
      }),
    ])
    return { statement, ...answers }
  },
  view: ({ statement, requests, restrictions }, door) => (
    <Screen door={door} title={RIGHTS.own} open>
      <PageHeader title={RIGHTS.own} lead={words.lead} />
      <Stack gap="large">
        {restrictions.map((each) => (
          <Restriction of={each} />
        ))}
        <Section title={words.running}>
          <Stack>
            {requests.length === 0 && (
              <EmptyState title={words.none} lead={words.noneWhy} icon="speech" />
            )}
            {requests.map((request) => (
              <RequestCard of={request} />
            ))}
          </Stack>
        </Section>
        <Section title={words.ask} id="vragen">
          <Stack>
            {REQUEST_KINDS.map((kind) => (
              <Card
                title={KIND_WORDS[kind]}
                actions={
                  <LinkButton
                    href={`${OWN_PATH}/vragen/${kind}`}
                    label={words.choose}
                    look="plain"
                  />
                }
              >
                <Words of={KIND_LEADS[kind]} />{' '}
                {isAtOnce(statement, kind) && <Words of={words.atOnce} />}
              </Card>
            ))}
          </Stack>
        </Section>
      </Stack>
    </Screen>
  ),
})

/** Lifts the restriction on a dossier of one's own. */
export const liftAct = act(`${OWN_PATH}/beperkingen/:id`, async ({ door, params }) => {
  await door.change(SELF_SERVICE, (tx) => liftOwnRestriction(tx, idOf(params)))
  return { to: OWN_PATH, done: 'restriction-lifted' }
})

export function isAtOnce({ declarations }: Statement, kind: string): boolean {
  const right = declarations.rights[kind]
  return kind === 'withdrawal' || (right?.['at-once'] ?? right?.['self-service'] ?? false)
}

function RequestCard({ of }: { of: RequestLine }): JSX.Element {
  return (
    <Card
      title={KIND_WORDS[of.kind]}
      href={`${OWN_PATH}/${of.id}`}
      status={<StateBadge of={of} />}
      meta={
        <>
          {of.number} · <Words of={of.closedAt ? words.closed : words.due} /> <DueText of={of} />
        </>
      }
    >
      {of.closedAt && <OutcomeText of={of} />}
    </Card>
  )
}

function Restriction({ of }: { of: OwnRestriction }): JSX.Element {
  const say = useSay()
  const kind = VOCABULARY.kinds[of.kind]?.says ?? of.kind
  return (
    <Notice
      tone="warning"
      title={`${say(words.restricted)}: ${say(kind)} ${of.reference}`}
      action={
        <ActionForm action={`${OWN_PATH}/beperkingen/${of.id}`} label={words.lift} look="plain" />
      }
    >
      <p>
        <Words of={words.restrictedWhy} />{' '}
        {of.liftsOn && (
          <>
            <Words of={words.liftsOn} /> <DateText day={of.liftsOn} />.
          </>
        )}
      </p>
    </Notice>
  )
}
