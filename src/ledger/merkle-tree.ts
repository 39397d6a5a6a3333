import { hash } from 'node:crypto'

/**
 * Leaves and nodes are hashed with another first byte, so that no node can be shown as a leaf (RFC
 * 6962, 2.1).
 */
const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/**
 * A Merkle tree that is built as its leaves pass by and keeps only what it still needs: one hash
 * for each power of two. The tree is that of RFC 6962: its left part is the largest full tree that
 * fits, and no leaf counts twice.
 */
export class MerkleTree {
  /** Full trees, large to small, at most one of each size. */
  readonly #full: { readonly size: number; readonly root: Buffer }[] = []
  #size = 0

  get size(): number {
    return this.#size
  }

  add(leaf: Buffer): void {
    this.#size += 1
    let tree = { size: 1, root: leafHash(leaf) }
    for (let left = this.#full.at(-1); left?.size === tree.size; left = this.#full.at(-1)) {
      tree = { size: tree.size * 2, root: nodeHash(left.root, tree.root) }
      this.#full.pop()
    }
    this.#full.push(tree)
  }

  /** The hash over all leaves so far, 32 bytes; that of nothing when there are none. */
  root(): Buffer {
    const [smallest, ...larger] = this.#full.toReversed()
    if (!smallest) return hash('sha256', Buffer.alloc(0), 'buffer')
    return larger.reduce((right, left) => nodeHash(left.root, right), smallest.root)
  }
}

/** The hash of a leaf. */
export function leafHash(leaf: Buffer): Buffer {
  return hash('sha256', Buffer.concat([LEAF, leaf]), 'buffer')
}

/** The hash over two trees beside each other. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer')
}
