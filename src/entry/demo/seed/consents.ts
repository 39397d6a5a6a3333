import { sayDay } from '#kernel/day.ts'
import { signQuestion, wordingDigest } from '#duties/consent/question-signature.ts'
import type { Language, Text } from '#kernel/language.ts'
import type { LedgerKey } from '#ledger/ledger-key.ts'
import type { DemoConsent, DemoEngagement } from '#entry/demo/shape.ts'
import { after, spread } from './act.ts'
import { byClient, byCoach } from './author.ts'
import { clientOf } from './dossiers.ts'
import type { Load } from './load.ts'

interface Asked {
  readonly engagement: DemoEngagement
  readonly consent: DemoConsent
}

/** Asks for consent, with the relation that it is about, and answers as the client did. */
export async function insertConsents(load: Load, key: LedgerKey): Promise<void> {
  const asked = listAsked(load)
  await insertRelations(load, asked)
  await load.insert(
    'consent_requests',
    asked.map(({ engagement, consent }) => {
      const doing = byCoach(load, engagement, askedAt(consent))
      const { language } = clientOf(load, engagement)
      const { item, holder } = consent
      const words = sayQuestion(load, { engagement, consent }, language)
      const wording = load.seal(engagement, 'consent_requests.wording', words)
      const question = {
        organisation: load.organisation,
        id: load.id(consent.key),
        dossierId: load.id(engagement.key),
        consent: consent.consent,
        holderId: load.id(holder),
        itemId: item === undefined ? null : load.id(item),
        language,
        statement: load.versionAt(doing.at).version,
        digest: wordingDigest(wording),
      }
      const row = {
        id: question.id,
        dossier_id: question.dossierId,
        consent: question.consent,
        holder_id: question.holderId,
        item_id: question.itemId,
        wording,
        language,
        statement: question.statement,
        signature: signQuestion(key, question),
        signed_by: key.id,
        asked_at: doing.at,
      }
      return { ...doing, row }
    }),
  )
  await load.insert(
    'consents',
    asked.flatMap(({ engagement, consent: { key, answer } }) => {
      if (!answer) return []
      const doing = byClient(load, engagement, after(answer.at, spread(key, 0, 1)))
      const row = {
        request_id: load.id(key),
        dossier_id: load.id(engagement.key),
        decision: answer.is,
        decided_by: doing.by,
        decided_at: doing.at,
      }
      return [{ ...doing, row }]
    }),
  )
}

/** Withdraws the consents that were withdrawn: after what was disclosed under them. */
export async function insertWithdrawals(load: Load): Promise<void> {
  await load.insert(
    'withdrawals',
    listAsked(load).flatMap(({ engagement, consent: { key, withdrawnAt } }) => {
      if (withdrawnAt === undefined) return []
      const doing = byClient(load, engagement, new Date(withdrawnAt))
      const row = {
        request_id: load.id(key),
        dossier_id: load.id(engagement.key),
        withdrawn_by: doing.by,
        withdrawn_at: doing.at,
      }
      return [{ ...doing, row }]
    }),
  )
}

function listAsked({ data }: Load): Asked[] {
  return data.engagements.flatMap((engagement) =>
    engagement.consents.map((consent) => ({ engagement, consent })),
  )
}

function askedAt({ key, askedAt: moment }: DemoConsent): Date {
  return after(moment, spread(`${key} asked`, 0, 9))
}

const RELATIONS: Readonly<Record<DemoConsent['consent'], string | undefined>> = {
  'partner-access': 'partner-coach',
  substitution: 'substitute',
  disclosure: undefined,
  'professional-request': 'professional',
}

/**
 * Who would get access stands in a relation from the question on; it opens nothing before the
 * answer.
 */
async function insertRelations(load: Load, asked: readonly Asked[]): Promise<void> {
  const lines = asked.flatMap(({ engagement, consent }) => {
    const relation = RELATIONS[consent.consent]
    if (relation === undefined) return []
    const doing = byCoach(load, engagement, askedAt(consent))
    const row = {
      id: load.id(`${consent.key} relation`),
      dossier_id: load.id(engagement.key),
      holder_id: load.id(consent.holder),
      relation,
      since: doing.at,
      absence_id: absenceOf(load, consent),
    }
    return [{ ...doing, row }]
  })
  await load.insert('relations', lines)
}

function absenceOf(load: Load, { consent, item }: DemoConsent): string | null {
  return consent !== 'substitution' || item === undefined ? null : load.id(item)
}

const PARTICULARS = {
  to: { nl: 'Aan', en: 'To' },
  question: { nl: 'Vraag', en: 'Question' },
  partner: { nl: 'Partnercoach', en: 'Partner coach' },
  substitute: { nl: 'Waarnemer', en: 'Substitute' },
  period: { nl: 'Periode: {from} tot en met {to}', en: 'Period: {from} to {to}' },
  document: { nl: 'Document', en: 'Document' },
  summary: { nl: 'Samenvatting van het gesprek van {day}', en: 'Summary of the consult of {day}' },
  recipient: { nl: 'Ontvanger', en: 'Recipient' },
} as const satisfies Record<string, Text>

/** The question in the words that the client saw. */
function sayQuestion(load: Load, { engagement, consent }: Asked, language: Language): string {
  const text = load.versionAt(askedAt(consent)).textOf(consent.consent, language)
  return [text, sayParticulars(load, { engagement, consent }, language).join('\n')].join('\n\n')
}

function sayParticulars(
  { data }: Load,
  { engagement, consent: { consent, holder, item } }: Asked,
  language: Language,
): string[] {
  const name = [...data.members, ...data.parties].find(({ key }) => key === holder)?.name ?? ''
  if (consent === 'partner-access') return [`${PARTICULARS.partner[language]}: ${name}`]
  if (consent === 'disclosure') {
    const title = titleOf(engagement, item ?? '', language)
    const { document, recipient } = PARTICULARS
    return [`${document[language]}: ${title}`, `${recipient[language]}: ${name}`]
  }
  if (consent === 'professional-request') {
    const words = engagement.questions?.find(({ key }) => key === item)?.words ?? ''
    return [`${PARTICULARS.to[language]}: ${name}`, `${PARTICULARS.question[language]}: ${words}`]
  }
  const absence = data.absences.find(({ key }) => key === item)
  const period = PARTICULARS.period[language]
    .replace('{from}', sayDay(absence?.startsOn ?? data.today, language))
    .replace('{to}', sayDay(absence?.endsOn ?? data.today, language))
  return [`${PARTICULARS.substitute[language]}: ${name}`, period]
}

/** What a document is called, or the summary of a consult. */
export function titleOf(
  { documents, consults }: DemoEngagement,
  item: string,
  language: Language,
): string {
  const document = documents.find(({ key }) => key === item)
  if (document) return document.title
  const consult = consults.find(({ summaries }) => summaries.some(({ key }) => key === item))
  return PARTICULARS.summary[language].replace('{day}', sayDay(consult?.heldOn ?? '', language))
}
