import { AppError } from '#kernel/error.ts'
import { Spool } from '#store/spool.ts'
import { type PackageOrder, writePackage } from './write.ts'

/** Packages that one process makes at the same time. */
const AT_ONCE = 3

let making = 0

/**
 * Makes a package whole, outside memory, before anything of it leaves: what goes wrong is told
 * instead of sent. Whoever takes it lets it go.
 *
 * @throws `PACKAGE_BUSY` when too many are being made; what reading refuses.
 */
export async function makePackage(order: PackageOrder): Promise<Spool> {
  if (making >= AT_ONCE) throw new AppError('PACKAGE_BUSY')
  making += 1
  try {
    return await Spool.fill(writePackage(order))
  } finally {
    making -= 1
  }
}
