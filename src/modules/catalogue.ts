import { type Catalogue, readCatalogue } from '#statement/index.ts'
import { readSqlFiles } from '#store/migrate.ts'
import { VOCABULARY } from './vocabulary.ts'

let known: Promise<Catalogue> | undefined

/**
 * What every table and column of an organisation is, with the words of all duties and modules; of
 * this version of the software, and so read once.
 */
export function readWholeCatalogue(): Promise<Catalogue> {
  known ??= read()
  return known
}

async function read(): Promise<Catalogue> {
  const { catalogue, problems } = readCatalogue(await readSqlFiles('organisation'), VOCABULARY)
  const [first] = problems
  if (first) throw new Error(`${first.code} in ${first.file}, line ${first.line}`)
  return catalogue
}
