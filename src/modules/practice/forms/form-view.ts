import type { Language } from '#kernel/language.ts'
import type { Actor, Actors } from '#modules/practice/actors.ts'
import type { Access } from '#store/access.ts'
import type { Opening } from '#store/opened-dossier.ts'
import type { RowsOf } from '#store/query.ts'
import { selectReadable } from '#store/readable.ts'
import type { FormSort } from './words.ts'

/** What an activity may see of the forms of one dossier, for one round trip. */
export function formReads(access: Access, dossierId: string): FormReads {
  return buildReads(access, dossierId)
}

export type FormReads = ReturnType<typeof buildReads>
export type FormRows = { readonly [Name in keyof FormReads]: RowsOf<FormReads[Name]> }

function buildReads(access: Access, dossierId: string) {
  const where = { dossier_id: dossierId }
  return {
    forms: selectReadable(access, 'forms', {
      needs: ['id', 'sort', 'language', 'title', 'body', 'replaces', 'written_by', 'written_at'],
      where,
    }),
    formShares: selectReadable(access, 'form_shares', { needs: ['form_id', 'shared_at'], where }),
    formAnswers: selectReadable(access, 'form_answers', {
      needs: ['form_id', 'body', 'answered_at'],
      where,
    }),
    formCompletions: selectReadable(access, 'form_completions', {
      needs: ['form_id', 'document_id', 'completed_at'],
      where,
    }),
  }
}

export interface FormView {
  readonly id: string
  readonly sort: FormSort
  readonly language: Language
  readonly title: string
  readonly body: string
  /** 1 for the first, and one more for each that replaced one. */
  readonly version: number
  readonly replacedBy?: string
  readonly writtenBy: Actor
  readonly writtenAt: Date
  /** When the client was asked to fill it in. */
  readonly sharedAt?: Date
  /** What the client filled in last. */
  readonly answer?: { readonly values: Readonly<Record<string, string>>; readonly at: Date }
  /** The document that it has become. */
  readonly final?: { readonly documentId: string; readonly at: Date }
}

/** The forms of an opened dossier, the newest first. */
export function readForms(opening: Opening, rows: FormRows, actors: Actors): FormView[] {
  const before = new Map(rows.forms.map((row) => [row.id, row.replaces]))
  const after = new Map(
    rows.forms.flatMap(({ id, replaces }) => (replaces ? [[replaces, id]] : [])),
  )
  return rows.forms
    .map((row) => {
      const share = rows.formShares.find((each) => each.form_id === row.id)
      const completion = rows.formCompletions.find((each) => each.form_id === row.id)
      const answer = newest(rows.formAnswers.filter((each) => each.form_id === row.id))
      const replacedBy = after.get(row.id)
      return {
        id: row.id,
        sort: row.sort as FormSort, // the table takes no other words
        language: row.language as Language,
        title: opening.unseal('forms.title', row.title),
        body: opening.unseal('forms.body', row.body),
        version: rankOf(row.id, before),
        ...(replacedBy !== undefined && { replacedBy }),
        writtenBy: actors.who(row.written_by),
        writtenAt: row.written_at,
        ...(share && { sharedAt: share.shared_at }),
        ...(answer && { answer: readAnswer(opening, answer) }),
        ...(completion && {
          final: { documentId: completion.document_id, at: completion.completed_at },
        }),
      }
    })
    .toSorted((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime())
}

type AnswerRow = FormRows['formAnswers'][number]

function newest(rows: readonly AnswerRow[]): AnswerRow | undefined {
  return rows.toSorted((a, b) => b.answered_at.getTime() - a.answered_at.getTime())[0]
}

function readAnswer(opening: Opening, { body, answered_at: at }: AnswerRow) {
  // What opens was sealed by `answerForm`, from answers by question.
  const values = JSON.parse(opening.unseal('form_answers.body', body)) as Record<string, string>
  return { values, at }
}

function rankOf(id: string, before: ReadonlyMap<string, string | null>): number {
  const earlier = before.get(id)
  return earlier ? 1 + rankOf(earlier, before) : 1
}
