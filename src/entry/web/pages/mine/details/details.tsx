import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { LinkButton, Panel, Section, Stack, Words } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { page } from '#entry/web/http/page.tsx'
import type { Text } from '#kernel/language.ts'
import { Basis } from '#entry/web/pages/mine/basis.tsx'
import { ProfileFacts } from '#entry/web/pages/mine/contents/profile.tsx'
import { OfficerLine } from '#entry/web/pages/mine/officer-line.tsx'
import { openOwnFile, type OwnFile } from '#entry/web/pages/mine/own-file.ts'
import { OwnScreen } from '#entry/web/pages/mine/screen.tsx'
import { changeableParts } from './changeable.ts'

const words = {
  title: { nl: 'Wat wij van u weten', en: 'What we know of you' },
  change: { nl: 'Contactgegevens wijzigen', en: 'Change contact details' },
  rest: { nl: 'Iets anders wijzigen', en: 'Changing something else' },
  restWhy: {
    nl: 'Klopt uw naam, geboortedatum of iets anders niet? Dat verbeteren wij voor u.',
    en: 'Is your name, date of birth or something else wrong? We correct that for you.',
  },
  account: {
    nl: 'Uw e-mailadres en wachtwoord om in te loggen wijzigt u bij',
    en: 'You change the e-mail address and password with which you sign in at',
  },
  accountLink: { nl: 'Mijn account', en: 'My account' },
} satisfies Record<string, Text>

/** What is known of the client's person, and the way to correct it. */
export const detailsPage = page('/mijn/dossiers/:id/gegevens', {
  read: openOwnFile,
  view: drawDetails,
})

function drawDetails(file: OwnFile, door: Door): JSX.Element {
  const { access, statement, path } = file
  return (
    <OwnScreen door={door} file={file} part="details">
      <Stack gap="large">
        <Section
          title={words.title}
          action={
            changeableParts(access).length > 0 && (
              <LinkButton href={`${path}/gegevens/wijzigen`} label={words.change} icon="pencil" />
            )
          }
        >
          <ProfileFacts file={file} />
        </Section>
        <Panel title={words.rest}>
          <p>
            <Words of={words.restWhy} />
          </p>
          <OfficerLine statement={statement} />
          <Basis statement={statement} on="rights.rectification" />
          <p>
            <Words of={words.account} />{' '}
            <a href="/account">
              <Words of={words.accountLink} />
            </a>
            .
          </p>
        </Panel>
      </Stack>
    </OwnScreen>
  )
}
