import { z } from 'zod'
import { notifyIncident } from '#duties/incidents/handling.ts'
import { draftNotice, type IncidentSender, noticeLetter } from '#duties/incidents/letters.ts'
import {
  dayOf,
  LinkButton,
  Notice,
  PageHeader,
  Actions,
  TextArea,
  TextField,
  Words,
} from '#entry/web/components/index.ts'
import { formPage, once } from '#entry/web/http/form.tsx'
import { answer, idOf, page } from '#entry/web/http/page.tsx'
import { letterAnswer } from '#entry/web/http/press.ts'
import { Screen } from '#entry/web/http/screen.tsx'
import { AppError } from '#kernel/error.ts'
import { LANGUAGES, type Text } from '#kernel/language.ts'
import { type IncidentCase, INCIDENTS, readCase } from './case.ts'
import { Step } from './step.tsx'
import { AUDIENCES } from './words.ts'

const words = {
  incidents: { nl: 'Incidenten', en: 'Incidents' },
  choose: { nl: 'Een brief schrijven', en: 'Write a letter' },
  chooseWhy: { nl: 'Aan wie, en in welke taal?', en: 'To whom, and in which language?' },
  authority: {
    nl: 'Melding aan de Autoriteit Persoonsgegevens',
    en: 'Notification to the authority',
  },
  persons: { nl: 'Brief aan betrokkenen', en: 'Letter to the people concerned' },
  inDutch: { nl: '{audience}, in het Nederlands', en: '{audience}, in Dutch' },
  inEnglish: { nl: '{audience}, in het Engels', en: '{audience}, in English' },
  write: {
    nl: 'Dit is een voorzet uit wat is vastgelegd. Lees na en verbeter voordat u verstuurt.',
    en: 'This is a first version from what was recorded. Read and improve it before sending.',
  },
  authorityHow: {
    nl: 'Meld het op autoriteitpersoonsgegevens.nl en neem deze tekst over. Leg daarna hier vast wat u meldde.',
    en: 'Notify it at autoriteitpersoonsgegevens.nl with this text. Then record here what you notified.',
  },
  personsHow: {
    nl: 'Verstuur de brief aan ieder die het raakt. Leg hier vast wat u verstuurde.',
    en: 'Send the letter to everybody affected. Record here what you sent.',
  },
  text: { nl: 'Tekst', en: 'Text' },
  reference: { nl: 'Nummer van de melding', en: 'Number of the notification' },
  late: { nl: 'Waarom de melding later komt dan 72 uur', en: 'Why it comes after 72 hours' },
  lateWhy: { nl: 'Alleen nodig als de 72 uur voorbij zijn.', en: 'Needed only after 72 hours.' },
} satisfies Record<string, Text>

const AUDIENCE_TITLES = { authority: words.authority, persons: words.persons } as const
const LANGUAGE_TITLES = { nl: words.inDutch, en: words.inEnglish } as const

/** Which letter to write. */
export const noticeChoicePage = page(`${INCIDENTS}/:id/brief`, {
  read: readCase,
  view: ({ incident, path }, door) => (
    <Screen door={door} title={words.choose} width="narrow">
      <PageHeader
        title={words.choose}
        lead={words.chooseWhy}
        breadcrumbs={[
          { label: words.incidents, href: INCIDENTS },
          { label: incident.number, href: path },
        ]}
      />
      <Actions>
        {(['authority', 'persons'] as const).flatMap((audience) =>
          LANGUAGES.map((language) => (
            <LinkButton
              href={`${path}/brief/${audience}/${language}`}
              label={LANGUAGE_TITLES[language][door.language].replace(
                '{audience}',
                AUDIENCES[audience][door.language],
              )}
              look="plain"
              icon="mail"
            />
          )),
        )}
      </Actions>
    </Screen>
  ),
})

const kind = z.object({ audience: z.enum(['authority', 'persons']), language: z.enum(LANGUAGES) })

/** @throws `NOT_FOUND` when the address names no such letter. */
function kindOf(params: Readonly<Record<string, string>>): z.infer<typeof kind> {
  const parsed = kind.safeParse(params)
  if (!parsed.success) throw new AppError('NOT_FOUND')
  return parsed.data
}

/** Goes over a letter and records it as it went out. */
export const noticePage = formPage(`${INCIDENTS}/:id/brief/:audience/:language`, {
  input: z.object({
    words: z.string().trim().min(1).max(8000),
    lateReason: z.string().trim().max(2000).optional(),
    reference: z.string().trim().max(100).optional(),
  }),
  labels: { words: words.text, lateReason: words.late },
  read: async (door, params) => ({ own: await readCase(door, params), ...kindOf(params) }),
  view: ({ own, audience, language }, form, door) => {
    const [assessment] = own.assessments
    const facts = {
      incident: own.incident,
      assessment,
      data: own.said.list('categories', assessment?.data),
      sender: senderOf(own),
    }
    const toAuthority = audience === 'authority'
    return (
      <Step
        own={own}
        form={form}
        door={door}
        title={AUDIENCE_TITLES[audience]}
        lead={words.write}
        part={`brief/${audience}/${language}`}
      >
        <Notice>
          <Words of={toAuthority ? words.authorityHow : words.personsHow} />
        </Notice>
        <TextArea
          name="words"
          label={words.text}
          value={form.value('words', draftNotice(facts, audience, language))}
          error={form.fault('words')}
          maxLength={8000}
          height="tall"
          required
        />
        {toAuthority && (
          <TextField
            name="reference"
            label={words.reference}
            value={form.value('reference')}
            error={form.fault('reference')}
            maxLength={100}
            autocomplete="off"
          />
        )}
        {toAuthority && (
          <TextArea
            name="lateReason"
            label={words.late}
            hint={words.lateWhy}
            value={form.value('lateReason')}
            error={form.fault('lateReason')}
            maxLength={2000}
          />
        )}
      </Step>
    )
  },
  act: async ({ door, params, input, formId }) => {
    const incidentId = idOf(params)
    const { words: text, lateReason = '', reference = '' } = input
    const notice = { id: formId, incidentId, words: text, lateReason, reference, ...kindOf(params) }
    await once(() => door.change('incident-handling', (tx) => notifyIncident(tx, notice)))
    return { to: `${INCIDENTS}/${incidentId}`, done: 'saved' }
  },
})

/** A letter that went out, as PDF. */
export const noticeFile = answer(`${INCIDENTS}/:id/brief/:file`, async (door, params, c) => {
  const own = await readCase(door, params)
  const notice = own.notices.find(({ id }) => `${id}.pdf` === params['file'])
  if (!notice) throw new AppError('NOT_FOUND')
  const day = dayOf(notice.sentAt)
  return letterAnswer(c, noticeLetter(notice, own.incident, senderOf(own), day))
})

function senderOf({ said }: IncidentCase): IncidentSender {
  const { controller, contacts } = said.statement.declarations
  const { name, address } = controller
  return { name, address, contact: contacts.officer?.email }
}
