import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { consentReceipt } from '#duties/consent/receipt.ts'
import { readConsents } from '#duties/consent/consent.ts'
import { ledgerKey } from '#ledger/ledger-key.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'
import { readSample } from '#statement/sample.ts'
import { Opening } from '#store/opened-dossier.ts'
import { bureau, byHand } from '#world/bureau.ts'
import { runCommand, variablesOf } from '#world/command.ts'
import { WORLD_MASTER } from '#world/master.ts'
import { command as receipt } from './receipt.ts'
import { command as recipients } from './recipients.ts'

test('recipients are listed with their agreements, and one that lapsed is a finding', async () => {
  const here = await bureau()
  const variables = variablesOf(here.there.installation, Buffer.alloc(32, 'gestand'))
  const list = (...args: string[]) => runCommand(recipients, ['reintegration', ...args], variables)
  const well = await list()
  expect(well.printed).toMatch(/hosting +agreement until 2028-12-31 \(Wolkenhuis Voorbeeld\)/)
  expect(well.printed).toMatch(/principal +no agreement needed/)
  expect(well.code).toBe(0)
  await byHand(
    here,
    `update statements set source = jsonb_set(source, '{statement.yaml}', to_jsonb(
       replace(source ->> 'statement.yaml', 'until: 2028-12-31', 'until: 2020-12-31')))`,
  )
  const lapsed = await list('--json')
  expect(lapsed.code).toBe(1)
  expect(lapsed.printed).toMatch(
    /"recipient": "hosting"[^}]*"until": "2020-12-31",\s*"daysLeft": 0,\s*"state": "lapsed"/,
  )
})

test('a receipt is verified without an installation, and one that was changed is found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gestand-receipt-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'receipt.json')
  const text = sampleReceipt()
  await writeFile(file, text)
  expect(await runCommand(receipt, [file])).toMatchObject({ code: 0 })
  await writeFile(file, text.replace('"refused"', '"given"'))
  expect(await runCommand(receipt, [file])).toEqual({
    code: 1,
    printed: 'changed after it was signed\n',
  })
  await writeFile(file, 'Ja')
  expect(await runCommand(receipt, [file])).toEqual({ code: 1, printed: 'this is no receipt\n' })
  await expect(receipt.run([join(folder, 'none')])).rejects.toThrow('there is no file')
  await expect(receipt.run([])).rejects.toThrow('name one file')
})

function sampleReceipt(): string {
  const opening = new Opening('sample', 'dossier', Buffer.alloc(32, 1))
  const at = new Date('2026-09-01T10:00:00Z')
  const [consent] = readConsents(opening, {
    questions: [
      {
        id: 'question',
        consent: 'substitution',
        holder_id: null,
        item_id: null,
        wording: opening.seal('consent_requests.wording', 'Ik stem in.'),
        language: 'nl',
        statement: 2,
        renews: null,
        signature: null,
        signed_by: null,
        asked_at: at,
      },
    ],
    answers: [
      {
        request_id: 'question',
        decision: 'refused',
        decided_at: at,
        way: 'own-pages',
        expires_at: null,
        document_id: null,
      },
    ],
    withdrawals: [],
  })
  if (!consent) throw new Error('there is no consent')
  return consentReceipt({
    consent,
    versions: [consent],
    statement: readSample(),
    vocabulary: VOCABULARY,
    reference: '2026-00012',
    address: 'https://example.org',
    key: ledgerKey(WORLD_MASTER, 'sample'),
    now: at,
  })
}
