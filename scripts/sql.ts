// Runs SQL as the owner, for whom no rule holds: for trying out what the checks notice. The
// embedded server brings no psql. `npm run -s sql -- "select …"`
import { readConfig } from '#entry/config.ts'
import { joinPlace } from '#entry/installation.ts'
import { asOwner } from '#store/owner.ts'

const [text = ''] = process.argv.slice(2)
const read = readConfig(process.env)
if (text === '' || 'problems' in read) {
  console.error('usage: npm run -s sql -- "select …", with the environment of npm start')
  process.exitCode = 2
} else {
  const place = await joinPlace(read.config)
  try {
    const { command, rowCount, rows } = await asOwner(place.installation.url, (owner) =>
      owner.query(text),
    )
    if (rows.length > 0) console.table(rows)
    else console.log(rowCount === null ? command : `${command} ${rowCount}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  } finally {
    await place.stop()
  }
}
