import { sql } from 'kysely'
import { written } from '#store/query.ts'

/**
 * Asks the database whether whoever entered may act in the activity: for pages that could be drawn
 * without reading a row.
 * It fails with `NOT_FOUND` for whoever does not hold a function that the activity takes.
 */
export const mayAct = written(sql<{ acting: boolean }>`select acting(current_activity())`)
