import { entryJsonLd, registerJsonLd } from '#duties/register/json-ld.ts'
import { listLogboekEntries } from '#duties/register/logboek-entries.ts'
import { type LogboekSource, toLogboek } from '#duties/register/logboek.ts'
import { registerReport } from '#duties/register/report.ts'
import { writeWorkbook } from '#duties/register/workbook.ts'
import { dayOf } from '#entry/web/components/index.ts'
import type { Door } from '#entry/web/http/door.ts'
import { answer } from '#entry/web/http/page.tsx'
import { bytesAnswer, letterAnswer } from '#entry/web/http/press.ts'
import { readAs } from '#entry/web/pages/answering/reading.ts'
import { AppError } from '#kernel/error.ts'
import { readWholeCatalogue } from '#modules/catalogue.ts'
import { readWholeRegister } from './read.ts'
import { REGISTER } from './register.tsx'

const TITLES = { nl: 'Register van verwerkingen', en: 'Register of processing' } as const
const LEDGER_TITLES = { nl: 'Logboek Dataverwerkingen', en: 'Ledger of processing' } as const

/** The register as a workbook. */
export const registerWorkbook = answer(`${REGISTER}/bestand/xlsx`, async (door, _, c) => {
  const bytes = await writeWorkbook(await readWholeRegister(door), door.language)
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return bytesAnswer(c, bytes, { type, title: TITLES[door.language], ending: 'xlsx' })
})

/** The register on paper. */
export const registerPaper = answer(`${REGISTER}/bestand/pdf`, async (door, _, c) => {
  const register = await readWholeRegister(door)
  const { controller, version } = register.statement.declarations
  const facts = { language: door.language, controller: controller.name, version }
  return letterAnswer(c, registerReport(register, { ...facts, writtenOn: dayOf(new Date()) }))
})

/** The register as JSON-LD. */
export const registerLinked = answer(`${REGISTER}/bestand/jsonld`, async (door, _, c) => {
  const { statement, catalogue } = await readWholeRegister(door)
  const linked = registerJsonLd(statement, catalogue, placeOf(door))
  const text = `${JSON.stringify(linked, undefined, 2)}\n`
  const type = 'application/ld+json'
  return bytesAnswer(c, text, { type, title: TITLES[door.language], ending: 'jsonld' })
})

/** Days that an export of the ledger covers unless the address says which. */
const EXPORT_DAYS = 7
const DAY_MS = 86_400_000
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Lines of the ledger as records of Logboek Dataverwerkingen, one JSON a line. */
export const ledgerFile = answer(`${REGISTER}/bestand/logboek`, async (door, _, c) => {
  const { query, organisation } = door.visit
  const day = (name: string, other: string) => {
    const value = query.get(name) ?? ''
    return DAY.test(value) ? value : other
  }
  const until = day('tot', dayOf(new Date()))
  const from = day('van', dayOf(new Date(Date.now() - EXPORT_DAYS * DAY_MS)))
  const { lines } = await readAs(door, 'register-keeping', 'ledger', {
    lines: listLogboekEntries({ from, until }),
  })
  const source: LogboekSource = { ...placeOf(door), organisation, software: SOFTWARE }
  const text = lines.map((line) => `${JSON.stringify(toLogboek(line, source))}\n`).join('')
  const title = `${LEDGER_TITLES[door.language]} ${from} ${until}`
  return bytesAnswer(c, text, { type: 'application/jsonl', title, ending: 'jsonl' })
})

const SOFTWARE = { name: 'gestand', version: '1' } as const

/** The register of one version of the statement, for anybody and for good. */
export const publicRegister = answer('/register/:version', async (door, params, c) => {
  const { statement, catalogue } = await readVersion(door, params['version'])
  const linked = registerJsonLd(statement, catalogue, placeOf(door))
  c.header('content-type', 'application/ld+json')
  return c.body(JSON.stringify(linked, undefined, 2))
})

/** One entry of the register of one version, to which lines of the ledger lead. */
export const publicRegisterEntry = answer(
  '/register/:version/:activity',
  async (door, params, c) => {
    const { statement, catalogue } = await readVersion(door, params['version'])
    const linked = entryJsonLd(statement, catalogue, params['activity'] ?? '', placeOf(door))
    if (!linked) throw new AppError('NOT_FOUND')
    c.header('content-type', 'application/ld+json')
    return c.body(JSON.stringify(linked, undefined, 2))
  },
)

async function readVersion({ visit }: Door, version = '') {
  if (!/^[1-9]\d{0,4}$/.test(version)) throw new AppError('NOT_FOUND')
  const [statement, catalogue] = await Promise.all([
    visit.site.publication.version(visit.organisation, Number(version)),
    readWholeCatalogue(),
  ])
  return { statement, catalogue }
}

function placeOf({ visit }: Door): { readonly url: string } {
  return { url: visit.site.publicUrl.replace(/\/$/, '') }
}
