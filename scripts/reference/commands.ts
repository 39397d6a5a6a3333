import { EXIT } from '#entry/cli/command.ts'
import { COMMANDS } from '#entry/cli/commands.ts'
import { pageHead, wrap } from './markdown.ts'

/** Every command of `gestand`, as its own help tells it. */
export async function commandsPage(): Promise<string> {
  const lead =
    'Run a command as `npm run -s gestand -- COMMAND …`, with the environment of `npm start`. ' +
    `It ends with ${EXIT.ok} when all is well, ${EXIT.findings} when something was found, ` +
    `${EXIT.usage} when it was asked wrongly, ${EXIT.failed} when it could not be done.`
  const loaded = await Promise.all(Object.values(COMMANDS).map((load) => load()))
  const sections = loaded.map(({ command: { name, usage, summary, details } }) => {
    const fence = '```'
    const called = `${fence}text\n${`gestand ${name} ${usage}`.trim()}\n${fence}`
    const more = details === undefined ? '' : `\n${fence}text\n${details}\n${fence}\n`
    return `## ${name}\n\n${wrap(summary)}\n\n${called}\n${more}`
  })
  return [pageHead('Commands', 'src/entry/cli', wrap(lead)), ...sections].join('\n')
}
