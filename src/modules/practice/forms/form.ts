import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import { addDocument } from '#modules/practice/document.ts'
import { mailClient, mailCoach, type Post } from '#modules/practice/post.ts'
import type { ReceivedFile } from '#modules/practice/received-file.ts'
import { withinCategories } from '#modules/practice/refusal.ts'
import type { OpenedDossier } from '#store/opened-dossier.ts'
import { from } from '#store/query.ts'
import { refusing } from '#store/refusal.ts'
import { FORM_CATEGORIES, type FormSort } from './words.ts'

export interface NewForm {
  /** UUID of the form on the page. */
  readonly id?: string
  readonly sort: FormSort
  readonly language: Language
  readonly title: string
  /** At most 20,000 characters. */
  readonly body: string
  readonly templateId?: string | undefined
  /** The version before it, which is final. */
  readonly replaces?: string | undefined
  /** Summaries that it quotes: the client approved each of them. */
  readonly summaryIds?: readonly string[]
}

/**
 * Begins a form for a client, as a draft.
 *
 * @throws `SUMMARY_NOT_APPROVED`, `FORM_NOT_FINAL`, `FORM_REPLACED`, `CATEGORY_BARRED`,
 * `DOSSIER_CLOSED`; `DUPLICATE` when this form was sent before.
 */
export async function beginForm(
  tx: OpenedDossier,
  { id = randomUUID(), sort, language, title, body, templateId, replaces, summaryIds }: NewForm,
): Promise<void> {
  const { dossierId } = tx
  await refusing(
    withinCategories(
      tx.run(
        from.insertInto('forms').values({
          id,
          dossier_id: dossierId,
          sort,
          category: FORM_CATEGORIES[sort],
          template_id: templateId ?? null,
          language,
          title: tx.seal('forms.title', title),
          body: tx.seal('forms.body', body),
          replaces: replaces ?? null,
        }),
      ),
    ),
    { forms_replaces_key: 'FORM_REPLACED' },
  )
  for (const summaryId of summaryIds ?? []) {
    await tx.run(
      from
        .insertInto('form_sources')
        .values({ form_id: id, summary_id: summaryId, dossier_id: dossierId }),
    )
  }
}

export interface FormChange {
  readonly id: string
  readonly title: string
  readonly body: string
}

/** @throws `FORM_FINAL`, `NOT_FOUND`, `DOSSIER_CLOSED`. */
export async function changeForm(tx: OpenedDossier, change: FormChange): Promise<void> {
  const changed = await tx.run(
    from
      .updateTable('forms')
      .set({
        title: tx.seal('forms.title', change.title),
        body: tx.seal('forms.body', change.body),
      })
      .where('id', '=', change.id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (changed.length === 0) throw new AppError('NOT_FOUND')
}

/**
 * Removes a draft, with what the client filled in.
 *
 * @throws `FORM_FINAL`, `NOT_FOUND`.
 */
export async function removeForm(tx: OpenedDossier, id: string): Promise<void> {
  const removed = await tx.run(
    from
      .deleteFrom('forms')
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId)
      .returning('id'),
  )
  if (removed.length === 0) throw new AppError('NOT_FOUND')
}

/**
 * Asks the client to fill in a form, by mail that says no more than that. Once more changes
 * nothing.
 *
 * @throws `FORM_FINAL`, `NOT_FOUND`.
 */
export async function shareForm(
  tx: OpenedDossier,
  { id, sort, post }: { readonly id: string; readonly sort: FormSort; readonly post: Post },
): Promise<void> {
  const shared = await tx.run(
    from
      .insertInto('form_shares')
      .values({ form_id: id, dossier_id: tx.dossierId, category: FORM_CATEGORIES[sort] })
      .onConflict((conflict) => conflict.doNothing())
      .returning('form_id'),
  )
  if (shared.length > 0) await mailClient(tx, 'form-shared', post)
}

export interface FormAnswer {
  /** UUID of the form on the page. */
  readonly id?: string
  readonly formId: string
  /** Answers by question, each at most 4,000 characters. */
  readonly answers: Readonly<Record<string, string>>
  readonly post: Post
}

/**
 * The client fills in a form; once more replaces what was filled in before.
 *
 * @param tx In activity `self-service`.
 * @throws `FORM_FINAL`; `NOT_FOUND` when it was not asked; `DUPLICATE`.
 */
export async function answerForm(
  tx: OpenedDossier,
  { id = randomUUID(), formId, answers, post }: FormAnswer,
): Promise<void> {
  await refusing(
    tx.run(
      from.insertInto('form_answers').values({
        id,
        form_id: formId,
        dossier_id: tx.dossierId,
        body: tx.seal('form_answers.body', JSON.stringify(answers)),
      }),
    ),
    { form_answers_form_id_fkey: 'NOT_FOUND' },
  )
  await mailCoach(tx, 'form-answered', post)
}

export interface FormCompletion {
  readonly id: string
  readonly sort: FormSort
  readonly title: string
  /** When the draft was written that the file was made of. */
  readonly writtenAt: Date
  /** The form as a PDF. */
  readonly file: ReceivedFile
}

/**
 * Makes a form final: a document of the dossier, in both files. Returns the id of the document.
 *
 * @throws `FORM_CHANGED` when it was changed since the file was made; `FORM_FINAL`, `NOT_FOUND`,
 * `DOSSIER_CLOSED`.
 */
export async function completeForm(
  tx: OpenedDossier,
  { id, sort, title, writtenAt, file }: FormCompletion,
): Promise<string> {
  const category = FORM_CATEGORIES[sort]
  const [form] = await tx.run(
    from
      .selectFrom('forms')
      .select('written_at')
      .where('id', '=', id)
      .where('dossier_id', '=', tx.dossierId),
  )
  if (!form) throw new AppError('NOT_FOUND')
  if (form.written_at.getTime() !== writtenAt.getTime()) throw new AppError('FORM_CHANGED')
  const provenance = { source: 'own', channel: 'conversation', placed: 'both' } as const
  const documentId = await addDocument(tx, { category, title, file, ...provenance })
  await refusing(
    tx.run(
      from.insertInto('form_completions').values({
        form_id: id,
        dossier_id: tx.dossierId,
        category,
        document_id: documentId,
      }),
    ),
    { form_completions_pkey: 'FORM_FINAL' },
  )
  return documentId
}
