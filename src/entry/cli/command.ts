/**
 * What a command ends with: all is well, something was found, it was asked wrongly, or it could not
 * be done.
 */
export const EXIT = { ok: 0, findings: 1, usage: 2, failed: 3 } as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** A command of `gestand`. Its module exports it as `command`. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What follows the name: `DIR [--json]`. */
  readonly usage: string
  /** What else there is to know, for its own help. */
  readonly details?: string
  /** Runs with the words that follow the name. */
  readonly run: (args: readonly string[]) => Promise<ExitCode>
}

/** The command was asked wrongly; the message is for the one who typed it. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** Writes a line to standard output. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** Writes data for programs to read. */
export function printJson(data: unknown): void {
  print(JSON.stringify(data, null, 2))
}
