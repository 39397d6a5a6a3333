import type { TableEntry } from '#statement/catalogue.ts'
import { type Problem, problem } from '#statement/problem.ts'
import type { Comment } from './comments.ts'
import { checkTags, checkWords, splitComment, type Words } from './tags.ts'

const TABLE_TAGS = {
  belongs: 'with words',
  organisation: 'alone',
  system: 'alone',
  card: 'alone',
  beside: 'alone',
  overseen: 'alone',
  public: 'alone',
  impersonal: 'with words',
  nobody: 'with words',
  takeover: 'alone',
  while: 'with words',
  insert: 'with words',
  update: 'with words',
  delete: 'with words',
} as const

type TableTag = keyof typeof TABLE_TAGS

/** What the comment on a table says of it; its columns have comments of their own. */
export function readTable(
  comment: Comment,
  vocabulary: Words,
  problems: Problem[],
): Omit<TableEntry, 'columns'> {
  const { sentence, tags } = splitComment(comment.text)
  const found = { place: comment.place, problems }
  checkTags(tags, TABLE_TAGS, { nl: 'tabel', en: 'table' }, found)
  const tag = (name: TableTag) => tags.find((each) => each.name === name)
  const words = (name: TableTag) => tag(name)?.words ?? []
  const rights = (['insert', 'update', 'delete'] as const).flatMap(words)
  checkWords(rights, vocabulary.activities, 'UNKNOWN_ACTIVITY', found)
  checkWords(words('belongs'), { dossiers: true }, 'UNKNOWN_OWNER', found)
  if (!(['belongs', 'organisation', 'system', 'impersonal'] as const).some(tag)) {
    problems.push(problem('TABLE_WITHOUT_TAG', comment.place, { table: comment.table }))
  }
  if (sentence === '') {
    problems.push(problem('TABLE_WITHOUT_SENTENCE', comment.place, { table: comment.table }))
  }
  const whileConsent = words('while')[0]
  return {
    name: comment.table,
    sentence,
    belongs: tag('system') ? 'system' : tag('belongs') ? 'dossiers' : 'organisation',
    card: tag('card') !== undefined,
    overseen: tag('overseen') !== undefined,
    takeover: tag('takeover') !== undefined,
    public: tag('public') !== undefined,
    insert: words('insert'),
    update: words('update'),
    delete: words('delete'),
    ...(tag('impersonal') ? { impersonal: tag('impersonal')?.rest ?? '' } : {}),
    ...(tag('nobody') ? { nobody: tag('nobody')?.rest ?? '' } : {}),
    ...(tag('beside') ? { beside: true } : {}),
    ...(whileConsent === undefined ? {} : { whileConsent }),
  }
}
