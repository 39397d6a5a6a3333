import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { dayOf, EmptyState, LinkButton, Section, Stack } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import { openOwnFileWith, type OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { OwnScreen } from '#entry/web/pages/mine/screen.tsx'
import { RequestCard } from '#entry/web/pages/work/professionals/request-card.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  professionalReads,
  type ProfessionalRequestView,
  readProfessionalRequests,
} from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Andere professionals', en: 'Other professionals' },
  lead: {
    nl: 'Wat over u aan een ander is gevraagd, en wat die antwoordde. Zonder uw ja gaat er niets weg. Trekt u uw ja in, dan wordt geen antwoord meer bewaard.',
    en: 'What somebody else was asked about you, and what they answered. Without your yes nothing goes. When you withdraw your yes no answer is kept any more.',
  },
  none: { nl: 'Er is aan niemand iets over u gevraagd', en: 'Nobody was asked anything about you' },
  decide: { nl: 'Ja of nee zeggen', en: 'Say yes or no' },
  withdraw: { nl: 'Toestemming bekijken of intrekken', en: 'See or withdraw the consent' },
} satisfies Record<string, Text>

interface OwnRequests {
  readonly file: OwnFile
  readonly requests: readonly ProfessionalRequestView[]
}

/** What others were asked about oneself. */
export const ownProfessionalsPage = page('/mijn/dossiers/:id/professionals', {
  read: async (door, params): Promise<OwnRequests> => {
    const { file, answers, opening } = await openOwnFileWith(door, params, professionalReads)
    if (!file.access.can('professional_requests', 'select')) throw new AppError('NOT_FOUND')
    const { consents } = file.dossier
    const today = dayOf(new Date())
    return { file, requests: readProfessionalRequests(opening, answers, { consents, today }) }
  },
  view: drawOwnRequests,
})

function drawOwnRequests({ file, requests }: OwnRequests, door: Door): JSX.Element {
  return (
    <OwnScreen door={door} file={file} part="contents">
      <Section title={words.title} lead={words.lead}>
        {requests.length === 0 ? (
          <EmptyState title={words.none} icon="circleCheck" />
        ) : (
          <Stack>
            {requests.map((request) => (
              <RequestCard
                request={request}
                actions={
                  request.consent && (
                    <LinkButton
                      href={`${file.path}/toestemmingen#${request.consent.id}`}
                      label={request.state === 'asked' ? words.decide : words.withdraw}
                      look={request.state === 'asked' ? 'primary' : 'plain'}
                    />
                  )
                }
              />
            ))}
          </Stack>
        )}
      </Section>
    </OwnScreen>
  )
}
