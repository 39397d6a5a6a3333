import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { csrfToken } from '#accounts/index.ts'
import { type Product, startProduct } from './product.ts'
import type { Measurement } from './report.ts'

const CONNECTIONS = 50
const FILES = 4
const FILE_BYTES = 24_000_000
const GOAL_MEGABYTES = 250
const LOOK_EVERY_MS = 50
const MEGABYTE = 1_048_576
const PAGES = ['', '/gesprekken', '/notities', '/documenten', '/toestemmingen']

/**
 * The memory of the server process at its highest, as `npm start` runs it: people at work on fifty
 * connections, without and with large files on a few of them.
 */
export async function benchMemory({ quick }: { readonly quick: boolean }): Promise<Measurement[]> {
  const product = await startProduct()
  try {
    const atRest = await residentBytes(product.pid)
    const coach = await product.signInCoach()
    const seconds = quick ? 5 : 30
    const results: Measurement[] = []
    for (const files of [0, FILES]) {
      const { highest, pages, carried } = await carry(product, coach, { files, seconds })
      const same = carried.filter(Boolean).length
      const whose = files === 0 ? '' : `, ${files} with files of 24 MB`
      results.push({
        name: `memory of the server at ${CONNECTIONS} connections${whose}`,
        unit: 'MB',
        value: Math.round(highest / MEGABYTE),
        atMost: GOAL_MEGABYTES,
        correct: pages > 0 && same === carried.length && same >= files,
        verdict: `${pages} pages, ${same} of ${carried.length} files came back as they went; ${Math.round(atRest / MEGABYTE)} MB at rest`,
      })
    }
    return results
  } finally {
    await product.stop()
  }
}

interface Load {
  /** How many of the connections carry files. */
  readonly files: number
  readonly seconds: number
}

/** People at work on all connections; the memory at its highest meanwhile, in bytes. */
async function carry(
  product: Product,
  coach: Coach,
  { files, seconds }: Load,
): Promise<{ highest: number; pages: number; carried: boolean[] }> {
  const watch = watchMemory(product.pid)
  const until = Date.now() + seconds * 1_000
  const working = Array.from({ length: CONNECTIONS - files }, (_, place) =>
    readPages(product, coach, { place, until }),
  )
  const carrying = coach.dossierIds
    .slice(0, files)
    .map((dossierId) => carryFiles(product, coach.session, { dossierId, until }))
  const pages = (await Promise.all(working)).reduce((sum, count) => sum + count, 0)
  return { pages, carried: (await Promise.all(carrying)).flat(), highest: watch.end() }
}

interface Coach {
  readonly session: Buffer
  readonly dossierIds: readonly string[]
}

async function readPages(
  { url }: Product,
  { session, dossierIds }: Coach,
  { place, until }: { readonly place: number; readonly until: number },
): Promise<number> {
  let pages = 0
  for (let turn = place; Date.now() < until; turn += 1) {
    const dossierId = dossierIds[turn % dossierIds.length]
    const path = PAGES[turn % PAGES.length]
    const address = turn % 3 === 0 ? '/werk' : `/werk/dossiers/${dossierId}${path}`
    const answer = await fetch(url + address, { headers: { cookie: cookieOf(session) } })
    const body = await answer.text()
    if (answer.status !== 200 || !body.includes('</html>')) throw new Error(`no page ${address}`)
    pages += 1
  }
  return pages
}

/** Sends a file, reads it back and compares, until the time is over; at least once. */
async function carryFiles(
  { url }: Product,
  session: Buffer,
  { dossierId, until }: { readonly dossierId: string; readonly until: number },
): Promise<boolean[]> {
  const headers = { cookie: cookieOf(session), 'sec-fetch-site': 'same-origin' }
  const path = `${url}/werk/dossiers/${dossierId}/documenten`
  const carried: boolean[] = []
  do {
    const bytes = Buffer.alloc(FILE_BYTES, `%PDF-1.7\n${randomUUID()}`)
    const form = new FormData()
    const id = randomUUID()
    form.set('_csrf', csrfToken(session))
    form.set('_form', id)
    form.set('file', new File([bytes], 'proef.pdf'))
    const facts = { category: 'advice', source: 'own', channel: 'email', title: 'Proef' }
    for (const [name, value] of Object.entries(facts)) form.set(name, value)
    const sent = await fetch(`${path}/nieuw`, {
      method: 'POST',
      headers,
      body: form,
      redirect: 'manual',
    })
    if (sent.status !== 303) throw new Error(`the file was not taken: ${sent.status}`)
    const back = await fetch(`${path}/${id}/bestand`, { headers })
    const digest = createHash('sha256')
    for await (const piece of back.body ?? []) digest.update(piece)
    carried.push(digest.digest().equals(createHash('sha256').update(bytes).digest()))
  } while (Date.now() < until)
  return carried
}

function cookieOf(session: Buffer): string {
  return `gestand=${session.toString('base64url')}; taal=nl`
}

/** Looks at the memory of a process until it is told to end; gives the highest that it saw. */
function watchMemory(pid: number): { end(): number } {
  let highest = 0
  const timer = setInterval(() => {
    void residentBytes(pid).then((bytes) => {
      highest = Math.max(highest, bytes)
    })
  }, LOOK_EVERY_MS)
  return {
    end: () => {
      clearInterval(timer)
      return highest
    },
  }
}

/** What a process has in memory, as Linux tells it. */
async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1_024
}
