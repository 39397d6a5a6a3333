import type { OpenedFile } from '#entry/web/pages/work/desk.ts'
import type { RelationView } from '#modules/practice/index.ts'
import { VOCABULARY } from '#modules/vocabulary.ts'

/**
 * The people who can open the dossier, now or during the absence that is named: not a party, which
 * sees only what was released to it, and nobody to whom the client did not consent where the
 * statement asks for that.
 */
export function listHolders({ dossier, statement }: OpenedFile): RelationView[] {
  const standing = dossier.relations.filter(({ absence, holderId, relation, until }) => {
    if (until || VOCABULARY.relations[relation]?.party) return false
    const needed = statement.declarations.relations[relation]?.after?.replace(/^consent\./, '')
    if (needed === undefined) return true
    return dossier.consents.some(
      ({ consent, holderId: to, itemId, state }) =>
        consent === needed &&
        to === holderId &&
        state === 'given' &&
        (!absence || itemId === absence.id),
    )
  })
  return standing.toSorted((a, b) => rank(a) - rank(b))
}

/** Who answers for the dossier first, the client last. */
const ORDER = ['responsible-coach', 'partner-coach', 'substitute']

function rank({ relation }: RelationView): number {
  const place = ORDER.indexOf(relation)
  return place < 0 ? ORDER.length : place
}
