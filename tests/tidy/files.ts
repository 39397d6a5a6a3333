import { globSync, readFileSync } from 'node:fs'

/** A file of the project, with its path as Git writes it. */
export interface ProjectFile {
  readonly path: string
  readonly text: string
}

const NOT_OURS = /(^|\/)(node_modules|dist|data|\.git|test-results|playwright-report|results)$/

/** Reads the files with these extensions, wherever they stand. */
export function listFiles(extensions: readonly string[]): ProjectFile[] {
  const patterns = extensions.map((extension) => `**/*.${extension}`)
  const paths = globSync(patterns, { exclude: (path) => NOT_OURS.test(path.replaceAll('\\', '/')) })
  return paths
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}

/** The lines of a file that a rule objects to, as `path:line`, so that editors can follow them. */
export function findLines(file: ProjectFile, objects: (line: string) => boolean): string[] {
  return file.text
    .split('\n')
    .flatMap((line, index) => (objects(line) ? [`${file.path}:${index + 1}`] : []))
}
