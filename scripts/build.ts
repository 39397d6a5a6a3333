import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import tailwind from '@tailwindcss/vite'
import { build as bundle, type InlineConfig, type Plugin } from 'vite'

const ROOT = join(import.meta.dirname, '..')
const DIST = join(ROOT, 'dist')
const ASSETS = join(DIST, 'assets')
const STAMP = join(DIST, 'inputs.sha256')
const MAIN = join(ROOT, 'src/entry/main.ts')
const WEB = join(ROOT, 'src/entry/web')
/** Scripts of pages: one of every page, and those that a page asks for. They share nothing. */
const ISLANDS = ['app.ts', 'agenda.ts', 'signature.ts']

/**
 * Builds what the server needs that Node cannot run or serve as written: styles and islands into
 * `dist/assets`, and the server with its pages into `dist/main.js`. Does nothing when no input has
 * changed since the last build.
 *
 * @returns Whether anything was built.
 */
export async function build(): Promise<boolean> {
  const inputs = hashInputs()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs) return false
  rmSync(STAMP, { force: true })
  await buildAssets()
  if (existsSync(MAIN)) await bundleServer(MAIN, 'main.js')
  writeFileSync(STAMP, inputs)
  return true
}

function hashInputs(): string {
  const hash = createHash('sha256')
  const sources = globSync('src/**/*.{ts,tsx,css,svg}', { cwd: ROOT })
  const others = ['scripts/build.ts', 'package.json', 'package-lock.json', 'tsconfig.json']
  for (const name of [...sources, ...others].toSorted()) {
    if (/\.test\.tsx?$/.test(name)) continue
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(ROOT, name)))
      .update('\0')
  }
  return hash.digest('hex')
}

const SHARED = {
  root: ROOT,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx', development: false } },
} satisfies InlineConfig

async function buildAssets(): Promise<void> {
  const built = await bundle({
    ...SHARED,
    plugins: [tailwind()],
    build: {
      write: false,
      modulePreload: false,
      cssTarget: 'es2023',
      rolldownOptions: {
        input: [join(WEB, 'styles/app.css'), ...ISLANDS.map((file) => join(WEB, 'islands', file))],
      },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const chunks = outputs.flatMap((output) => ('output' in output ? output.output : []))
  const files = new Map<string, string | Uint8Array>()
  for (const chunk of chunks) {
    const island = chunk.type === 'chunk' && basename(chunk.facadeModuleId ?? '')
    if (chunk.type === 'chunk' && island && ISLANDS.includes(island))
      files.set(island.replace('.ts', '.js'), chunk.code)
    if (chunk.type === 'asset' && chunk.fileName.endsWith('.css'))
      files.set('app.css', chunk.source)
  }
  files.set('favicon.svg', readFileSync(join(WEB, 'styles/favicon.svg')))
  writeAssets(files)
}

/**
 * Writes each file under a name with its hash, plain and compressed, and the manifest that tells
 * the names.
 */
function writeAssets(files: ReadonlyMap<string, string | Uint8Array>): void {
  rmSync(ASSETS, { recursive: true, force: true })
  mkdirSync(ASSETS, { recursive: true })
  const manifest: Record<string, string> = {}
  for (const [name, content] of files) {
    const bytes = Buffer.from(content)
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
    const hashed = name.replace('.', `-${hash}.`)
    manifest[name] = hashed
    const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    writeFileSync(join(ASSETS, hashed), bytes)
    writeFileSync(join(ASSETS, `${hashed}.br`), brotliCompressSync(bytes, { params: quality }))
    writeFileSync(join(ASSETS, `${hashed}.gz`), gzipSync(bytes, { level: 9 }))
  }
  writeFileSync(join(ASSETS, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Makes one file in `dist` of a program that draws pages, for Node to run. */
async function bundleServer(program: string, fileName: string): Promise<void> {
  await bundle({
    ...SHARED,
    plugins: [keepPlace, plainLetters],
    ssr: { external: true },
    build: {
      ssr: program,
      outDir: DIST,
      emptyOutDir: false,
      copyPublicDir: false,
      sourcemap: true,
      minify: false,
      target: 'node24',
      rolldownOptions: {
        output: { entryFileNames: fileName, chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
}

/**
 * Lets a bundled module still find its own folder, so that it can read the files that lie beside
 * the source.
 */
const keepPlace: Plugin = {
  name: 'keep-place',
  transform(code, id) {
    if (!id.startsWith(ROOT) || !code.includes('import.meta.')) return null
    const folder = relative(DIST, dirname(id)).replaceAll('\\', '/')
    const file = `${folder}/${basename(id)}`
    const kept = code
      .replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${folder}`)})`)
      .replaceAll('import.meta.url', `new URL(${JSON.stringify(file)}, import.meta.url).href`)
    // No line moves, so the map of the source still holds.
    return { code: kept, map: null }
  },
}

/**
 * Writes letters beyond ASCII as escapes: a source that has one takes twice the memory, for as long
 * as the server runs.
 */
const plainLetters: Plugin = {
  name: 'plain-letters',
  generateBundle(_, chunks) {
    for (const chunk of Object.values(chunks)) {
      // No line moves, so the map of the source still holds.
      if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll(/[^\0-\x7f]/g, escaped)
    }
  },
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const startedAt = performance.now()
  const built = await build()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  process.stdout.write(built ? `built in ${seconds} s\n` : 'nothing to build\n')
  // Another program that draws pages, and what it is to be called.
  const [, , program, name] = process.argv
  if (program && name) await bundleServer(program, name)
}
