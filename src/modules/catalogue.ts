import { type Catalogue, readCatalogue } from '#statement/index.ts'
import { readSqlFiles } from '#store/migrate.ts'
import { VOCABULARY } from './vocabulary.ts'

/**
 * Reads what every table and column of an organisation is, with the words of all duties and
 * modules.
 */
export async function readWholeCatalogue(): Promise<Catalogue> {
  const { catalogue, problems } = readCatalogue(await readSqlFiles('organisation'), VOCABULARY)
  const [first] = problems
  if (first) throw new Error(`${first.code} in ${first.file}, line ${first.line}`)
  return catalogue
}
