import { MasterKey } from '#store/master-key.ts'

/** The bytes of the master key of tests. */
export const WORLD_KEY = Buffer.alloc(32, 'gestand')

/** The master key of tests: it protects nothing. */
export const WORLD_MASTER = new MasterKey(WORLD_KEY)
