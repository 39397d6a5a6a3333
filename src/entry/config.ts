import { join, resolve } from 'node:path'
import { z } from 'zod'
import type { VaultOptions } from '#backup/vault.ts'
import {
  DEMO_MASTER_KEY,
  type Environment,
  isWellKnown,
  readMasterKey,
} from './config/master-key.ts'
import { checkMode } from './config/mode.ts'
import { type ConfigProblem, configProblem } from './config/problem.ts'

/** What the environment decides of an installation. Read once, at the start. */
export interface Config {
  /** `demo`: fictional people, a page instead of mail, a key that everybody knows. */
  readonly mode: 'demo' | 'production'
  /** For the embedded database and whatever else must outlive the process. */
  readonly dataDirectory: string
  readonly host: string
  readonly port: number
  /** Address under which people reach the pages, without a slash at its end. */
  readonly publicUrl: string
  /** How many proxies of our own stand before the pages: 0 when browsers connect to us. */
  readonly proxies: number
  /** Owner connections to databases elsewhere; without them there is the embedded server. */
  readonly databases?: { readonly url: string; readonly keysUrl: string }
  /** 32 bytes. */
  readonly masterKey: Buffer
  /** Where backups go, those of the keys apart; their key is the master key's when left out. */
  readonly backups: VaultOptions
  /** Without it mail is shown on a page, as a demonstration does. */
  readonly smtpUrl?: string
  readonly mailFrom: string
  /** Where mail from outside comes in; none is taken when left out. */
  readonly inbound?: InboundConfig
}

/** A server for mail that comes in, behind the mail server of the organisation. */
export interface InboundConfig {
  readonly host: string
  readonly port: number
  /** What stands after the @. */
  readonly domain: string
  /** The server before it, whose judgement of senders is believed. */
  readonly trusted?: string
}

/** The database for keys, beside that of the data unless the environment says otherwise. */
export const KEYS_DATABASE = 'gestand_keys'

const PORT_MAX = 65_535

const POSTGRES_URL = z.url({
  protocol: /^postgres(ql)?$/,
  hostname: /.*/,
  error: 'NOT_POSTGRES_URL',
})

const DOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i

const FIELDS = z.object({
  GESTAND_MODE: z.enum(['demo', 'production'], { error: 'UNKNOWN_MODE' }).default('demo'),
  GESTAND_DATA: z.string().default('./data'),
  GESTAND_HOST: z.string().default('127.0.0.1'),
  GESTAND_PORT: z
    .stringFormat('port', (text) => /^\d{1,5}$/.test(text) && Number(text) <= PORT_MAX, {
      error: 'NOT_A_PORT',
    })
    .default('8080'),
  GESTAND_PROXIES: z.stringFormat('proxies', /^[0-5]$/, { error: 'NOT_PROXIES' }).default('0'),
  GESTAND_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'NOT_WEB_URL' }).optional(),
  GESTAND_BACKUPS: z.string().optional(),
  GESTAND_KEYS_BACKUPS: z.string().optional(),
  DATABASE_URL: POSTGRES_URL.optional(),
  GESTAND_KEYS_URL: POSTGRES_URL.optional(),
  GESTAND_SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'NOT_SMTP_URL' }).optional(),
  GESTAND_INBOUND_HOST: z.string().default('127.0.0.1'),
  GESTAND_INBOUND_PORT: z
    .stringFormat('port', (text) => /^\d{1,5}$/.test(text) && Number(text) <= PORT_MAX, {
      error: 'NOT_A_PORT',
    })
    .optional(),
  GESTAND_INBOUND_DOMAIN: z.string().regex(DOMAIN, 'NOT_A_DOMAIN').optional(),
  GESTAND_INBOUND_TRUSTED: z.string().regex(DOMAIN, 'NOT_A_DOMAIN').optional(),
  GESTAND_MAIL_FROM: z
    .string()
    .regex(/^([^\r\n<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'NOT_A_SENDER')
    .default('Gestand <post@example.org>'),
})

/**
 * Reads the configuration from the environment, or every problem with it at once.
 *
 * Outside demo mode it refuses what protects nobody: no master key or one that others know, no
 * mail, an address without https. An empty variable counts as none.
 */
export function readConfig(
  environment: Environment,
): { readonly config: Config } | { readonly problems: readonly ConfigProblem[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value))
  const fields = FIELDS.safeParse(given)
  const masterKey = readMasterKey(given) ?? DEMO_MASTER_KEY
  const backupKey = readMasterKey(given, 'GESTAND_BACKUP_KEY')
  const problems = [
    ...(fields.error?.issues ?? []).map((issue) =>
      configProblem(String(issue.path[0]), issue.message),
    ),
    ...checkMode(given),
    ...checkDatabases(given),
    ...checkKey(given, masterKey),
    ...(backupKey === undefined || Buffer.isBuffer(backupKey) ? [] : [backupKey]),
    ...checkBackups(given),
    ...checkInbound(given),
  ]
  if (!fields.success || !Buffer.isBuffer(masterKey) || problems.length > 0) return { problems }
  const { GESTAND_DATA: data, GESTAND_BACKUPS, GESTAND_KEYS_BACKUPS } = fields.data
  const backups = {
    directory: GESTAND_BACKUPS ?? join(data, 'backups'),
    keysDirectory: GESTAND_KEYS_BACKUPS ?? join(data, 'keys-backups'),
    key: Buffer.isBuffer(backupKey) ? backupKey : undefined,
  }
  return { config: { ...toConfig(fields.data), masterKey, backups } }
}

/** What copies the one place must not copy the other along. */
function checkBackups({ GESTAND_BACKUPS: data, GESTAND_KEYS_BACKUPS: keys }: Environment) {
  if (!data || !keys) return []
  const within = `${resolve(keys)}/`.startsWith(`${resolve(data)}/`)
  return within ? [configProblem('GESTAND_KEYS_BACKUPS', 'KEYS_BACKUPS_WITHIN')] : []
}

function checkInbound({
  GESTAND_INBOUND_DOMAIN: domain,
  GESTAND_INBOUND_PORT: port,
}: Environment): ConfigProblem[] {
  if (port && !domain) return [configProblem('GESTAND_INBOUND_PORT', 'INBOUND_WITHOUT_DOMAIN')]
  return domain && !port ? [configProblem('GESTAND_INBOUND_DOMAIN', 'INBOUND_WITHOUT_PORT')] : []
}

/** A demonstration takes mail in at the port beside that of its pages. */
function inboundOf(fields: z.infer<typeof FIELDS>): InboundConfig | undefined {
  const { GESTAND_INBOUND_DOMAIN, GESTAND_INBOUND_PORT, GESTAND_MODE, GESTAND_PORT } = fields
  const port = Number(GESTAND_PORT)
  const demo = GESTAND_MODE === 'demo' && port > 0 && port < PORT_MAX ? port + 1 : undefined
  const chosen = GESTAND_INBOUND_PORT === undefined ? demo : Number(GESTAND_INBOUND_PORT)
  if (chosen === undefined) return undefined
  return {
    host: fields.GESTAND_INBOUND_HOST,
    port: chosen,
    domain: GESTAND_INBOUND_DOMAIN ?? 'post.example.org',
    ...(fields.GESTAND_INBOUND_TRUSTED && { trusted: fields.GESTAND_INBOUND_TRUSTED }),
  }
}

function checkDatabases({
  DATABASE_URL: url,
  GESTAND_KEYS_URL: keysUrl,
}: Environment): ConfigProblem[] {
  if (!keysUrl) return []
  if (!url) return [configProblem('GESTAND_KEYS_URL', 'KEYS_WITHOUT_DATA')]
  return url === keysUrl ? [configProblem('GESTAND_KEYS_URL', 'KEYS_WITH_DATA')] : []
}

function checkKey(environment: Environment, key: Buffer | ConfigProblem): ConfigProblem[] {
  if (!Buffer.isBuffer(key)) return [key]
  const {
    GESTAND_MODE: mode,
    GESTAND_MASTER_KEY_FILE: file,
    GESTAND_MASTER_KEY: given,
  } = environment
  const checked = mode === 'production' && (given ?? file) && isWellKnown(key)
  const variable = file ? 'GESTAND_MASTER_KEY_FILE' : 'GESTAND_MASTER_KEY'
  return checked ? [configProblem(variable, 'KEY_WELL_KNOWN')] : []
}

function toConfig(fields: z.infer<typeof FIELDS>): Omit<Config, 'masterKey' | 'backups'> {
  const { GESTAND_HOST: host, GESTAND_PORT: port, DATABASE_URL: url } = fields
  const keysUrl = fields.GESTAND_KEYS_URL ?? (url && besideIt(url))
  const inbound = inboundOf(fields)
  return {
    mode: fields.GESTAND_MODE,
    dataDirectory: fields.GESTAND_DATA,
    host,
    port: Number(port),
    proxies: Number(fields.GESTAND_PROXIES),
    publicUrl: (fields.GESTAND_PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    mailFrom: fields.GESTAND_MAIL_FROM,
    ...(url && keysUrl && { databases: { url, keysUrl } }),
    ...(fields.GESTAND_SMTP_URL && { smtpUrl: fields.GESTAND_SMTP_URL }),
    ...(inbound && { inbound }),
  }
}

/** The database of the keys on the same server. */
function besideIt(url: string): string {
  const keysUrl = new URL(url)
  keysUrl.pathname = `/${KEYS_DATABASE}`
  return keysUrl.href
}
