// Fills the demonstration that the environment names, in a process of its own: it needs much memory
// for a moment, which the server would keep.
import { readConfig } from '#entry/config.ts'
import { seedDemo } from '#entry/demo/seed.ts'
import { openPlace } from '#entry/installation.ts'
import { asOwner } from '#store/owner.ts'

const read = readConfig(process.env)
if ('problems' in read) throw new Error(read.problems.map(({ code }) => code).join(' '))
const place = await openPlace(read.config)
const { installation } = place
const { publicUrl } = read.config
const tell = (line: string) => void process.stdout.write(`${line}\n`)
await asOwner(installation.url, (owner) => seedDemo({ owner, installation, tell, publicUrl }))
await place.stop()
