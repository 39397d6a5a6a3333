import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { DEMO_MASTER_KEY } from './config/master-key.ts'
import { type Config, readConfig } from './config.ts'

type Environment = Parameters<typeof readConfig>[0]

const key = randomBytes(32)

const production = {
  GESTAND_MODE: 'production',
  GESTAND_MASTER_KEY: key.toString('base64'),
  GESTAND_SMTP_URL: 'smtps://bureau:secret@mail.example.org',
  GESTAND_MAIL_FROM: 'Bureau De Brug <post@example.org>',
  GESTAND_PUBLIC_URL: 'https://dossiers.example.org/',
}

function accept(environment: Environment): Config {
  const read = readConfig(environment)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.config
}

function refuse(environment: Environment): string[] {
  const read = readConfig(environment)
  return 'problems' in read ? read.problems.map((it) => `${it.variable} ${it.code}`) : []
}

function writeKey(text: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'gestand-key-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  writeFileSync(join(directory, 'key'), text)
  return join(directory, 'key')
}

test('an empty environment is a demonstration on this machine', () => {
  expect(accept({ GESTAND_PORT: '' })).toEqual({
    mode: 'demo',
    dataDirectory: './data',
    host: '127.0.0.1',
    port: 8080,
    proxies: 0,
    publicUrl: 'http://localhost:8080',
    masterKey: DEMO_MASTER_KEY,
    mailFrom: 'Gestand <post@example.org>',
    inbound: { host: '127.0.0.1', port: 8081, domain: 'post.example.org' },
    backups: { directory: 'data/backups', key: undefined, keysDirectory: 'data/keys-backups' },
  })
})

test('production with a key, mail and https is accepted', () => {
  expect(accept(production)).toMatchObject({
    mode: 'production',
    masterKey: key,
    publicUrl: 'https://dossiers.example.org',
    smtpUrl: production.GESTAND_SMTP_URL,
  })
})

test('production without key, mail or address is refused, with all that is missing at once', () => {
  expect(refuse({ GESTAND_MODE: 'production', GESTAND_PORT: '808o' })).toEqual([
    'GESTAND_PORT NOT_A_PORT',
    'GESTAND_MASTER_KEY KEY_MISSING',
    'GESTAND_SMTP_URL SMTP_MISSING',
    'GESTAND_MAIL_FROM SENDER_MISSING',
    'GESTAND_PUBLIC_URL PUBLIC_URL_MISSING',
  ])
})

test.each([
  ['the key of the demonstration', DEMO_MASTER_KEY],
  ['zeros', Buffer.alloc(32)],
  ['two bytes in turn', Buffer.alloc(32, 'ab')],
  ['bytes that count up', Buffer.from(Array.from({ length: 32 }, (_, index) => index))],
  ['readable text', Buffer.from('correct horse battery staple 123')],
])('production refuses %s as master key, and a demonstration does not', (_name, bytes) => {
  const wellKnown = { GESTAND_MASTER_KEY: bytes.toString('base64') }
  expect(refuse({ ...production, ...wellKnown })).toEqual(['GESTAND_MASTER_KEY KEY_WELL_KNOWN'])
  expect(accept(wellKnown).masterKey).toEqual(bytes)
})

test('a master key can stand in a file', () => {
  const file = writeKey(`${key.toString('base64')}\n`)
  const { GESTAND_MASTER_KEY: given, ...others } = production
  expect(accept({ ...others, GESTAND_MASTER_KEY_FILE: file }).masterKey).toEqual(key)
  expect(refuse({ ...production, GESTAND_MASTER_KEY_FILE: file })).toEqual([
    'GESTAND_MASTER_KEY KEY_TWICE',
  ])
  expect(refuse({ ...others, GESTAND_MASTER_KEY_FILE: `${file}.gone` })).toEqual([
    'GESTAND_MASTER_KEY_FILE KEY_FILE_UNREADABLE',
  ])
})

test.each(['c2hvcnQ=', 'not base64 at all!', randomBytes(33).toString('base64')])(
  'a master key that is not 32 bytes in base64 is refused: %s',
  (text) => {
    expect(refuse({ GESTAND_MASTER_KEY: text })).toEqual(['GESTAND_MASTER_KEY KEY_NOT_32_BYTES'])
  },
)

test('production without https is permitted on this machine only', () => {
  const local = { ...production, GESTAND_PUBLIC_URL: 'http://localhost:8080' }
  const remote = { ...production, GESTAND_PUBLIC_URL: 'http://localhost.example.org' }
  expect(accept(local).publicUrl).toBe('http://localhost:8080')
  expect(refuse(remote)).toEqual(['GESTAND_PUBLIC_URL NOT_HTTPS'])
})

test('a mode must be chosen as soon as others can reach the pages', () => {
  const open = { GESTAND_HOST: '0.0.0.0' }
  expect(refuse(open)).toEqual(['GESTAND_MODE MODE_NOT_CHOSEN'])
  expect(refuse({ GESTAND_PUBLIC_URL: 'https://demo.example.org' })).toEqual([
    'GESTAND_MODE MODE_NOT_CHOSEN',
  ])
  expect(accept({ ...open, GESTAND_MODE: 'demo' }).host).toBe('0.0.0.0')
})

test('the keys have a database of their own beside the data', () => {
  const url = 'postgres://owner:secret@db.example.org:5432/gestand?sslmode=verify-full'
  const keysUrl = 'postgres://owner:secret@keys.example.org/keys'
  expect(accept({ DATABASE_URL: url }).databases).toEqual({
    url,
    keysUrl: 'postgres://owner:secret@db.example.org:5432/gestand_keys?sslmode=verify-full',
  })
  expect(accept({ DATABASE_URL: url, GESTAND_KEYS_URL: keysUrl }).databases?.keysUrl).toBe(keysUrl)
  expect(refuse({ GESTAND_KEYS_URL: keysUrl })).toEqual(['GESTAND_KEYS_URL KEYS_WITHOUT_DATA'])
  expect(refuse({ DATABASE_URL: url, GESTAND_KEYS_URL: url })).toEqual([
    'GESTAND_KEYS_URL KEYS_WITH_DATA',
  ])
})

test.each([
  ['GESTAND_MODE', 'Production', 'UNKNOWN_MODE'],
  ['GESTAND_PORT', '65536', 'NOT_A_PORT'],
  ['GESTAND_PORT', '-1', 'NOT_A_PORT'],
  ['GESTAND_PROXIES', 'yes', 'NOT_PROXIES'],
  ['DATABASE_URL', 'mysql://db.example.org/gestand', 'NOT_POSTGRES_URL'],
  ['GESTAND_SMTP_URL', 'mail.example.org', 'NOT_SMTP_URL'],
  ['GESTAND_MAIL_FROM', 'Bureau De Brug', 'NOT_A_SENDER'],
  ['GESTAND_PUBLIC_URL', 'dossiers.example.org', 'NOT_WEB_URL'],
])('%s cannot be %s', (variable, value, code) => {
  expect(refuse({ [variable]: value })).toContain(`${variable} ${code}`)
})

test('a problem never repeats the value, which may be a secret', () => {
  const read = readConfig({ DATABASE_URL: 'mysql://owner:verysecret@db.example.org/gestand' })
  expect(JSON.stringify(read)).not.toContain('verysecret')
})

test('mail comes in only where a port and a domain are given, and each says so without the other', () => {
  const production = {
    GESTAND_INBOUND_PORT: '2525',
    GESTAND_INBOUND_DOMAIN: 'post.example.org',
    GESTAND_INBOUND_TRUSTED: 'mx.example.org',
  }
  expect(accept(production).inbound).toEqual({
    host: '127.0.0.1',
    port: 2525,
    domain: 'post.example.org',
    trusted: 'mx.example.org',
  })
  const lacking = ({ ...given }: Record<string, string>) => {
    const read = readConfig(given)
    return 'problems' in read ? read.problems.map(({ code }) => code) : []
  }
  expect(lacking({ GESTAND_INBOUND_PORT: '2525' })).toEqual(['INBOUND_WITHOUT_DOMAIN'])
  expect(lacking({ GESTAND_INBOUND_DOMAIN: 'post.example.org' })).toEqual(['INBOUND_WITHOUT_PORT'])
  expect(lacking({ ...production, GESTAND_INBOUND_DOMAIN: 'post' })).toContain('NOT_A_DOMAIN')
})
