import { MasterKey } from '#store/master-key.ts'

/** The master key of tests: it protects nothing. */
export const WORLD_MASTER = new MasterKey(Buffer.alloc(32, 'gestand'))
