import { readToken, tryingSecret } from '#accounts/index.ts'
import {
  Card,
  DateText,
  DescriptionList,
  Moment,
  Muted,
  Notice,
  PageHeader,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import { findShared, groupedNumber, readShared } from '#modules/registry/index.ts'
import { publicIssuer } from './issuing.ts'
import { organisationOf, readPublic } from './published.ts'
import { DIPLOMA } from './words.ts'

/** The address of a link, on the pages of the organisation that issued. */
export function sharedPath(organisation: string, secret: string): string {
  return `/uitgevers/${organisation}/gedeeld/${secret}`
}

const words = {
  title: { nl: 'Een diploma, met u gedeeld', en: 'A diploma that was shared with you' },
  lead: {
    nl: 'De houder laat u zien wat er op dit diploma staat.',
    en: 'The holder is showing you what this diploma says.',
  },
  until: { nl: 'Deze link werkt tot', en: 'This link works until' },
  revokedWhy: {
    nl: 'Dit diploma geldt niet meer.',
    en: 'This diploma is no longer valid.',
  },
  validWhy: {
    nl: '{label} gaf dit diploma uit en trok het niet in.',
    en: '{label} issued this diploma and did not revoke it.',
  },
} satisfies Record<string, Text>

/** What a holder shares of a diploma, for whoever has the link. */
export const sharedPage = page(sharedPath(':organisation', ':secret'), {
  read: async (door, params) => {
    const secret = readToken(params['secret'])
    if (!secret) throw new AppError('NOT_FOUND')
    const { name } = publicIssuer(door, organisationOf(params))
    const { site, address } = door.visit
    const { shared } = await tryingSecret(site.accounts, address, () =>
      readPublic(door, params, { shared: findShared(secret) }),
    )
    const [found] = shared
    if (!found) throw new AppError('NOT_FOUND')
    return { ...readShared(secret, found), name, state: found.state, endsAt: found.endsAt }
  },
  view: ({ number, holder, programme, version, issuedOn, name, state, endsAt }, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader title={words.title} lead={words.lead} />
      <Stack>
        <Notice
          tone={state === 'valid' ? 'success' : 'error'}
          title={state === 'valid' ? DIPLOMA.valid : DIPLOMA.revoked}
        >
          <Words
            of={state === 'valid' ? words.validWhy : words.revokedWhy}
            places={{ label: name }}
          />
        </Notice>
        <Card title={programme}>
          <DescriptionList
            items={[
              { term: DIPLOMA.holder, value: holder },
              { term: DIPLOMA.version, value: version },
              { term: DIPLOMA.issuedOn, value: <DateText day={issuedOn} /> },
              { term: DIPLOMA.number, value: groupedNumber(number) },
            ]}
          />
        </Card>
        <Muted>
          <Words of={words.until} /> <Moment at={endsAt} />
        </Muted>
      </Stack>
    </Screen>
  ),
})
