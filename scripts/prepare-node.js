// Runs before every script of package.json: sees to it that this Node is new enough, and lets it
// keep what it compiles. In plain JavaScript that old versions can read too: npm brings its own
// Node, and when that download failed the system's takes its place without a word.
import module from 'node:module'
import { join } from 'node:path'

const NEEDED = 24

const found = Number(process.versions.node.split('.')[0])
if (found < NEEDED) {
  console.error(
    `Gestand needs Node ${NEEDED} or newer, and this is Node ${process.versions.node}.\n` +
      'npm normally brings it along. Run `npm ci` again: its optional download probably failed,\n' +
      `or there is none for this platform (${process.platform} ${process.arch}). Or install Node ${NEEDED} yourself.`,
  )
  process.exit(1)
}
// What was compiled once is taken from there, which halves the time that a command needs to start.
// A folder that other accounts of the machine can write in would let them choose what runs here.
module.enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'))
