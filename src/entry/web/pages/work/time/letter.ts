import type { Letter } from '#duties/letter/letter.ts'
import { dayOf } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { clientName } from '#entry/web/pages/work/person.tsx'
import { kindTitle } from '#entry/web/titles.ts'
import { say } from '#entry/web/words.ts'
import {
  type DossierMails,
  type DossierTime,
  type DossierView,
  timeForm,
} from '#modules/practice/index.ts'
import type { Statement } from '#statement/index.ts'

/** The time registration of one client as a letter, in the language of whoever asks for it. */
export function timeLetter(
  { language }: Door,
  of: {
    readonly dossier: DossierView
    readonly statement: Statement
    readonly time: DossierTime
    readonly mails: DossierMails
  },
): Letter {
  const { dossier, mails, statement, time } = of
  const { address, name } = statement.declarations.controller
  return timeForm({
    language,
    sender: { name, lines: address ? [address] : [] },
    writtenOn: dayOf(new Date()),
    client: say(clientName(dossier.client), language),
    service: say(kindTitle(dossier.service.kind), language),
    reference: dossier.reference,
    time,
    mails: [
      ...mails.mails.map(({ sender, sentAt, subject }) => ({ sentAt, from: sender, subject })),
      ...mails.sent.map(({ sentAt, title }) => ({
        sentAt,
        from: name,
        subject: say(title, language),
      })),
    ]
      .toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime())
      .map(({ sentAt, ...rest }) => ({ day: dayOf(sentAt), ...rest })),
  })
}
