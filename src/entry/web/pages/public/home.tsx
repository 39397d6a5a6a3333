import type { Child } from '#entry/web/jsx/element.ts'
import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import {
  Actions,
  Card,
  Columns,
  LinkButton,
  PageHeader,
  Panel,
  Section,
  Stack,
  Words,
} from '#entry/web/components/index.ts'
import { CHECK_PATH } from '#entry/web/pages/registry/diplomas/check.tsx'
import { VERIFICATION_PATH } from '#entry/web/pages/signing/verification.tsx'
import { startFor } from '#entry/web/http/menu.ts'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import type { Text } from '#kernel/language.ts'

const words = {
  title: { nl: 'Wat u vertelt, blijft van u', en: 'What you tell us stays yours' },
  lead: {
    nl: 'In onze privacyverklaring staat wat wij bewaren, waarvoor en hoe lang. Onze software kan niets anders dan wat daar staat.',
    en: 'Our privacy statement says what we hold, what for and how long. Our software can do nothing but what it says.',
  },
  signIn: { nl: 'Inloggen', en: 'Sign in' },
  start: { nl: 'Verder waar u was', en: 'Go on where you were' },
  read: { nl: 'De verklaring lezen', en: 'Read the statement' },
  forWhom: { nl: 'Voor wie', en: 'For whom' },
  client: { nl: 'Bent u cliënt?', en: 'Are you a client?' },
  clientWhy: {
    nl: 'In uw eigen omgeving leest u uw dossier, keurt u samenvattingen goed, geeft u toestemming of trekt u die in, en ziet u wie keek.',
    en: 'In your own pages you read your dossier, approve summaries, give or withdraw consent, and see who looked.',
  },
  principal: { nl: 'Bent u opdrachtgever?', en: 'Are you a principal?' },
  principalWhy: {
    nl: 'U leest de documenten die een cliënt voor u vrijgaf. Het dossier zelf ziet u niet.',
    en: 'You read the documents that a client released to you. You do not see the dossier itself.',
  },
  student: { nl: 'Volgt u een opleiding in de zorg?', en: 'Are you in training in care?' },
  studentWhy: {
    nl: 'Schrijf u in. U vult zelf in wie u bent, en ziet wie uw opleiding controleerde en wie er keek.',
    en: 'Enrol. You enter yourself who you are, and see who verified your training and who looked.',
  },
  enrol: { nl: 'Inschrijven', en: 'Enrol' },
  institution: { nl: 'Leidt uw instelling op?', en: 'Does your institution train?' },
  institutionWhy: {
    nl: 'U controleert de opleiding van uw eigen studenten. Meer dan dat ziet u niet.',
    en: 'You verify the training of your own students. More than that you do not see.',
  },
  promises: { nl: 'Houden wij ons eraan?', en: 'Do we keep to it?' },
  promisesWhy: {
    nl: 'Bij elke zin van de verklaring ziet u of wij hem nakomen. Dat wordt elke dag nagegaan.',
    en: 'With every sentence of the statement you see whether we keep it. That is checked every day.',
  },
  request: { nl: 'Iets met uw gegevens?', en: 'Something about your data?' },
  requestWhy: {
    nl: 'U kunt ze altijd inzien, laten verbeteren of verwijderen. Ook zonder account.',
    en: 'You can always see them, have them corrected or erased. Without an account too.',
  },
  ask: { nl: 'Een verzoek doen', en: 'Make a request' },
  complaint: { nl: 'Ging er iets niet goed?', en: 'Did something go wrong?' },
  complaintWhy: {
    nl: 'Vertel het ons. Wij horen beide kanten, en u hoort binnen de termijn van de verklaring wat de uitkomst is.',
    en: 'Tell us. We hear both sides, and you hear the outcome within the term of the statement.',
  },
  complain: { nl: 'Een klacht indienen', en: 'Make a complaint' },
  signature: { nl: 'Kreeg u een ondertekend document?', en: 'Did you get a signed document?' },
  signatureWhy: {
    nl: 'Ga na wie het tekende, en of er daarna niets aan is veranderd.',
    en: 'Verify who signed it, and that nothing in it was changed since.',
  },
  verify: { nl: 'Handtekening nagaan', en: 'Verify a signature' },
  diploma: { nl: 'Laat iemand u een diploma zien?', en: 'Does somebody show you a diploma?' },
  diplomaWhy: {
    nl: 'Ga na of het geldt, met het nummer of met het bestand. U hoeft niet in te loggen.',
    en: 'Check that it is valid, by its number or by the file. You need not sign in.',
  },
  check: { nl: 'Diploma nagaan', en: 'Check a diploma' },
} satisfies Record<string, Text>

/** The first page of an organisation: what it promises, and the ways in. */
export const homePage = page('/', {
  read: async (door) => {
    const { organisation, site } = door.visit
    await door.publicly({})
    const { declarations } = await site.publication.current(organisation)
    const declares = (activity: string) => Object.hasOwn(declarations.activities, activity)
    return {
      complaints: declares('complaint-handling'),
      diplomas: declares('diplomas'),
      enrolment: declares('self-enrolment'),
      requests: declares('request-handling'),
      verification: Object.hasOwn(declarations.categories, 'signature'),
    }
  },
  view: ({ complaints, diplomas, enrolment, requests, verification }, door) => (
    <Screen door={door} title={words.title} open>
      <PageHeader
        title={words.title}
        lead={words.lead}
        action={
          door.me ? (
            <LinkButton href={startFor(door.me)} label={words.start} />
          ) : (
            <LinkButton href="/inloggen" label={words.signIn} />
          )
        }
      />
      <Section title={words.forWhom}>
        <Columns shape="thirds">
          {enrolment ? <RegisterCards /> : <PracticeCards />}
          <Card title={words.promises}>
            <Stack gap="small">
              <Words of={words.promisesWhy} />
              <LinkButton href="/verklaring" label={words.read} look="plain" />
            </Stack>
          </Card>
        </Columns>
      </Section>
      <Columns shape="thirds">
        {diplomas && (
          <Way title={words.diploma} why={words.diplomaWhy}>
            <LinkButton href={CHECK_PATH} label={words.check} look="plain" icon="circleCheck" />
          </Way>
        )}
        {requests && (
          <Way title={words.request} why={words.requestWhy}>
            <LinkButton href="/verzoek" label={words.ask} look="plain" icon="person" />
          </Way>
        )}
        {complaints && (
          <Way title={words.complaint} why={words.complaintWhy}>
            <LinkButton href="/klacht" label={words.complain} look="plain" icon="speech" />
          </Way>
        )}
        {verification && (
          <Way title={words.signature} why={words.signatureWhy}>
            <LinkButton
              href={VERIFICATION_PATH}
              label={words.verify}
              look="plain"
              icon="circleCheck"
            />
          </Way>
        )}
      </Columns>
    </Screen>
  ),
})

interface WayProps {
  readonly title: Text
  readonly why: Text
  /** Where it leads. */
  readonly children: Child
}

/** What anybody can do here without an account. */
function Way({ title, why, children }: WayProps): JSX.Element {
  return (
    <Panel title={title}>
      <p>
        <Words of={why} />
      </p>
      <Actions>{children}</Actions>
    </Panel>
  )
}

function PracticeCards(): JSX.Element {
  return (
    <>
      <Card title={words.client}>
        <Words of={words.clientWhy} />
      </Card>
      <Card title={words.principal}>
        <Words of={words.principalWhy} />
      </Card>
    </>
  )
}

function RegisterCards(): JSX.Element {
  return (
    <>
      <Card title={words.student}>
        <Stack gap="small">
          <Words of={words.studentWhy} />
          <LinkButton href="/inschrijven" label={words.enrol} look="plain" />
        </Stack>
      </Card>
      <Card title={words.institution}>
        <Words of={words.institutionWhy} />
      </Card>
    </>
  )
}
