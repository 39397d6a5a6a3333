import pg from 'pg'

// Dates stay what PostgreSQL says, "2026-11-23": a day has no time zone. Counts are numbers.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => Number(text))

// A moment as this pool is told it, "2026-11-23 12:00:00.5+01", is read by the engine in a third of
// the time; what is not of that shape, such as "infinity", by the driver.
// The driver types its parsers as any.
const readAny = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => unknown
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => {
  if (text[10] !== ' ') return readAny(text)
  const moment = new Date(`${text.slice(0, 10)}T${text.slice(11)}:00`)
  return Number.isNaN(moment.getTime()) ? readAny(text) : moment
})

export interface PoolOptions {
  readonly url: string
  /** Connections at most; each holds memory in the server. */
  readonly max?: number
  readonly name: string
  /**
   * Whether a statement is planned once for all parameters, as suits look-ups by key behind row
   * security, of which planning costs more than running. Default false: PostgreSQL chooses.
   */
  readonly planOnce?: boolean
  /** Whether queries are sent without waiting for the answers to those before. Default false. */
  readonly pipeline?: boolean
}

export type Pool = pg.Pool
export type Connection = pg.PoolClient

const CONNECT_TIMEOUT_MS = 10_000
const STATEMENT_TIMEOUT_MS = 30_000
const DEFAULT_MAX = 10

/**
 * A pool of connections. A connection that breaks while idle is dropped, and the next request gets
 * a new one.
 */
export function createPool(options: PoolOptions): Pool {
  const { url, max = DEFAULT_MAX, name, planOnce = false, pipeline = false } = options
  const config = {
    connectionString: url,
    pipeline,
    max,
    application_name: `gestand ${name}`,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: [
      `-c statement_timeout=${STATEMENT_TIMEOUT_MS}`,
      '-c TimeZone=Europe/Amsterdam',
      '-c synchronous_commit=on',
      `-c plan_cache_mode=${planOnce ? 'force_generic_plan' : 'auto'}`,
    ].join(' '),
  }
  const pool = new pg.Pool(config)
  pool.on('error', () => undefined)
  return pool
}

/** Runs `work` on one connection of the pool, and gives a broken connection up. */
export async function withConnection<T>(
  pool: Pool,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = await pool.connect()
  let broken: Error | undefined
  const note = (error: Error): void => {
    broken = error
  }
  connection.on('error', note)
  try {
    return await work(connection)
  } finally {
    connection.off('error', note)
    connection.release(broken)
  }
}
