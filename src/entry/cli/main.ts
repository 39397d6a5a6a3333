import { explainFailure } from '#entry/failure.ts'
import { isAppError } from '#kernel/error.ts'
import { suggest } from '#statement/suggestion.ts'
import { type Command, EXIT, type ExitCode, print, UsageError } from './command.ts'
import { COMMANDS } from './commands.ts'

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await main(process.argv.slice(2))

/** Runs the command that the first word names. */
async function main([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    return showHelp(name === undefined ? EXIT.usage : EXIT.ok)
  }
  const load = COMMANDS[name]
  if (!load) {
    const known = Object.keys(COMMANDS)
    const meant = suggest(name, known)
    const help = meant === undefined ? `Known: ${known.join(', ')}` : `Did you mean "${meant}"?`
    return refuse(`there is no command "${name}". ${help}`)
  }
  const { command } = await load()
  if (args.includes('--help') || args.includes('-h')) return showUsage(command)
  try {
    return await command.run(args)
  } catch (error) {
    if (error instanceof UsageError || isParseArgsError(error)) {
      const says = sayUnknownOption(error, command) ?? error.message
      return refuse(`${says}\nusage: gestand ${command.name} ${command.usage}`)
    }
    return fail(error)
  }
}

async function showHelp(code: ExitCode): Promise<ExitCode> {
  print('usage: gestand COMMAND …\n')
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()))
  const width = Math.max(...commands.map(({ command }) => command.name.length))
  for (const { command } of commands) {
    print(`  ${command.name.padEnd(width)}  ${command.summary}`)
  }
  print('\ngestand COMMAND --help tells more of one command.')
  print(`Ends with ${EXIT.ok} when all is well, ${EXIT.findings} when something was found,`)
  print(`${EXIT.usage} when it was asked wrongly, ${EXIT.failed} when it could not be done.`)
  return code
}

function showUsage(command: Command): ExitCode {
  print(`usage: gestand ${command.name} ${command.usage}\n\n${command.summary}`)
  if (command.details !== undefined) print(`\n${command.details}`)
  return EXIT.ok
}

function refuse(message: string): ExitCode {
  process.stderr.write(`gestand: ${message}\n`)
  return EXIT.usage
}

/** It was asked rightly and could not be done: for what people can mend they are told how. */
function fail(error: unknown): ExitCode {
  const says = explainFailure(error)
  const told = isAppError(error) ? `${error.code} ${JSON.stringify(error.details)}` : undefined
  const defect = error instanceof Error ? error.stack : String(error)
  process.stderr.write(`gestand: ${says ?? told ?? defect}\n`)
  return EXIT.failed
}

/** Node would tell how to write a file name that begins with a dash. */
function sayUnknownOption({ message }: Error, { usage }: Command): string | undefined {
  const [, option] = /^Unknown option '(-[^']+)'/.exec(message) ?? []
  if (option === undefined) return undefined
  const meant = suggest(option, usage.match(/--[a-z-]+/g) ?? [])
  return `there is no option ${option}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`
}

/** node:util's parseArgs says with these codes what it did not understand. */
function isParseArgsError(error: unknown): error is Error {
  return (
    error instanceof TypeError &&
    'code' in error &&
    String(error.code).startsWith('ERR_PARSE_ARGS_')
  )
}
