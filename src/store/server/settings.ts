import { totalmem } from 'node:os'

/** Settings of PostgreSQL by name, as on its command line. */
export type ServerSettings = Readonly<Record<string, string>>

const MEBIBYTE = 2 ** 20
const BUFFERS_MIN_MB = 128
const BUFFERS_MAX_MB = 4096

/**
 * Settings for a server that shares its machine with the application. They are given anew at each
 * start.
 */
export function defaultSettings(memoryBytes: number = totalmem()): ServerSettings {
  const memoryMb = Math.floor(memoryBytes / MEBIBYTE)
  const buffersMb = Math.min(BUFFERS_MAX_MB, Math.max(BUFFERS_MIN_MB, Math.floor(memoryMb / 6)))
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'Europe/Amsterdam',
    log_timezone: 'Europe/Amsterdam',
    password_encryption: 'scram-sha-256',
    max_connections: '100',
    shared_buffers: `${buffersMb}MB`,
    effective_cache_size: `${Math.max(BUFFERS_MIN_MB, Math.floor(memoryMb / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    // What was erased must not linger in files of the log that wait to be used again.
    wal_recycle: 'off',
    random_page_cost: '1.1',
    // Short queries behind row security: compiling them costs more than it gains.
    jit: 'off',
    // One schema an organisation makes many tables, and a backup locks them all.
    max_locks_per_transaction: '256',
    synchronous_commit: 'on',
    // Errors, their details and statements quote personal data, which has no place in a log.
    log_min_messages: 'log',
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] ',
  }
}
