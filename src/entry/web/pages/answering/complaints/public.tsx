import { z } from 'zod'
import { lodgeComplaint } from '#duties/complaints/entry.ts'
import {
  CheckboxGroup,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  Panel,
  Stack,
  TextArea,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { formPage, once, textList } from '#entry/web/http/form.tsx'
import { page } from '#entry/web/http/page.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { postOf } from '#entry/web/pages/answering/post.ts'
import { DeclaredWords } from '#entry/web/pages/privacy/declared-words.ts'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'

const words = {
  title: { nl: 'Een klacht indienen', en: 'Make a complaint' },
  lead: {
    nl: 'Ging er iets niet goed? Vertel het ons. Hebt u hier een account, dan kunt u ook inloggen en uw klacht daar volgen.',
    en: 'Did something go wrong? Tell us. If you have an account here, you can also sign in and follow your complaint there.',
  },
  how: { nl: 'Zo gaat het verder', en: 'What happens next' },
  term: { nl: 'Wij behandelen uw klacht {within}.', en: 'We deal with your complaint {within}.' },
  both: {
    nl: 'Wij horen u en de andere kant. Over wie de klacht gaat, krijgt haar niet te zien.',
    en: 'We hear you and the other side. Whoever it is about does not get to see it.',
  },
  authority: {
    nl: 'U kunt nu of later ook naar de Autoriteit Persoonsgegevens gaan.',
    en: 'You can also turn to the Dutch Data Protection Authority, now or later.',
  },
  name: { nl: 'Uw naam', en: 'Your name' },
  email: { nl: 'Uw e-mailadres', en: 'Your e-mail address' },
  emailWhy: {
    nl: 'Hierheen sturen wij de ontvangstbevestiging.',
    en: 'We send the acknowledgement here.',
  },
  address: { nl: 'Uw postadres', en: 'Your postal address' },
  addressWhy: {
    nl: 'Hierheen gaat de brief met de uitkomst.',
    en: 'The letter with the outcome goes here.',
  },
  subject: { nl: 'Onderwerp', en: 'Subject' },
  what: { nl: 'Wat ging er niet goed', en: 'What went wrong' },
  wish: { nl: 'Wat zou het oplossen', en: 'What would settle it' },
  about: { nl: 'Gaat uw klacht over een van hen', en: 'Is your complaint about one of them' },
  aboutWhy: {
    nl: 'Zij behandelen klachten. Wie u aankruist, krijgt uw klacht niet te zien.',
    en: 'They handle complaints. Whoever you tick does not get to see your complaint.',
  },
  send: { nl: 'Klacht versturen', en: 'Send the complaint' },
  thanks: { nl: 'Uw klacht is ontvangen', en: 'Your complaint was received' },
  thanksLead: {
    nl: 'U krijgt binnen een paar minuten een bevestiging per e-mail.',
    en: 'You will get an acknowledgement by e-mail within a few minutes.',
  },
  home: { nl: 'Naar de beginpagina', en: 'To the first page' },
} satisfies Record<string, Text>

const input = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254),
  address: z.string().trim().max(500),
  subject: z.string().trim().min(1).max(200),
  words: z.string().trim().min(1).max(8000),
  wish: z.string().trim().max(2000),
  about: z.preprocess(textList, z.array(z.string().max(60)).max(10)),
})

const HANDLING = 'complaint-handling'

/** @throws `NOT_FOUND` when the statement knows no handling of complaints. */
async function readForm(door: Door) {
  const { organisation, site } = door.visit
  await door.publicly({})
  const statement = await site.publication.current(organisation)
  const handling = statement.declarations.activities[HANDLING]
  if (!handling) throw new AppError('NOT_FOUND')
  return { said: new DeclaredWords(statement, door.language), handlers: handling.by }
}

/** The form for a complaint of anybody. */
export const publicComplaintPage = formPage('/klacht', {
  input,
  labels: { name: words.name, email: words.email, subject: words.subject, words: words.what },
  read: readForm,
  view: ({ said, handlers }, form, door) => (
    <Screen door={door} title={words.title} width="narrow" open>
      <PageHeader title={words.title} lead={words.lead} />
      <ErrorSummary errors={form.faults} />
      <Stack gap="large">
        <Panel title={words.how}>
          <p>
            <Words of={words.term} places={{ within: said.at('rights.complaint') ?? '' }} />{' '}
            <Words of={words.both} /> <Words of={words.authority} />
          </p>
        </Panel>
        <Form action="/klacht" submit={words.send} cancelHref="/" formId={form.formId}>
          <TextField
            name="name"
            label={words.name}
            value={form.value('name')}
            error={form.fault('name')}
            autocomplete="name"
            maxLength={200}
            required
          />
          <TextField
            name="email"
            type="email"
            label={words.email}
            hint={words.emailWhy}
            value={form.value('email')}
            error={form.fault('email')}
            autocomplete="email"
            required
          />
          <TextArea
            name="address"
            label={words.address}
            hint={words.addressWhy}
            value={form.value('address')}
            error={form.fault('address')}
            maxLength={500}
          />
          <TextField
            name="subject"
            label={words.subject}
            value={form.value('subject')}
            error={form.fault('subject')}
            maxLength={200}
            required
          />
          <TextArea
            name="words"
            label={words.what}
            value={form.value('words')}
            error={form.fault('words')}
            maxLength={8000}
            height="tall"
            required
          />
          <TextArea
            name="wish"
            label={words.wish}
            value={form.value('wish')}
            error={form.fault('wish')}
            maxLength={2000}
          />
          <CheckboxGroup
            name="about"
            label={words.about}
            hint={words.aboutWhy}
            options={handlers.map((value) => ({ value, label: said.title('relations', value) }))}
            values={form.chosen('about')}
            error={form.fault('about')}
          />
        </Form>
      </Stack>
    </Screen>
  ),
  act: async ({ door, input: complaint, formId }) => {
    const { site, organisation, address, language } = door.visit
    const whence = { organisation, address }
    const lodged = { id: formId, language, ...complaint }
    await once(() => lodgeComplaint(site, whence, lodged, postOf(door)))
    return { to: '/klacht/ontvangen' }
  },
})

/** What is said after a complaint of somebody without an account. */
export const complaintThanksPage = page('/klacht/ontvangen', {
  read: readForm,
  view: ({ said }, door) => (
    <Screen door={door} title={words.thanks} width="narrow" open>
      <PageHeader title={words.thanks} lead={words.thanksLead} />
      <Notice tone="success" action={<LinkButton href="/" label={words.home} look="plain" />}>
        <Words of={words.term} places={{ within: said.at('rights.complaint') ?? '' }} />{' '}
        <Words of={words.both} />
      </Notice>
    </Screen>
  ),
})
