// Loaded before the product, by `node --import`: its clock runs ahead by what a file says, in
// milliseconds. The file is read again when the process gets SIGUSR2.
import { readFileSync } from 'node:fs'

const file = process.env['GESTAND_AHEAD_FILE'] ?? ''
const RealDate = Date
let aheadMs = readAhead()
process.on('SIGUSR2', () => {
  aheadMs = readAhead()
})

function readAhead(): number {
  return Number(readFileSync(file, 'utf8'))
}

globalThis.Date = class extends RealDate {
  static override now(): number {
    return RealDate.now() + aheadMs
  }

  constructor(...given: readonly unknown[]) {
    // Only without arguments a date is now; the others are as they were asked for.
    if (given.length === 0) super(RealDate.now() + aheadMs)
    else super(...(given as [number]))
  }
} as DateConstructor
