import type { JSX } from '#entry/web/jsx/jsx-runtime.ts'
import { LinkButton, Section, Toolbar } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { answer, idOf, page, type Params } from '#entry/web/http/page.tsx'
import { letterAnswer } from '#entry/web/http/press.ts'
import { OwnStepScreen } from '#entry/web/pages/mine/screen.tsx'
import {
  type OwnFile,
  readStatement,
  SELF_SERVICE,
  toOwnFile,
} from '#entry/web/pages/mine/own-file.ts'
import { MailBody, MailTable } from '#entry/web/pages/work/mails/dossier.tsx'
import { SentMails } from '#entry/web/pages/work/mails/sent.tsx'
import { timeLetter } from '#entry/web/pages/work/time/letter.ts'
import { TimeTables } from '#entry/web/pages/work/time/table.tsx'
import { AppError } from '#kernel/error.ts'
import type { Text } from '#kernel/language.ts'
import {
  Actors,
  type DossierMails,
  type DossierTime,
  dossierReads,
  mailReads,
  readDossier,
  readDossierMails,
  readDossierTime,
  timeReads,
} from '#modules/practice/index.ts'

const words = {
  title: { nl: 'Tijd die aan u is besteed', en: 'Time that was spent on you' },
  lead: {
    nl: 'Gesprekken en ander werk, zoals uw coach het vastlegde.',
    en: 'Consults and other work, as your coach recorded it.',
  },
  form: { nl: 'Formulier (pdf)', en: 'Form (PDF)' },
  mails: { nl: 'E-mails', en: 'Emails' },
  nameless: { nl: '(geen onderwerp)', en: '(no subject)' },
} satisfies Record<string, Text>

interface OwnTime {
  readonly file: OwnFile
  readonly time: DossierTime
  readonly mails: DossierMails
}

async function openOwnTime(door: Door, params: Params): Promise<OwnTime> {
  const id = idOf(params)
  const [access, statement] = await Promise.all([door.access(SELF_SERVICE), readStatement(door)])
  if (!access.can('time_entries', 'select')) throw new AppError('NOT_FOUND')
  const { dossier, answers } = await door.open(SELF_SERVICE, id, {
    ...dossierReads(access, id),
    ...timeReads(access, id),
    ...mailReads(access, id),
  })
  const file = toOwnFile({ access, statement }, readDossier(dossier, answers, access))
  const actors = new Actors(answers.members, answers.relations)
  return {
    file,
    time: readDossierTime(dossier, answers, actors),
    mails: readDossierMails(dossier, answers, actors),
  }
}

/** What was recorded of the time spent on oneself. */
export const ownTimePage = page('/mijn/dossiers/:id/uren', {
  read: openOwnTime,
  view: ({ file, mails, time }, door): JSX.Element => (
    <OwnStepScreen
      door={door}
      file={file}
      part="contents"
      title={words.title}
      lead={words.lead}
      width="wide"
    >
      <Toolbar>
        <LinkButton
          href={`${file.path}/uren/formulier.pdf`}
          label={words.form}
          look="quiet"
          icon="file"
        />
      </Toolbar>
      <TimeTables time={time} />
      {file.access.can('filed_mails', 'select') && (
        <Section title={words.mails}>
          <MailTable mails={mails.mails} href={({ id }) => `${file.path}/post/${id}`} />
        </Section>
      )}
      {file.access.can('sent_mails', 'select') && <SentMails mails={mails.sent} own />}
    </OwnStepScreen>
  ),
})

/** The same on paper. */
export const ownTimeFile = answer('/mijn/dossiers/:id/uren/formulier.pdf', async (door, p, c) => {
  const { file, mails, time } = await openOwnTime(door, p)
  return letterAnswer(c, timeLetter(door, { ...file, time, mails }))
})

/** One mail about oneself. */
export const ownMailPage = page('/mijn/dossiers/:id/post/:mail', {
  read: async (door, params) => {
    const { file, mails } = await openOwnTime(door, params)
    const mail = mails.mails.find(({ id }) => id === idOf(params, 'mail'))
    if (!mail) throw new AppError('NOT_FOUND')
    return { file, mail }
  },
  view: ({ file, mail }, door): JSX.Element => (
    <OwnStepScreen
      door={door}
      file={file}
      part="contents"
      title={mail.subject === '' ? words.nameless : mail.subject}
    >
      <MailBody
        mail={mail}
        documents={file.dossier.documents}
        documentHref={(id) => `${file.path}/documenten/${id}`}
      />
    </OwnStepScreen>
  ),
})
