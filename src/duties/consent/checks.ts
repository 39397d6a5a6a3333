import { sql } from 'kysely'
import type { Check, CheckRun, Finding } from '#duties/promises/check.ts'
import { FINDINGS_LIMIT } from '#duties/promises/check.ts'
import type { PublicKey } from '#ledger/ledger-key.ts'
import type { ProofTransaction } from '#ledger/proof-transaction.ts'
import { from, written } from '#store/query.ts'
import { isQuestionSigned } from './question-signature.ts'

/** Of every consent it is kept what was asked, unaltered, and that the person answered. */
export function consentsRecorded(ledgerKey: PublicKey): Check {
  return {
    name: 'consents-recorded',
    says: {
      nl: 'elke vraag om toestemming is ongewijzigd bewaard, en alleen de betrokkene antwoordde',
      en: 'each question for consent is kept unaltered, and only the person concerned answered',
    },
    keeps: ['consent-records', 'consents.*'],
    looksAt: { nl: 'vragen om toestemming', en: 'questions for consent' },
    codes: {
      QUESTION_UNSIGNED: {
        nl: 'vragen om toestemming zijn niet ondertekend ({count})',
        en: 'questions for consent are not signed ({count})',
      },
      QUESTION_CHANGED: {
        nl: 'vragen om toestemming zijn na het stellen veranderd ({count})',
        en: 'questions for consent were changed after they were asked ({count})',
      },
      VERSION_UNKNOWN: {
        nl: 'vragen om toestemming noemen een verklaring die er niet is ({count})',
        en: 'questions for consent name a statement that is not there ({count})',
      },
      ANSWERED_BY_OTHER: {
        nl: 'iemand anders dan de betrokkene antwoordde ({count})',
        en: 'somebody else than the person concerned answered ({count})',
      },
      LASTS_TOO_LONG: {
        nl: 'toestemmingen gelden langer dan de verklaring zegt ({count})',
        en: 'consents last longer than the statement says ({count})',
      },
    },
    run: (tx) => lookAtQuestions(tx, ledgerKey),
  }
}

interface QuestionFact {
  readonly request_id: string
  readonly dossier_id: string
  readonly consent: string
  readonly holder_id: string | null
  readonly item_id: string | null
  readonly language: string
  readonly statement: number
  readonly digest: Buffer
  readonly signature: Buffer | null
  readonly signed_by: string | null
  readonly version_known: boolean
  readonly answered: boolean
  readonly by_subject: boolean
  readonly too_long: boolean
}

const BATCH = 5_000

async function lookAtQuestions(tx: ProofTransaction, current: PublicKey): Promise<CheckRun> {
  const keys = await readKeys(tx, current)
  const findings: Finding[] = []
  let [lookedAt, wrong] = [0, 0]
  let beyond: string | null = null
  for (;;) {
    const questions: QuestionFact[] = await tx.evidence(
      written(sql<QuestionFact>`
        select *, coalesce(expires is not null and (
          expires_at is null or expires_at > decided_at + expires), false) as too_long
        from evidence_questions(${beyond}::uuid, ${BATCH}::integer)`),
    )
    lookedAt += questions.length
    for (const question of questions) {
      const code = judge(question, tx.organisation, keys)
      if (code === undefined) continue
      wrong += 1
      const touches = ['consent-records', `consents.${question.consent}`]
      if (findings.length < FINDINGS_LIMIT) {
        findings.push({ code, subject: question.request_id, touches })
      }
    }
    beyond = questions.at(-1)?.request_id ?? null
    if (questions.length < BATCH) return { lookedAt, findings, wrong }
  }
}

/** The key that signs now, and those that signed before it. */
async function readKeys(
  tx: ProofTransaction,
  current: PublicKey,
): Promise<ReadonlyMap<string, PublicKey>> {
  const rows = await tx.run(from.selectFrom('ledger_keys').select(['id', 'public_key']))
  const known = rows.map(({ id, public_key: publicKey }) => [id, { id, publicKey }] as const)
  return new Map([...known, [current.id, current]])
}

function judge(
  fact: QuestionFact,
  organisation: string,
  keys: ReadonlyMap<string, PublicKey>,
): string | undefined {
  if (!fact.signature || !fact.signed_by) return 'QUESTION_UNSIGNED'
  const key = keys.get(fact.signed_by)
  const question = {
    organisation,
    id: fact.request_id,
    dossierId: fact.dossier_id,
    consent: fact.consent,
    holderId: fact.holder_id,
    itemId: fact.item_id,
    language: fact.language,
    statement: fact.statement,
    digest: fact.digest,
  }
  if (!key || !isQuestionSigned(key, question, fact.signature)) return 'QUESTION_CHANGED'
  if (!fact.version_known) return 'VERSION_UNKNOWN'
  if (fact.answered && !fact.by_subject) return 'ANSWERED_BY_OTHER'
  return fact.too_long ? 'LASTS_TOO_LONG' : undefined
}
