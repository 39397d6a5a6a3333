import { z } from 'zod'
import { startOfDutchDay } from '#jobs/dutch-zone.ts'
import { BADGES_CONTEXT, CREDENTIALS_CONTEXT } from './canonical.ts'
import type { IntegrityProof, LinkedDocument } from './data-integrity.ts'
import type { Issuer } from './issuer.ts'
import { encodeStatusList, statusPlace } from './status-list.ts'

/** Open Badges has no word for it, and a way to add one. */
const BORN_ON = 'ext:dateOfBirth'

/** What a diploma says, as it was on the day of issue. */
export interface DiplomaFacts {
  readonly number: string
  /** The place of the number in the sequence. */
  readonly serial: number
  /** ISO date. */
  readonly issuedOn: string
  readonly holder: {
    /** The whole name, as the person entered it. */
    readonly name: string
    /** ISO date. */
    readonly bornOn: string | null
  }
  readonly programme: {
    /** Of the version of the programme that was followed. */
    readonly id: string
    readonly name: string
    /** Which version of the requirements was met. */
    readonly version: string
  }
}

/** A diploma as others read it. */
export interface DiplomaCredential extends LinkedDocument {
  readonly id: string
  readonly issuer: { readonly id: string; readonly type?: unknown; readonly name: string }
  readonly validFrom: string
  readonly credentialSubject: {
    readonly identifier: readonly { readonly identityHash: string; readonly identityType: string }[]
    readonly type?: unknown
    readonly achievement: {
      readonly id?: unknown
      readonly name: string
      readonly version: string
      readonly [name: string]: unknown
    }
  }
}

/**
 * A diploma as a credential: Open Badges 3.0, which is a Verifiable Credential 2.0. It names its
 * holder by name and day of birth, and nothing that leads elsewhere.
 */
export function diplomaCredential(issuer: Issuer, facts: DiplomaFacts): DiplomaCredential {
  const { number, serial, issuedOn, holder, programme } = facts
  return {
    '@context': [CREDENTIALS_CONTEXT, BADGES_CONTEXT],
    id: checkAddress(issuer, number),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: programme.name,
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name },
    validFrom: startOfDutchDay(issuedOn),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        identity('name', holder.name),
        ...(holder.bornOn === null ? [] : [identity(BORN_ON, holder.bornOn)]),
      ],
      achievement: {
        id: `urn:uuid:${programme.id}`,
        type: ['Achievement'],
        achievementType: 'Diploma',
        name: programme.name,
        version: programme.version,
        description: programme.name,
        criteria: { narrative: `${programme.name}, ${programme.version}` },
      },
    },
    credentialStatus: statusEntry(issuer, serial),
  }
}

/**
 * A credential as this issuer would give it out now: for one that moved to another address.
 *
 * @param serial The place of its number in the sequence.
 */
export function reissued(
  issuer: Issuer,
  credential: DiplomaCredential,
  serial: number,
): DiplomaCredential {
  const { achievement } = credential.credentialSubject
  return diplomaCredential(issuer, {
    number: numberOf(credential),
    serial,
    issuedOn: credential.validFrom.slice(0, 10),
    holder: { name: holderOf(credential), bornOn: bornOnOf(credential) },
    programme: {
      id: String(achievement.id).replace('urn:uuid:', ''),
      name: achievement.name,
      version: achievement.version,
    },
  })
}

/** The page on which anybody checks a number. */
function checkAddress({ base }: Issuer, number: string): string {
  return `${base}/diploma/${number}`
}

/** The number that a credential says it has: the end of its address. */
export function numberOf({ id }: Pick<DiplomaCredential, 'id'>): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

/** The name on a credential. */
export function holderOf(credential: DiplomaCredential): string {
  return identityOf(credential, 'name') ?? ''
}

/** The day of birth on a credential, as ISO date. */
export function bornOnOf(credential: DiplomaCredential): string | null {
  return identityOf(credential, BORN_ON) ?? null
}

function identityOf(
  { credentialSubject: { identifier } }: DiplomaCredential,
  type: string,
): string | undefined {
  return identifier.find(({ identityType }) => identityType === type)?.identityHash
}

/** Which diplomas of one list were revoked, as a credential to be signed. */
export function statusListCredential(
  issuer: Issuer,
  { list, revoked, at }: { list: number; revoked: readonly number[]; at: string },
): LinkedDocument {
  const id = listAddress(issuer, list)
  return {
    '@context': [CREDENTIALS_CONTEXT],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuer.did,
    validFrom: at,
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeStatusList(revoked),
    },
  }
}

/** Where a list of revoked diplomas is published. */
function listAddress({ base }: Issuer, list: number): string {
  return `${base}/ingetrokken/${list}`
}

function statusEntry(issuer: Issuer, serial: number) {
  const { list, place } = statusPlace(serial)
  const address = listAddress(issuer, list)
  return {
    id: `${address}#${place}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(place),
    statusListCredential: address,
  }
}

function identity(identityType: string, identityHash: string) {
  return { type: 'IdentityObject', hashed: false, identityType, identityHash }
}

const proofShape = z.object({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  created: z.string(),
  verificationMethod: z.string(),
  proofPurpose: z.literal('assertionMethod'),
  proofValue: z.string(),
})

/** As much of a credential as is read here; what else is in it was signed too, and stays. */
const credentialShape = z.looseObject({
  '@context': z.array(z.string()).max(4),
  id: z.string().max(300),
  issuer: z.looseObject({ id: z.string(), name: z.string() }),
  validFrom: z.string(),
  credentialSubject: z.looseObject({
    identifier: z
      .array(z.looseObject({ identityHash: z.string(), identityType: z.string() }))
      .max(4),
    achievement: z.looseObject({ name: z.string(), version: z.string() }),
  }),
  proof: proofShape,
})

/** Reads a signed credential from JSON; undefined when it is something else. */
export function readCredential(
  text: string,
): (DiplomaCredential & { readonly proof: IntegrityProof }) | undefined {
  try {
    return credentialShape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

const listShape = z.looseObject({
  '@context': z.array(z.string()).max(4),
  credentialSubject: z.looseObject({ encodedList: z.string().max(100_000) }),
  proof: proofShape,
})

/** Reads a signed list of revoked diplomas from JSON; undefined when it is something else. */
export function readList(text: string): z.infer<typeof listShape> | undefined {
  try {
    return listShape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
