import type { Door } from '#entry/web/http/door.ts'
import { AppError } from '#kernel/error.ts'
import { type Issuer, issuerOf, IssuerSeal, type Issuing } from '#modules/registry/index.ts'

/** The activity in which diplomas are issued. */
export const DIPLOMAS = 'diplomas'

/** As what the organisation of this visit signs. */
export function issuingOf(door: Door): Issuing {
  const { site, organisation } = door.visit
  return {
    organisation,
    issuer: publicIssuer(door, organisation),
    seal: new IssuerSeal(site.keys),
  }
}

/** @throws `NOT_FOUND` when there is no such organisation. */
export function publicIssuer({ visit: { site } }: Door, organisation: string): Issuer {
  const known = site.organisations.get(organisation)
  if (!known) throw new AppError('NOT_FOUND')
  return issuerOf(site.publicUrl, { id: known.id, name: known.label })
}

/** @throws `NOT_FOUND` where no diplomas are issued. */
export async function expectDiplomas({ visit }: Door, organisation: string): Promise<void> {
  const { declarations } = await visit.site.publication.current(organisation)
  if (!Object.hasOwn(declarations.activities, DIPLOMAS)) throw new AppError('NOT_FOUND')
}
