import { leafHash, MerkleTree, nodeHash } from './merkle-tree.ts'

/**
 * That a leaf stands in a tree: with the hashes beside its way up, anyone can make the root of it.
 */
export interface Inclusion {
  /** Place of the leaf, from 0. */
  readonly index: number
  /** Number of leaves in the tree. */
  readonly size: number
  /** The hashes beside the way from leaf to root, in that order (RFC 6962, 2.1.1). */
  readonly path: readonly Buffer[]
}

/**
 * Finds the way from a leaf to the root.
 *
 * @param leaves The bytes of all leaves in order.
 * @returns Undefined when there is no leaf at that place.
 */
export function findInclusion(leaves: readonly Buffer[], index: number): Inclusion | undefined {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) return undefined
  return { index, size: leaves.length, path: pathOf(leaves, index) }
}

/**
 * Makes the root that a leaf leads to; only the leaf that was there leads to the root that was
 * signed.
 */
export function rootOf(leaf: Buffer, { index, size, path }: Inclusion): Buffer | undefined {
  let [node, last] = [index, size - 1]
  let root = leafHash(leaf)
  for (const beside of path) {
    if (last === 0) return undefined
    if (node % 2 === 1 || node === last) {
      root = nodeHash(beside, root)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      root = nodeHash(root, beside)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && index < size ? root : undefined
}

function pathOf(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length === 1) return []
  const split = largestPowerBelow(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...pathOf(left, index), treeRoot(right)]
    : [...pathOf(right, index - split), treeRoot(left)]
}

function treeRoot(leaves: readonly Buffer[]): Buffer {
  const tree = new MerkleTree()
  for (const leaf of leaves) tree.add(leaf)
  return tree.root()
}

function largestPowerBelow(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1)
}

function half(value: number): number {
  return Math.floor(value / 2)
}
