import { writeFileSync } from 'node:fs'
import { startInstallation } from './installation.ts'
import { loadBureau } from './bureau.ts'
const inst = await startInstallation()
await loadBureau(
  inst,
  { dossiers: Number(process.argv[2] ?? 20000), notesEach: 10, caseload: 50 },
  1,
)
writeFileSync(
  '/tmp/probe/env.json',
  JSON.stringify({ url: inst.url, keysUrl: inst.keysUrl, size: Number(process.argv[2] ?? 20000) }),
)
console.log('ready')
process.on('SIGTERM', async () => {
  await inst.stop()
  process.exit(0)
})
setInterval(() => {}, 1000)
