import { randomUUID } from 'node:crypto'
import { insertRows } from '#entry/demo/seed/insertion.ts'
import {
  CREDENTIAL,
  diplomaCredential,
  issuerKey,
  issuerOf,
  IssuerSeal,
  newSeed,
  Signer,
  statusListCredential,
} from '#modules/registry/index.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import { Opening } from '#store/opened-dossier.ts'
import type { Owner } from '#store/owner.ts'

/** Diplomas that wait to be issued. */
const APPLICATIONS = 8

export interface DiplomaLoad {
  readonly owner: Owner
  readonly keys: DossierKeys
  readonly organisation: string
  readonly name: string
  readonly publicUrl: string
}

interface Issued {
  readonly number: string
  readonly serial: number
  readonly issuedOn: string
  readonly dossierId: string
  readonly submissionId: string | null
  readonly givenNames: string
  readonly prefix: string
  readonly familyName: string
  readonly bornOn: string
  readonly versionId: string
  readonly version: number
  readonly programme: string
}

/**
 * Signs the diplomas that were issued: a key, the diplomas themselves, one that was replaced after
 * a corrected name, and the list that says so.
 */
export async function signDiplomas(load: DiplomaLoad): Promise<void> {
  const { owner, keys, organisation } = load
  const signer = await makeKey(load)
  await replaceOne(owner)
  const { rows } = await owner.query<Issued>(ISSUED)
  for (const line of rows) {
    const opening = new Opening(
      organisation,
      line.dossierId,
      await keys.read(organisation, line.dossierId),
    )
    const credential = await signer.sign(diplomaCredential(signer.issuer, factsOf(line)))
    await insertRows(owner, 'diploma_documents', [
      {
        number: line.number,
        dossier_id: line.dossierId,
        submission_id: line.submissionId,
        credential: opening.seal(CREDENTIAL, JSON.stringify(credential)),
        issued_at: new Date(`${line.issuedOn}T12:00:00Z`),
      },
    ])
  }
  await publish(owner, signer)
  await applySome(owner)
}

/** Some who are nearly there applied, and both verified that: their diplomas can be issued. */
async function applySome(owner: Owner): Promise<void> {
  await owner.query(
    `insert into submissions (dossier_id, about, submitted_at)
     select g.dossier_id, 'diploma', now() - interval '9 days' from registrations g
     where g.state = 'enrolled'
       and not exists (select from submissions s
         where s.dossier_id = g.dossier_id and s.outcome = 'open')
       and not exists (select from relations r
         where r.dossier_id = g.dossier_id and r.relation = 'registrant')
     order by g.planned_end_on, g.dossier_id limit $1`,
    [APPLICATIONS],
  )
  for (const verifier of ['institution', 'institute']) {
    await owner.query(
      `insert into verifications (submission_id, dossier_id, verifier, decision)
       select s.id, s.dossier_id, $1, 'confirmed' from submissions s
       where s.about = 'diploma' and s.outcome = 'open'
         and not exists (select from relations r
           where r.dossier_id = s.dossier_id and r.relation = 'registrant')`,
      [verifier],
    )
  }
}

async function makeKey({
  owner,
  keys,
  organisation,
  name,
  publicUrl,
}: DiplomaLoad): Promise<Signer> {
  const [keyId, secret, seal] = [randomUUID(), newSeed(), new IssuerSeal(keys)]
  await insertRows(owner, 'issuer_keys', [{ id: keyId, public_key: issuerKey(secret).publicKey }])
  const seed = await seal.keep(organisation, keyId, secret)
  await owner.query('insert into issuer_secrets (key_id, seed) values ($1, $2)', [keyId, seed])
  const issuer = issuerOf(publicUrl, { id: organisation, name })
  return Signer.open({ organisation, issuer, seal }, [{ keyId, seed }])
}

/** The oldest diploma came again after a corrected name, which revoked the first. */
async function replaceOne(owner: Owner): Promise<void> {
  const { rows } = await owner.query<{ number: string; dossier_id: string; version_id: string }>(
    'select number, dossier_id, version_id from diplomas order by serial limit 1',
  )
  const [old] = rows
  if (!old) return
  await insertRows(owner, 'diplomas', [
    { dossier_id: old.dossier_id, version_id: old.version_id, replaces: old.number },
  ])
  await insertRows(owner, 'diploma_revocations', [{ number: old.number, reason: 'replaced' }])
}

async function publish(owner: Owner, signer: Signer): Promise<void> {
  const { rows } = await owner.query<{ places: number[] }>(
    `select array(select d.serial from diploma_revocations r
       join diplomas d on d.number = r.number order by 1) as places`,
  )
  const revoked = rows[0]?.places ?? []
  const at = new Date().toISOString()
  const list = await signer.sign(statusListCredential(signer.issuer, { list: 0, revoked, at }))
  await insertRows(owner, 'revocation_lists', [
    {
      list: 0,
      credential: JSON.stringify(list),
      key_id: signer.keyId,
      revoked: revoked.length,
    },
  ])
}

function factsOf(line: Issued) {
  const name = [line.givenNames, line.prefix, line.familyName].filter((part) => part !== '')
  return {
    number: line.number,
    serial: line.serial,
    issuedOn: line.issuedOn,
    holder: { name: name.join(' '), bornOn: line.bornOn },
    programme: { id: line.versionId, name: line.programme, version: String(line.version) },
  }
}

const ISSUED = `
  select d.number, d.serial, d.issued_on::text as "issuedOn", d.dossier_id as "dossierId",
    s.id as "submissionId", t.given_names as "givenNames", t.prefix, t.family_name as "familyName",
    t.born_on::text as "bornOn", v.id as "versionId", v.number as version, p.name_nl as programme
  from diplomas d
  join registrants t on t.dossier_id = d.dossier_id
  join programme_versions v on v.id = d.version_id
  join programmes p on p.id = v.programme_id
  left join lateral (
    select s.id from submissions s where s.dossier_id = d.dossier_id and s.about = 'diploma'
      and s.outcome = 'verified' and d.replaces is null
    order by s.settled_at desc limit 1) s on true
  order by d.serial`
