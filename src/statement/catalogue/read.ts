import type { Catalogue, TableEntry, Vocabulary } from '#statement/catalogue.ts'
import { type Problem, problem, sortProblems } from '#statement/problem.ts'
import { readColumn } from './column.ts'
import { type Comment, findComments, findTables } from './comments.ts'
import type { SqlFile } from './sql.ts'
import { readTable } from './table.ts'

export interface ReadCatalogue {
  readonly catalogue: Catalogue
  readonly problems: readonly Problem[]
}

/**
 * Reads from the comments in SQL what each table and column is. The last comment counts when two
 * files, in the order given, comment on the same thing in turn; two in one file are a problem.
 */
export function readCatalogue(files: readonly SqlFile[], vocabulary: Vocabulary): ReadCatalogue {
  const problems: Problem[] = []
  const comments = new Map<string, Comment>()
  for (const comment of files.flatMap(findComments)) {
    const earlier = comments.get(comment.name)
    if (earlier?.place.file === comment.place.file) {
      problems.push(problem('COMMENT_TWICE', comment.place, { name: comment.name }))
    }
    comments.set(comment.name, comment)
  }
  const created = new Map(files.flatMap(findTables).map((table) => [table.name, table]))
  for (const table of created.values()) {
    if (comments.has(table.name)) continue
    problems.push(problem('TABLE_WITHOUT_COMMENT', table.place, { table: table.name }))
  }
  const tables = [...comments.values()]
    .filter((comment) => comment.column === undefined)
    .flatMap((comment) => {
      if (!created.has(comment.table)) {
        problems.push(problem('COMMENT_ON_NOTHING', comment.place, { name: comment.name }))
        return []
      }
      return [readEntry(comment, [...comments.values()], vocabulary, problems)]
    })
  const sorted = tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return { catalogue: { tables: sorted, vocabulary }, problems: sortProblems(problems) }
}

function readEntry(
  comment: Comment,
  comments: readonly Comment[],
  vocabulary: Vocabulary,
  problems: Problem[],
): TableEntry {
  const table = readTable(comment, vocabulary, problems)
  const columns = comments
    .filter((each) => each.table === comment.table && each.column !== undefined)
    .map((each) => readColumn(each, vocabulary, problems))
  return { ...table, columns: columns.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }
}
