import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROJECT } from '#kernel/project.ts'
import { parseStatement, type Statement } from '#statement/index.ts'
import { readStatementFolder } from '#store/statement-files.ts'
import { findClause } from './clause.ts'

async function statement(
  change = (yaml: string) => yaml,
  name = 'reintegration',
): Promise<Statement> {
  const folder = await readStatementFolder(join(PROJECT, 'statements', name))
  const parsed = parseStatement({ ...folder, yaml: change(folder.yaml) })
  if (!parsed.statement) throw new Error('the example is no statement')
  return parsed.statement
}

test('a page quotes the sentence that a declaration is in, in the language of the reader', async () => {
  const example = await statement()
  expect(findClause(example, 'rights.portability', 'nl')).toEqual({
    id: 'rei-02',
    sentence:
      'Uw eigen dossier kunt u helemaal meenemen: op elk moment zelf, en op verzoek binnen één maand.',
  })
  expect(findClause(example, 'retention.dossier', 'en')?.id).toBe('rei-16')
  expect(findClause(example, 'categories.access-log', 'en')?.sentence).toContain('your own pages')
})

test('a mechanism that no sentence quotes gives the first sentence of the clause it keeps', async () => {
  expect(findClause(await statement(), 'summary-approval', 'nl')).toEqual({
    id: 'rei-10',
    sentence: 'Van elk consult maakt uw coach een samenvatting, die u krijgt toegestuurd.',
  })
})

test('the number on the page is that of the statement in force', async () => {
  const two = await statement((yaml) => yaml.replace('keep: P5Y', 'keep: P2Y'))
  expect(findClause(two, 'retention.dossier', 'nl')?.sentence).toContain('twee jaar')
})

test('what the statement does not promise is not quoted', async () => {
  expect(findClause(await statement(), 'rights.unknown', 'nl')).toBeUndefined()
  expect(findClause(await statement(), 'rights.acc', 'nl')).toBeUndefined()
})

test('of a part of a declaration the sentence is quoted that says it, not the first that is about it', async () => {
  const practice = await statement((yaml) => yaml, 'casework')
  const purpose = findClause(practice, 'activities.coaching.purpose', 'nl')
  expect(purpose?.sentence).toContain('overeenkomst')
  expect(purpose?.id).not.toBe(findClause(practice, 'activities.coaching', 'nl')?.id)
})
