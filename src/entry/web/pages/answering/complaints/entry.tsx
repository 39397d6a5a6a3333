import { z } from 'zod'
import { listMembers } from '#duties/complaints/complaint.ts'
import { enterComplaint } from '#duties/complaints/entry.ts'
import {
  CheckboxGroup,
  dayOf,
  DateField,
  ErrorSummary,
  Form,
  PageHeader,
  RadioGroup,
  TextArea,
  TextField,
} from '#entry/web/components/index.ts'
import { because } from '#entry/web/http/faults.ts'
import { formPage, once, textList } from '#entry/web/http/form.tsx'
import { Screen } from '#entry/web/http/screen.tsx'
import { postOf } from '#entry/web/pages/answering/post.ts'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import type { Text } from '#kernel/language.ts'
import { CHANNELS } from './words.ts'

const words = {
  complaints: { nl: 'Klachten', en: 'Complaints' },
  title: { nl: 'Klacht invoeren', en: 'Enter a complaint' },
  lead: {
    nl: 'Voor een klacht die per brief, telefoon of e-mail kwam, of in een gesprek.',
    en: 'For a complaint that came by letter, phone or e-mail, or in a conversation.',
  },
  channel: { nl: 'Hoe kwam de klacht binnen', en: 'How did the complaint arrive' },
  receivedOn: { nl: 'Ontvangen op', en: 'Received on' },
  receivedWhy: { nl: 'Vanaf deze dag telt de termijn.', en: 'The term counts from this day.' },
  future: { nl: 'Deze dag is nog niet geweest.', en: 'This day has not come yet.' },
  name: { nl: 'Naam van wie klaagt', en: 'Name of who complains' },
  email: { nl: 'E-mailadres', en: 'E-mail address' },
  emailWhy: {
    nl: 'Hierheen gaat meteen de ontvangstbevestiging. Zonder e-mailadres stuurt u een brief.',
    en: 'The acknowledgement goes here at once. Without it you send a letter.',
  },
  address: { nl: 'Postadres', en: 'Postal address' },
  language: { nl: 'Taal', en: 'Language' },
  subject: { nl: 'Onderwerp', en: 'Subject' },
  subjectWhy: { nl: 'Een paar woorden.', en: 'A few words.' },
  what: { nl: 'Wat er aan de hand is', en: 'What is the matter' },
  wish: { nl: 'Wat zou de klacht oplossen', en: 'What would settle it' },
  about: { nl: 'Over wie gaat de klacht', en: 'Whom is the complaint about' },
  aboutWhy: {
    nl: 'Zij zien de klacht niet, welke functie zij ook hebben. Kiest u uzelf, dan ziet u haar zelf niet meer.',
    en: 'They do not see the complaint, whatever their function. If you choose yourself, you see it no more.',
  },
  save: { nl: 'Klacht invoeren', en: 'Enter the complaint' },
} satisfies Record<string, Text>

const HOME = '/privacy/klachten'
const ENTERED = ['letter', 'phone', 'mail', 'conversation'] as const

const input = z.object({
  channel: z.enum(ENTERED),
  receivedOn: z.iso.date().refine((day) => day <= dayOf(new Date()), because(words.future)),
  name: z.string().trim().min(1).max(200),
  email: z.union([z.literal(''), z.email().max(254)]),
  address: z.string().trim().max(500),
  language: z.enum(['nl', 'en']),
  subject: z.string().trim().min(1).max(200),
  words: z.string().trim().min(1).max(8000),
  wish: z.string().trim().max(2000),
  about: z.preprocess(textList, z.array(z.uuid()).max(50)),
})

/** Enters a complaint for somebody who did not write it here. */
export const complaintEntryPage = formPage(`${HOME}/nieuw`, {
  input,
  labels: {
    channel: words.channel,
    receivedOn: words.receivedOn,
    name: words.name,
    email: words.email,
    language: words.language,
    subject: words.subject,
    words: words.what,
  },
  read: async (door) =>
    (await readAs(door, 'complaint-handling', 'complaints', { members: listMembers })).members,
  view: (members, form, door) => (
    <Screen door={door} title={words.title} width="narrow">
      <PageHeader
        title={words.title}
        lead={words.lead}
        breadcrumbs={[{ label: words.complaints, href: HOME }]}
      />
      <ErrorSummary errors={form.faults} />
      <Form action={`${HOME}/nieuw`} submit={words.save} cancelHref={HOME} formId={form.formId}>
        <RadioGroup
          name="channel"
          label={words.channel}
          options={ENTERED.map((value) => ({ value, label: CHANNELS[value] }))}
          value={form.value('channel')}
          error={form.fault('channel')}
          required
        />
        <DateField
          name="receivedOn"
          label={words.receivedOn}
          hint={words.receivedWhy}
          value={form.value('receivedOn', dayOf(new Date()))}
          error={form.fault('receivedOn')}
          required
        />
        <TextField
          name="name"
          label={words.name}
          value={form.value('name')}
          error={form.fault('name')}
          maxLength={200}
          autocomplete="off"
          required
        />
        <TextField
          name="email"
          type="email"
          label={words.email}
          hint={words.emailWhy}
          value={form.value('email')}
          error={form.fault('email')}
          autocomplete="off"
        />
        <TextArea
          name="address"
          label={words.address}
          value={form.value('address')}
          error={form.fault('address')}
          maxLength={500}
        />
        <RadioGroup
          name="language"
          label={words.language}
          options={[
            { value: 'nl', label: 'Nederlands' },
            { value: 'en', label: 'English' },
          ]}
          value={form.value('language', 'nl')}
          error={form.fault('language')}
          required
        />
        <TextField
          name="subject"
          label={words.subject}
          hint={words.subjectWhy}
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
          options={members.map(({ accountId, name }) => ({ value: accountId, label: name }))}
          values={form.chosen('about')}
          error={form.fault('about')}
        />
      </Form>
    </Screen>
  ),
  act: async ({ door, input: { email, ...rest }, formId }) => {
    await once(() =>
      door.change('complaint-handling', (tx) =>
        enterComplaint(tx, { id: formId, email: email || null, ...rest }, postOf(door)),
      ),
    )
    // Whoever is complained of would not find the complaint itself.
    return { to: HOME, done: 'complaint-entered' }
  },
})
