import { gzipSync } from 'node:zlib'
import { asOwner } from '#store/owner.ts'
import type { Bureau } from './bureau.ts'
import { type BenchInstallation, ORGANISATION } from './installation.ts'
import type { PageClient } from './page-client.ts'
import { fillDossiers } from './page-dossiers.ts'
import { fillLargeDesk, measureLargeDesk } from './page-large.ts'
import { bundlePages, type PageProcess, startPages } from './page-process.ts'
import { peerSchemaSql } from './page-store.ts'
import { type Measurement, type Result, toResult } from './report.ts'
import { type Effort, type Operation, race, type Speeds } from './rounds.ts'
import { Wire } from './wire.ts'

const GOAL = 0.7
const PAGES_GOAL = 1_500
const FIRST_VISIT_GOAL_KB = 40
const IN_FLIGHT = 16
/** The coach whose pages are asked for, and how many of the dossiers have something in them. */
const COACH = 0
const FILLED = 8

/**
 * A list of fifty and the page of a dossier, from the database to the last byte over http, against
 * the same pages without enforcement: each server a process of its own, asked in turn.
 */
export async function benchPage(
  installation: BenchInstallation,
  bureau: Bureau,
  effort: Effort,
): Promise<{ readonly races: Result[]; readonly measurements: Measurement[] }> {
  await bundlePages()
  await asOwner(installation.url, (owner) => owner.query(peerSchemaSql(ORGANISATION)))
  const dossierIds = await fillDossiers(installation, bureau, { coach: COACH, amount: FILLED })
  const cookie = `taal=nl; gestand=${bureau.session(COACH).toString('base64url')}`
  const ours = await startPages(installation, { enforced: true, cookie })
  const peer = await startPages(installation, { enforced: false, cookie })
  try {
    const pages = {
      [`list of ${bureau.size.caseload}`]: () => '/werk',
      'page of a dossier': (random: () => number) =>
        `/werk/dossiers/${dossierIds[Math.floor(random() * dossierIds.length)]}`,
    }
    const races: Result[] = []
    const measurements: Measurement[] = []
    for (const [name, path] of Object.entries(pages)) {
      const raced = await racePage({ ours, peer, path, effort, seed: bureau.seed })
      const { perPageMs, correct, speeds } = raced
      const shared = { correct, verdict: correct ? 'the same page' : 'another page' }
      const against = { name, peer: 'the same without enforcement', seed: bureau.seed }
      races.push(toResult({ ...against, speeds, goal: GOAL, ...shared }))
      measurements.push({
        name: `${name}, pages for a second of the server's processor`,
        unit: 'pages',
        value: Math.round(1_000 / perPageMs),
        atLeast: PAGES_GOAL,
        correct,
        verdict: `${perPageMs.toFixed(2)} ms of the server's processor a page`,
      })
    }
    measurements.push(await measureFirstVisit(ours.port))
    measurements.push(...(await measureLarge(installation, bureau)))
    return { races, measurements }
  } finally {
    await Promise.all([ours.stop(), peer.stop()])
  }
}

/** What the pages of a very large desk ask of the database, over a wire that counts. */
async function measureLarge(
  installation: BenchInstallation,
  bureau: Bureau,
): Promise<Measurement[]> {
  const desk = await fillLargeDesk(installation, bureau)
  const wire = new Wire(installation.url)
  const cookie = `taal=nl; gestand=${bureau.session(desk.coach).toString('base64url')}`
  const counted = { ...installation, url: await wire.open(installation.url) }
  const server = await startPages(counted, { enforced: true, cookie })
  try {
    return await measureLargeDesk(server.client, wire, desk)
  } finally {
    await server.stop()
    wire.close()
  }
}

interface PageRace {
  readonly ours: PageProcess
  readonly peer: PageProcess
  readonly path: (random: () => number) => string
  readonly effort: Effort
  readonly seed: number
}

interface Raced {
  readonly speeds: Speeds
  readonly perPageMs: number
  readonly correct: boolean
}

async function racePage({ ours, peer, path, effort, seed }: PageRace): Promise<Raced> {
  const correct = await isSame(
    ours.client,
    peer.client,
    path(() => 0),
  )
  let counted = 0
  const asking =
    ({ client }: PageProcess): Operation =>
    async (random) => {
      await client.get(path(random))
      if (client === ours.client) counted += 1
    }
  const before = await ours.cpuMs()
  const contenders = { peer: asking(peer), ours: asking(ours) }
  const speeds = await race(contenders, { inFlight: IN_FLIGHT, effort, seed })
  return { speeds, perPageMs: ((await ours.cpuMs()) - before) / counted, correct }
}

/** Whether both serve the same content, but for what differs each time and what a menu offers. */
async function isSame(ours: PageClient, peer: PageClient, path: string): Promise<boolean> {
  const content = async (client: PageClient): Promise<string> => {
    const page = (await client.get(path)).toString()
    return page.slice(page.indexOf('<main')).replaceAll(/value="[^"]*"/g, '')
  }
  const [one, other] = await Promise.all([content(ours), content(peer)])
  return one === other && one.includes('</main>')
}

/** What a browser fetches at a first visit, as compressed as it asks for. */
async function measureFirstVisit(port: number): Promise<Measurement> {
  const origin = `http://127.0.0.1:${port}`
  const size = async (path: string): Promise<{ bytes: number; text: string }> => {
    const answer = await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } })
    const text = await answer.text()
    const packed = await fetch(origin + path, { headers: { 'accept-encoding': 'br, gzip' } })
    const length = Number(packed.headers.get('content-length') ?? Number.NaN)
    return { bytes: Number.isNaN(length) ? gzipSync(text).length : length, text }
  }
  const page = await size('/')
  const assets = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
    ([, path]) => path,
  )
  const sizes = await Promise.all([...new Set(assets)].map((path = '') => size(path)))
  const bytes = sizes.reduce((sum, asset) => sum + asset.bytes, page.bytes)
  return {
    name: 'first visit, compressed',
    unit: 'KB',
    value: Math.round(bytes / 100) / 10,
    atMost: FIRST_VISIT_GOAL_KB,
    correct: sizes.length > 0 && page.text.includes('</html>'),
    verdict: `one page and ${sizes.length} files`,
  }
}
