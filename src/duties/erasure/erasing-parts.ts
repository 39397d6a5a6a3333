import { Outbox } from '#jobs/outbox.ts'
import { ErasureRegister } from '#store/erasure-register.ts'
import { type Installation, LOGINS, loginUrl } from '#store/install.ts'
import { Platform } from '#store/platform.ts'
import { createPool, type Pool } from '#store/pool.ts'
import type { Erasing } from './erasing.ts'
import { Recognition } from './recognition.ts'

const KEYS_CONNECTIONS = 1

/**
 * What carries erasures out: the login of the worker, and a connection to the keys for as long as
 * it is needed.
 */
export function connectErasing(
  installation: Installation,
  worker: Pool,
): { readonly erasing: Erasing; readonly close: () => Promise<void> } {
  const url = loginUrl(installation, LOGINS.keys)
  const keys = createPool({ url, max: KEYS_CONNECTIONS, name: 'erasing' })
  const { master } = installation
  const erasing: Erasing = {
    worker,
    platform: new Platform(worker),
    register: new ErasureRegister(keys),
    master,
    outbox: new Outbox(master),
  }
  return { erasing, close: () => keys.end() }
}

/** Who was erased, for whoever brings people in; and how to let go of the connection. */
export function connectRecognition(installation: Installation): {
  readonly recognition: Recognition
  readonly close: () => Promise<void>
} {
  const url = loginUrl(installation, LOGINS.keys)
  const keys = createPool({ url, max: 1, name: 'recognition' })
  const recognition = new Recognition(new ErasureRegister(keys), installation.master)
  return { recognition, close: () => keys.end() }
}
