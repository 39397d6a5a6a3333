import { expect, test } from 'vitest'
import type { OpenedFile } from '#entry/web/pages/work/desk.ts'
import type { PrincipalMessage, SigningView } from '#modules/practice/index.ts'
import { listAwaited } from './awaited.ts'

const NOW = new Date('2026-11-20T10:00:00Z')
const LATER = new Date('2026-11-21T10:00:00Z')

/** As much of an opened dossier as is asked here. */
function fileOf(state: 'active' | 'closed', may = true): OpenedFile {
  const file = {
    access: { can: () => may },
    path: '/werk/dossiers/1',
    dossier: { service: { state }, documents: [{ id: 'plan', title: 'Plan van aanpak' }] },
  }
  // A stand-in with what the function reads.
  return file as unknown as OpenedFile
}

function message(side: 'party' | 'practice', writtenAt: Date): PrincipalMessage {
  return { id: side, disclosureId: 'd', side, says: { nl: '', en: '' }, writtenAt }
}

function signing(...signatories: string[]): SigningView {
  const signatures = signatories.map((signatory) => ({ signatory }))
  return { id: 's', documentId: 'plan', state: 'asked', signatures } as unknown as SigningView
}

test('a question of a principal waits until somebody answers it', () => {
  const file = fileOf('active')
  const asked = message('party', NOW)
  const [matter] = listAwaited(file, { messages: [asked], signings: [] })
  expect(matter).toMatchObject({
    href: '/werk/dossiers/1/verstrekkingen/d/antwoord',
    tone: 'warning',
  })
  const answered = [message('practice', LATER), asked]
  expect(listAwaited(file, { messages: answered, signings: [] })).toEqual([])
  expect(listAwaited(fileOf('active', false), { messages: [asked], signings: [] })).toEqual([])
})

test('a document waits for the coach first, and then for the client', () => {
  const file = fileOf('active')
  const tones = (of: SigningView) =>
    listAwaited(file, { messages: [], signings: [of] }).map(({ tone }) => tone)
  expect([tones(signing()), tones(signing('coach'))]).toEqual([['warning'], ['neutral']])
  const [matter] = listAwaited(file, { messages: [], signings: [signing()] })
  expect(matter?.says.nl).toContain('Plan van aanpak')
})

test('of a dossier that is closed nothing is awaited', () => {
  const awaited = { messages: [message('party', NOW)], signings: [signing()] }
  expect(listAwaited(fileOf('closed'), awaited)).toEqual([])
})
