import type { Config } from '#entry/config.ts'
import { Outbox } from '#jobs/outbox.ts'
import { MailReceiver } from '#modules/practice/index.ts'
import type { DossierKeys } from '#store/dossier-keys.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { Platform } from '#store/platform.ts'
import { createPool } from '#store/pool.ts'
import { startInbound } from './inbound.ts'

const CONNECTIONS = 2

/**
 * Takes mail in where the configuration asks for it. A demonstration whose port is taken goes
 * without.
 *
 * @returns How to stop it; undefined where no mail is taken in.
 */
export async function openInbound(
  { inbound, mode }: Config,
  installation: Installation,
  { keys, tell }: { readonly keys: DossierKeys; readonly tell: (line: string) => void },
): Promise<(() => Promise<void>) | undefined> {
  if (!inbound) return undefined
  const url = loginUrl(installation, LOGINS.worker)
  const platform = new Platform(createPool({ url, max: CONNECTIONS, name: 'inbound' }))
  try {
    const receiver = new MailReceiver(platform, keys, new Outbox(installation.master))
    const server = await startInbound({ ...inbound, receiver, tell })
    tell(`mail comes in at ${inbound.host}:${server.port} for ${inbound.domain}`)
    return async () => {
      await server.stop()
      await platform.close()
    }
  } catch (error) {
    await platform.close()
    if (mode !== 'demo') throw error
    tell(`no mail comes in: port ${inbound.port} is taken`)
    return undefined
  }
}
