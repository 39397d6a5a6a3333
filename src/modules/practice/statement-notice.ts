import { randomUUID } from 'node:crypto'
import type { Language } from '#kernel/language.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { readVersion } from '#duties/statement-in-force.ts'
import { mailStatement, type Post } from './post.ts'
import type { NoticeWay } from './words.ts'

export interface StatementNotice {
  /** UUID of the form. */
  readonly id?: string
  readonly way: NoticeWay
  /** In which language the client got it. */
  readonly language: Language
  /** For `mailed`: what the mail needs, with the paragraphs of the statement in that language. */
  readonly mail?: { readonly post: Post; readonly passages: readonly string[] }
}

/**
 * Records that the version of the statement that is in force was brought to the client's notice.
 * Returns the notice's id, with which the service can be activated. When it is mailed, the mail is
 * queued with it.
 */
export async function recordNotice(
  tx: OpenedDossier,
  { id = randomUUID(), way, language, mail }: StatementNotice,
): Promise<string> {
  const version = await readVersion(tx)
  await tx.run(
    from
      .insertInto('statement_notices')
      .values({ id, dossier_id: tx.dossierId, version, way, language }),
  )
  if (way === 'mailed' && mail) {
    const { post, passages } = mail
    await mailStatement(tx, { ...post, language, version, passages: [...passages] })
  }
  return id
}

/**
 * The language in which the client got the statement last, and so is asked things; Dutch before
 * that.
 */
export async function readClientLanguage(tx: OpenedDossier): Promise<Language> {
  const [row] = await tx.run(
    from
      .selectFrom('statement_notices')
      .select('language')
      .where('dossier_id', '=', tx.dossierId)
      .orderBy('shown_at', 'desc')
      .limit(1),
  )
  return row?.language === 'en' ? 'en' : 'nl'
}
