import { verifyCredential } from '@digitalcredentials/verifier-core'
import { expect, test, vi } from 'vitest'
import {
  didDocument,
  issuerKeys,
  readCredential,
  renewIssuerKey,
  withdrawIssuerKey,
} from '#modules/registry/credentials/index.ts'
import { from } from '#store/query.ts'
import { type Graduate, type Graduates, graduates } from '#world/graduates.ts'
import { downloadReads, readDiploma, revokeDiploma } from './index.ts'

// The verifier is that of the Digital Credentials Consortium, and knows nothing of this software.
// It gets what the register publishes, and nothing else.

test('a stranger verifies a diploma: issued, tampered with, revoked, replaced', async () => {
  const register = await graduates()
  publish(register)
  const student = await register.student()
  const number = await student.issue()
  const diploma = await fileOf(student, number)
  expect(await verdict(diploma)).toEqual({ signature: true, status: true })
  expect(await verdict({ ...diploma, validFrom: '2020-01-01T00:00:00Z' })).toBe('invalid_signature')
  const renamed = readCredential(JSON.stringify(diploma).replace('Sanne', 'Sanna'))
  expect(renamed && (await verdict(renamed))).toBe('invalid_signature')

  const fresh = await student.issue(number)
  expect(await verdict(diploma)).toEqual({ signature: true, status: false })
  expect(await verdict(await fileOf(student, fresh))).toEqual({ signature: true, status: true })
  await student.asRegistrar((tx) =>
    revokeDiploma(tx, register.issuing, { number: fresh, reason: 'mistaken' }),
  )
  expect(await verdict(await fileOf(student, fresh))).toEqual({ signature: true, status: false })
})

test('what an older key signed stays good when another took over', async () => {
  const register = await graduates()
  publish(register)
  const { there, registrar, issuing } = register
  const student = await register.student()
  const diploma = await fileOf(student, await student.issue())
  await there.store.change(registrar.for('diplomas'), (tx) => renewIssuerKey(tx, issuing))
  expect(await verdict(diploma)).toEqual({ signature: true, status: true })
})

test('of a withdrawn key nothing is good, until it is signed again with the key of now', async () => {
  const register = await graduates()
  publish(register)
  const { there, registrar, issuing } = register
  const student = await register.student()
  const number = await student.issue()
  const old = await fileOf(student, number)
  const keyId = old.proof.verificationMethod.split('#')[1] ?? ''
  await there.store.change(registrar.for('diplomas'), (tx) => withdrawIssuerKey(tx, issuing, keyId))
  expect(await verdict(old)).toBe('invalid_signature')
  const again = await fileOf(student, number)
  expect(again.credentialSubject).toEqual(old.credentialSubject)
  expect(await verdict(again)).toEqual({ signature: true, status: true })
})

/** What the register publishes, as a stranger fetches it. */
function publish({ there, issuing: { issuer } }: Graduates): void {
  vi.stubGlobal('fetch', async (request: Request | URL | string) => {
    const url = request instanceof Request ? request.url : String(request)
    const { keys, lists } = await there.store.publicly(there.organisation, {
      keys: issuerKeys,
      lists: from.selectFrom('revocation_lists').select(['list', 'credential']),
    })
    if (url === `${issuer.base}/did.json`) return Response.json(didDocument(issuer, keys))
    const list = lists.find((each) => url === `${issuer.base}/ingetrokken/${each.list}`)
    if (list)
      return new Response(list.credential, { headers: { 'content-type': 'application/vc' } })
    expect(url, 'nothing else of the register is asked').not.toContain(issuer.base)
    // The schema of Open Badges, which its makers publish.
    return Response.json({})
  })
}

async function fileOf(student: Graduate, number: string) {
  const { dossier, answers } = await student.open(downloadReads(number))
  return readDiploma(dossier, answers, student.issuing)
}

/** What the verifier says of the signature and of the list, or the error that it stops with. */
async function verdict(credential: object) {
  const { log = [], errors = [] } = await verifyCredential({
    credential: structuredClone(credential) as never, // Its types lag behind what it verifies.
    knownDIDRegistries: [],
  })
  const [error] = errors
  if (error) return error.name
  const step = (id: string) => log.find((each) => each.id === id)?.valid
  return { signature: step('valid_signature'), status: step('revocation_status') }
}
