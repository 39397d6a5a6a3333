import { randomUUID } from 'node:crypto'
import { AppError } from '#kernel/error.ts'
import type { Language } from '#kernel/language.ts'
import { from } from '#store/query.ts'
import type { Transaction } from '#store/transaction.ts'
import { DEFAULT_TEMPLATES } from './default-templates.ts'
import { tokensIn } from './form-text.ts'
import { unknownTokens } from './token.ts'
import type { FormSort } from './words.ts'

/** Versions of all templates that are looked at: more than a bureau ever writes. */
const VERSIONS_LIMIT = 1_000
/** Longest title of a template, in characters. */
export const FORM_TITLE_LIMIT = 120

/** All versions of all templates, the newest first. */
export const formTemplates = from
  .selectFrom('form_templates')
  .select(['id', 'sort', 'kind', 'language', 'version', 'title', 'body', 'written_at'])
  .orderBy('version', 'desc')
  .limit(VERSIONS_LIMIT)

export interface TemplateRow {
  readonly id: string
  readonly sort: string
  readonly kind: string | null
  readonly language: string
  readonly version: number
  readonly title: string
  readonly body: string
  readonly written_at: Date
}

/** What a template is for. */
export interface TemplatePlace {
  readonly sort: FormSort
  /** Word of the kind of service; undefined for all that have no template of their own. */
  readonly kind?: string | undefined
  readonly language: Language
}

/** The words with which a form begins. */
export interface Template {
  /** Absent for words that came with the software. */
  readonly id?: string
  readonly title: string
  readonly body: string
}

/** The newest words for a service: its own, those for every service, or those that came along. */
export function templateFor(rows: readonly TemplateRow[], place: TemplatePlace): Template {
  const { sort, kind, language } = place
  const fitting = rows.filter((row) => row.sort === sort && row.language === language)
  const own = fitting.find((row) => row.kind === kind) ?? fitting.find((row) => row.kind === null)
  return own ?? DEFAULT_TEMPLATES[sort][language]
}

export interface NewTemplate extends TemplatePlace {
  /** UUID of the form. */
  readonly id?: string
  readonly title: string
  /** At most 20,000 characters. */
  readonly body: string
}

/**
 * Writes a next version of a template. Forms that were begun keep the words they began with.
 *
 * @throws `TOKEN_UNKNOWN`; `DUPLICATE` when this form was sent before.
 */
export async function writeTemplate(
  tx: Transaction,
  { id = randomUUID(), sort, kind, language, title, body }: NewTemplate,
): Promise<void> {
  const [unknown] = unknownTokens(tokensIn(body))
  if (unknown !== undefined) throw new AppError('TOKEN_UNKNOWN', { token: `{${unknown}}` })
  await tx.run(
    from
      .insertInto('form_templates')
      .values({ id, sort, kind: kind ?? null, language, title, body }),
  )
}
