import { sql } from 'kysely'
import { consentReads as consentQuestions } from '#duties/consent/consent.ts'
import { deliveryReads } from '#duties/recipients/delivery.ts'
import { demandReads } from '#duties/recipients/demand.ts'
import type { Access } from '#store/access.ts'
import { preparedReads } from '#store/prepared-reads.ts'
import { from, type RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import { switchedReads } from './surroundings/switched-category.ts'

/**
 * Everything that an activity may see of one dossier, for one round trip. What the statement does
 * not give is left out.
 *
 * @param access Of the activity in which the dossier is opened.
 */
export const dossierReads = preparedReads(buildReads)

export type DossierReads = ReturnType<typeof buildReads>

function buildReads(access: Access, dossierId: string) {
  return {
    ...cardReads(access, dossierId),
    ...serviceReads(access, dossierId),
    ...consultReads(access, dossierId),
    ...contentReads(access, dossierId),
    ...consentReads(access, dossierId),
    ...deliveryReads(access, dossierId),
    ...demandReads(access, dossierId),
    ...switchedReads(access, dossierId),
    members: selectReadable(access, 'members', { needs: ['account_id'], shows: ['name', 'title'] }),
  }
}

export type DossierRows = { readonly [Name in keyof DossierReads]: RowsOf<DossierReads[Name]> }

const EARLIER_LIMIT = 50

function cardReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    dossiers: selectReadable(access, 'dossiers', {
      needs: ['id', 'kind', 'reference', 'started_at', 'expires_on', 'restricted_at'],
      where: { id: dossierId },
    }),
    /** Other dossiers of the same person within reach. */
    others: from
      .selectFrom('dossiers')
      .select(['id', 'kind', 'reference', 'started_at'])
      .where('id', '<>', dossierId)
      .where(
        'person_id',
        '=',
        sql<string>`(select person_id from dossiers where id = ${dossierId}::uuid)`,
      )
      .orderBy('started_at', 'desc')
      .limit(EARLIER_LIMIT),
    clients: selectReadable(access, 'clients', {
      needs: ['dossier_id'],
      shows: ['given_name', 'initials', 'prefix', 'family_name', 'email', 'phone'],
      where,
    }),
    profiles: selectReadable(access, 'profiles', {
      needs: ['dossier_id'],
      shows: [
        'born_on',
        'street',
        'house_number',
        'house_number_addition',
        'postcode',
        'city',
        'education',
        'career',
      ],
      where,
    }),
  }
}

function serviceReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    engagements: selectReadable(access, 'engagements', {
      needs: ['party_id'],
      shows: ['order_reference', 'ordered_on'],
      where,
    }),
    parties: selectReadable(access, 'parties', {
      needs: ['id'],
      shows: ['name'],
      where: { id: partiesOf(access, dossierId) },
    }),
    notices: selectReadable(access, 'statement_notices', {
      needs: ['id', 'version', 'way', 'language', 'shown_by', 'shown_at'],
      where,
    }),
    activations: selectReadable(access, 'activations', {
      needs: ['activated_by', 'activated_at'],
      shows: ['notice_id'],
      where,
    }),
    closures: selectReadable(access, 'closures', {
      needs: ['closed_by', 'closed_at'],
      shows: ['outcome', 'ended_on'],
      where,
    }),
  }
}

function consultReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    consults: selectReadable(access, 'consults', {
      needs: ['id', 'held_on', 'minutes', 'way', 'noted_by'],
      where,
    }),
    summaries: selectReadable(access, 'summaries', {
      needs: ['id', 'consult_id', 'replaces', 'body', 'written_by', 'written_at'],
      where,
    }),
    dispatches: selectReadable(access, 'dispatches', {
      needs: ['summary_id', 'sent_by', 'sent_at'],
      where,
    }),
    approvals: selectReadable(access, 'approvals', {
      needs: ['summary_id', 'approved_at'],
      where,
    }),
    disputes: selectReadable(access, 'disputes', {
      needs: ['summary_id', 'words', 'disputed_at'],
      where,
    }),
    supplements: selectReadable(access, 'supplements', {
      needs: ['summary_id', 'words', 'written_at'],
      where,
    }),
  }
}

function contentReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    notes: selectReadable(access, 'notes', {
      needs: ['id', 'category', 'body', 'source', 'channel', 'file', 'written_by', 'written_at'],
      shows: ['source_name'],
      where,
    }),
    progress: selectReadable(access, 'progress_reports', {
      needs: ['id', 'attends', 'ends_on', 'hours_able', 'pace', 'written_at'],
      where,
    }),
    documents: selectReadable(access, 'documents', {
      needs: ['id', 'category', 'title', 'media_type', 'bytes'],
      shows: ['source', 'source_name', 'channel', 'file', 'added_by', 'added_at'],
      where,
    }),
    valueSources: selectReadable(access, 'value_sources', {
      needs: ['value', 'source', 'channel', 'changed_at'],
      shows: ['source_name'],
      where,
    }),
  }
}

function consentReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    ...consentQuestions(access, dossierId),
    disclosures: selectReadable(access, 'disclosures', {
      needs: ['id', 'request_id', 'party_id', 'title', 'disclosed_by', 'disclosed_at'],
      where,
    }),
    relations: selectReadable(access, 'relations', {
      needs: ['id', 'holder_id', 'relation', 'since', 'absence_id'],
      shows: ['until'],
      where,
    }),
    absences: selectReadable(access, 'absences', {
      needs: ['id', 'starts_on', 'ends_on'],
      where: { id: absencesOf(access, dossierId) },
    }),
  }
}

const NONE = sql`select null::uuid where false`

/**
 * Of the parties only those that have to do with this dossier, as far as the activity may know
 * that.
 */
function partiesOf(access: Access, dossierId: string) {
  if (access.can('relations', 'select')) {
    return sql`select holder_id from relations where dossier_id = ${dossierId}`
  }
  return access.can('engagements', 'select')
    ? sql`select party_id from engagements where dossier_id = ${dossierId}`
    : NONE
}

function absencesOf(access: Access, dossierId: string) {
  return access.can('relations', 'select')
    ? sql`select absence_id from relations where dossier_id = ${dossierId}`
    : NONE
}
