import { serve } from '@hono/node-server'
import { seedDemo } from '#entry/demo/seed.ts'
import { listOrganisations } from '#store/organisation.ts'
import { connectStore } from '#store/connect.ts'
import { install, type Installation } from '#store/install.ts'
import { asOwner, type Owner } from '#store/owner.ts'
import { upgrade } from '#modules/provision.ts'
import { type Config, readConfig } from './config.ts'
import { openPlace } from './installation.ts'
import { type Lifecycle, untilStopped } from './lifecycle.ts'
import { createSite } from './web/site.ts'
import { createApp } from './web/app.tsx'
import { startWorker } from './worker/worker.ts'

/**
 * Starts everything in one process: the database where none is given, what is new in the tables, the demonstration where
 * that is asked, jobs and pages. Runs until it is told to stop.
 */
export async function main(): Promise<void> {
  const read = readConfig(process.env)
  if ('problems' in read) {
    for (const { variable, says } of read.problems) tell(`${variable} ${says.en}`)
    process.exitCode = 1
    return
  }
  const lifecycle = untilStopped()
  try {
    await start(read.config, lifecycle)
  } catch (error) {
    process.exitCode = 1
    tell(`could not start: ${error instanceof Error ? error.message : String(error)}`)
    lifecycle.end()
  }
  await lifecycle.ended
}

async function start(config: Config, lifecycle: Lifecycle): Promise<void> {
  tell('database …')
  const place = await openPlace(config)
  lifecycle.add(() => place.stop())
  const { installation } = place
  await install(installation)
  const demo = await asOwner(installation.url, (owner) => prepare(owner, config, installation))
  const connected = connectStore(installation)
  lifecycle.add(() => connected.close())
  const worker = await startWorker(config, installation)
  lifecycle.add(() => worker.stop())
  const { store } = connected
  const mailbox = config.mode === 'demo' ? worker.delivery : undefined
  const site = await createSite(config, installation, { store, ...(mailbox && { mailbox }) })
  lifecycle.add(() => site.close())
  const server = serve({
    fetch: createApp(site).fetch,
    hostname: config.host,
    port: config.port,
  })
  lifecycle.add(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
      }),
  )
  tell(`\nGestand is at ${config.publicUrl}`)
  for (const line of demo) tell(line)
}

async function prepare(
  owner: Owner,
  config: Config,
  installation: Installation,
): Promise<string[]> {
  for (const organisation of await listOrganisations(owner)) await upgrade(owner, organisation)
  return config.mode === 'demo' ? seedDemo({ owner, installation, tell }) : []
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}

await main()
