import type { ColumnEntry } from '#statement/catalogue.ts'
import { type Problem, problem } from '#statement/problem.ts'
import type { Comment } from './comments.ts'
import { checkTags, checkWords, splitComment, type Words } from './tags.ts'

const COLUMN_TAGS = {
  category: 'with words',
  'category-in': 'with words',
  key: 'alone',
  stamp: 'alone',
  impersonal: 'with words',
  sealed: 'alone or with words',
  reckoned: 'with words',
  subject: 'alone or with words',
  file: 'with words',
  linkable: 'alone or with words',
} as const

type ColumnTag = keyof typeof COLUMN_TAGS

/** What a column is: exactly one of these, and sealed or not. */
const NATURES = ['category', 'category-in', 'key', 'stamp', 'impersonal'] as const

/** What the comment on a column says of it. */
export function readColumn(comment: Comment, vocabulary: Words, problems: Problem[]): ColumnEntry {
  const { tags } = splitComment(comment.text)
  const found = { place: comment.place, problems }
  checkTags(tags, COLUMN_TAGS, { nl: 'kolom', en: 'column' }, found)
  const tag = (name: ColumnTag) => tags.find((each) => each.name === name)
  const natures = NATURES.filter(tag)
  const column = comment.name
  if (natures.length === 0 && !tag('sealed')) {
    problems.push(problem('COLUMN_WITHOUT_TAG', comment.place, { column }))
  }
  if (natures.length > 1) {
    const clash = natures.map((each) => `@${each}`).join(', ')
    problems.push(problem('COLUMN_TAGS_CLASH', comment.place, { column, tags: clash }))
  }
  const category = tag('category')?.words[0]
  const byRow = tag('category-in')?.words
  const of = byRow?.slice(byRow[1] === 'of' ? 2 : 1) ?? []
  checkWords([category ?? [], of].flat(), vocabulary.categories, 'UNKNOWN_CATEGORY', found)
  return {
    name: comment.column ?? '',
    key: tag('key') !== undefined,
    stamp: tag('stamp') !== undefined,
    sealed: tag('sealed') !== undefined,
    ...(tag('sealed')?.words[0] ? { sealedBy: tag('sealed')?.words[0] ?? '' } : {}),
    ...(tag('reckoned') ? { reckoned: tag('reckoned')?.rest ?? '' } : {}),
    ...(category === undefined ? {} : { category }),
    ...(byRow?.[0] === undefined ? {} : { categoryIn: { column: byRow[0], of } }),
    ...(tag('impersonal') ? { impersonal: tag('impersonal')?.rest ?? '' } : {}),
    ...(tag('subject') ? { subject: tag('subject')?.words[0] ?? '' } : {}),
    ...(tag('file') ? { fileOf: tag('file')?.words[0] ?? '' } : {}),
  }
}
