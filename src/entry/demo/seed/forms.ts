import { createHash } from 'node:crypto'
import type { LetterBlock } from '#duties/letter/letter.ts'
import { LetterPress } from '#duties/letter/press.ts'
import { addDays, dayOf, momentOn } from '#entry/demo/day.ts'
import { INTAKE_ANSWERS } from '#entry/demo/text/trajectory.ts'
import type { LedgerKey } from '#ledger/ledger-key.ts'
import {
  blocksOf,
  DEFAULT_TEMPLATES,
  fill,
  markDigest,
  proveSignature,
  questionsIn,
  withAnswers,
} from '#modules/practice/index.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { acceptedAt } from './acceptance.ts'
import { after, MINUTE_MS } from './act.ts'
import { byClient, byCoach } from './author.ts'
import { clientOf } from './dossiers.ts'
import type { Load } from './load.ts'
import { DEMO_ORGANISATION } from './statements.ts'
import { type BegunEngagement, isBegun } from './trajectories.ts'

/** How many clients have forms, of those that are still at work. */
const CLIENTS = 8
const SENDERS = {
  bureau: { name: 'Bureau De Brug', lines: ['Voorbeeldkade 1, 0000 AA Voorbeeldstad'] },
  practice: { name: 'Het Baken', lines: ['Voorbeeldplein 7, 0000 AB Voorbeeldstad'] },
} as const
const SORTS = ['intake', 'agreement'] as const

interface DemoForm {
  readonly engagement: BegunEngagement
  readonly sort: (typeof SORTS)[number]
  readonly title: string
  readonly body: string
  readonly answers: Readonly<Record<string, string>>
  readonly pdf: Buffer
  readonly at: Date
}

/** Intake forms that clients filled in, and agreements that both signed or that still wait. */
export async function insertForms(load: Load, key: LedgerKey): Promise<void> {
  const begun = load.data.engagements.filter(isBegun).filter(({ closure }) => !closure)
  const press = new LetterPress()
  try {
    const forms: DemoForm[] = []
    for (const engagement of begun.slice(0, CLIENTS)) {
      for (const sort of SORTS) forms.push(await writeForm(load, engagement, { sort, press }))
    }
    await insertFinals(load, forms)
    await insertSignings(load, forms, key)
  } finally {
    await press.close()
  }
}

interface Writing {
  readonly sort: DemoForm['sort']
  readonly press: LetterPress
}

async function writeForm(
  load: Load,
  engagement: BegunEngagement,
  { sort, press }: Writing,
): Promise<DemoForm> {
  const template = DEFAULT_TEMPLATES[sort].nl
  const client = clientOf(load, engagement)
  const name = [client.givenName, client.prefix, client.familyName].filter(Boolean).join(' ')
  const coach = load.data.members.find((member) => member.key === engagement.coach)?.name ?? ''
  const party = load.data.parties.find((each) => each.key === engagement.party)?.name ?? ''
  const sender = SENDERS[load.organisation === DEMO_ORGANISATION ? 'bureau' : 'practice']
  const day = dayOf(engagement.activatedAt)
  const body = fill(template.body, {
    naam: name,
    coach,
    dienst: VOCABULARY.kinds[engagement.kind]?.says.nl ?? '',
    organisatie: sender.name,
    adres: `${client.street} ${client.houseNumber}, ${client.postcode} ${client.city}`,
    begindatum: day,
    opdrachtgever: party,
  })
  const answers = Object.fromEntries(
    questionsIn(body).map((question, index) => [question, INTAKE_ANSWERS[index] ?? '–']),
  )
  const blocks: readonly LetterBlock[] = blocksOf(withAnswers(body, answers))
  const pdf = await press.print({
    language: 'nl',
    title: template.title,
    sender,
    addressee: [name],
    writtenOn: day,
    blocks,
  })
  // On the morning after the client could see the dossier.
  const accepted = acceptedAt(engagement)?.toISOString() ?? engagement.activatedAt
  const morning = momentOn(addDays(dayOf(accepted), 1), 0)
  const at = after(morning, (sort === 'intake' ? 90 : 140) * MINUTE_MS)
  return { engagement, sort, title: template.title, body, answers, pdf, at }
}

function keyOf({ engagement, sort }: DemoForm): string {
  return `${engagement.key} ${sort}`
}

async function insertFinals(load: Load, forms: readonly DemoForm[]): Promise<void> {
  const own = (form: DemoForm) => ({ dossier_id: load.id(form.engagement.key) })
  await load.insert(
    'forms',
    forms.map((form) => {
      const doing = byCoach(load, form.engagement, form.at)
      const row = {
        ...own(form),
        id: load.id(keyOf(form)),
        sort: form.sort,
        category: 'agreement',
        language: 'nl',
        title: load.seal(form.engagement, 'forms.title', form.title),
        body: load.seal(form.engagement, 'forms.body', form.body),
        written_by: doing.by,
        written_at: form.at,
      }
      return { ...doing, row }
    }),
  )
  const intakes = forms.filter(({ sort }) => sort === 'intake')
  await load.insert(
    'form_shares',
    intakes.map((form) => {
      const at = after(form.at, MINUTE_MS)
      const doing = byCoach(load, form.engagement, at)
      const row = {
        ...own(form),
        form_id: load.id(keyOf(form)),
        category: 'agreement',
        shared_by: doing.by,
        shared_at: at,
      }
      return { ...doing, row }
    }),
  )
  await load.insert(
    'form_answers',
    intakes.map((form) => {
      const at = after(form.at, 20 * MINUTE_MS)
      const doing = byClient(load, form.engagement, at)
      const row = {
        ...own(form),
        id: load.id(`${keyOf(form)} answer`),
        form_id: load.id(keyOf(form)),
        body: load.seal(form.engagement, 'form_answers.body', JSON.stringify(form.answers)),
        answered_by: doing.by,
        answered_at: at,
      }
      return { ...doing, row }
    }),
  )
  await insertDocuments(load, forms)
}

async function insertDocuments(load: Load, forms: readonly DemoForm[]): Promise<void> {
  const made = forms.map((form) => {
    const at = after(form.at, 40 * MINUTE_MS)
    const document = load.id(`${keyOf(form)} document`)
    const doing = byCoach(load, form.engagement, at)
    const own = { dossier_id: load.id(form.engagement.key), category: 'agreement' }
    return { form, at, document, doing, own }
  })
  await load.insert(
    'documents',
    made.map(({ form, at, document, doing, own }) => ({
      ...doing,
      row: {
        ...own,
        id: document,
        title: load.seal(form.engagement, 'documents.title', form.title),
        media_type: 'application/pdf',
        bytes: form.pdf.length,
        digest: createHash('sha256').update(form.pdf).digest(),
        source: 'own',
        channel: 'conversation',
        file: 'both',
        added_by: doing.by,
        added_at: at,
      },
    })),
  )
  await load.insert(
    'document_contents',
    made.map(({ form, document, doing, own }) => ({
      ...doing,
      row: {
        ...own,
        document_id: document,
        part: 0,
        body: load.sealBytes(form.engagement, 'document_contents.body', form.pdf),
      },
    })),
  )
  await load.insert(
    'form_completions',
    made.map(({ form, at, document, doing, own }) => ({
      ...doing,
      row: {
        ...own,
        form_id: load.id(keyOf(form)),
        document_id: document,
        completed_by: doing.by,
        completed_at: at,
      },
    })),
  )
}

async function insertSignings(
  load: Load,
  forms: readonly DemoForm[],
  key: LedgerKey,
): Promise<void> {
  const agreements = forms.filter(({ sort }) => sort === 'agreement')
  const asked = agreements.map((form) => {
    const at = after(form.at, 45 * MINUTE_MS)
    const doing = byCoach(load, form.engagement, at)
    const row = {
      id: load.id(`${keyOf(form)} signing`),
      dossier_id: load.id(form.engagement.key),
      document_id: load.id(`${keyOf(form)} document`),
      category: 'agreement',
      digest: createHash('sha256').update(form.pdf).digest(),
      asked_by: doing.by,
      asked_at: at,
    }
    return { ...doing, form, row }
  })
  await load.insert('signings', asked)
  const signed = asked.flatMap(({ form, row }, index) => {
    // The last two still wait: one for the client, one for both.
    const who = (['client', 'coach'] as const).slice(0, index < asked.length - 2 ? 2 : index % 2)
    return who.map((signatory) => signatureOf(load, { form, asked: row, signatory, key }))
  })
  await load.insert('signatures', signed)
}

interface DemoSignature {
  readonly form: DemoForm
  readonly asked: {
    readonly id: string
    readonly dossier_id: string
    readonly document_id: string
    readonly digest: Buffer
    readonly asked_at: Date
  }
  readonly signatory: 'client' | 'coach'
  readonly key: LedgerKey
}

function signatureOf(load: Load, { form, asked, signatory, key }: DemoSignature) {
  const { engagement } = form
  const isClient = signatory === 'client'
  const signedAt = after(asked.asked_at, (isClient ? 200 : 260) * MINUTE_MS)
  signedAt.setMilliseconds(0)
  const doing = (isClient ? byClient : byCoach)(load, engagement, signedAt)
  const client = clientOf(load, engagement)
  const name = isClient
    ? [client.givenName, client.prefix, client.familyName].filter(Boolean).join(' ')
    : (load.data.members.find((member) => member.key === engagement.coach)?.name ?? '')
  const facts = {
    organisation: load.organisation,
    signingId: asked.id,
    dossierId: asked.dossier_id,
    documentId: asked.document_id,
    digest: asked.digest,
    signatory,
    signerId: doing.by ?? '',
    markDigest: markDigest(asked.id, { name }),
    provedAt: after(signedAt, -MINUTE_MS),
    signedAt,
  }
  const row = {
    signing_id: asked.id,
    dossier_id: asked.dossier_id,
    signatory,
    name: load.seal(engagement, 'signatures.name', name),
    mark_digest: facts.markDigest,
    digest: asked.digest,
    proved_at: facts.provedAt,
    signed_at: signedAt,
    proof: proveSignature(key, facts),
    proof_key: key.id,
    signer_id: doing.by,
  }
  return { ...doing, row }
}
