import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMiddleware } from 'hono/factory'

/**
 * Where `scripts/build.ts` writes. The bundler keeps `import.meta.dirname` pointing at this file's
 * own folder.
 */
const DIRECTORY = join(import.meta.dirname, '../../../dist/assets')
const PREFIX = '/assets/'

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

interface Asset {
  readonly type: string
  readonly identity: Buffer<ArrayBuffer>
  readonly br: Buffer<ArrayBuffer>
  readonly gzip: Buffer<ArrayBuffer>
}

interface Shelf {
  /** Name in the source to name in the address: `app.css` to `app-1f2e3d4c.css`. */
  readonly names: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, Asset>
}

let shelf: Shelf | undefined

/**
 * The address of a built asset by its name in the source: `app.css`. Before the first build it is
 * that name itself.
 */
export function assetPath(name: string): string {
  shelf ??= readShelf()
  return PREFIX + (shelf.names.get(name) ?? name)
}

/**
 * Serves what was built, from memory and compressed beforehand. A name holds a hash, so a browser
 * asks for it once.
 */
export const serveAssets = createMiddleware(async (c, next) => {
  const { path } = c.req
  if (!path.startsWith(PREFIX)) return next()
  shelf ??= readShelf()
  const asset = shelf.files.get(path.slice(PREFIX.length))
  if (!asset) return c.notFound()
  const encoding = chooseEncoding(c.req.header('accept-encoding') ?? '')
  c.header('content-type', asset.type)
  c.header('cache-control', 'public, max-age=31536000, immutable')
  c.header('vary', 'accept-encoding')
  c.header('x-content-type-options', 'nosniff')
  if (encoding !== 'identity') c.header('content-encoding', encoding)
  return c.body(asset[encoding])
})

function chooseEncoding(accepted: string): 'br' | 'gzip' | 'identity' {
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return 'br'
  if (/\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return 'gzip'
  return 'identity'
}

function readShelf(): Shelf {
  const manifest = join(DIRECTORY, 'manifest.json')
  if (!existsSync(manifest)) return { names: new Map(), files: new Map() }
  // The manifest is written by our own build, as a flat record of names.
  const written = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>
  const names = new Map(Object.entries(written))
  return { names, files: new Map([...names.values()].map((file) => [file, readAsset(file)])) }
}

function readAsset(file: string): Asset {
  const at = join(DIRECTORY, file)
  return {
    type: TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
    identity: readFileSync(at),
    br: readFileSync(`${at}.br`),
    gzip: readFileSync(`${at}.gz`),
  }
}
