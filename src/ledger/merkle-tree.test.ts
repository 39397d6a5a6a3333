import { hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findInclusion, rootOf } from './inclusion.ts'
import { leafHash, MerkleTree, nodeHash } from './merkle-tree.ts'

const bytes = fc.uint8Array({ maxLength: 20 }).map((array) => Buffer.from(array))

function treeOf(leaves: readonly Buffer[]): MerkleTree {
  const tree = new MerkleTree()
  for (const leaf of leaves) tree.add(leaf)
  return tree
}

/** RFC 6962, 2.1, as it is written there. */
function definedRoot(leaves: readonly Buffer[]): Buffer {
  const [first] = leaves
  if (!first) return hash('sha256', '', 'buffer')
  if (leaves.length === 1) return leafHash(first)
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return nodeHash(definedRoot(leaves.slice(0, split)), definedRoot(leaves.slice(split)))
}

test('the roots are those that certificate logs publish for these leaves', () => {
  // The leaves and the last root that the reference implementation of RFC 6962 is tested with.
  const hexes = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657']
  const leaves = [...hexes, '606162636465666768696a6b6c6d6e6f'].map((hex) =>
    Buffer.from(hex, 'hex'),
  )
  expect(treeOf([]).root().toString('hex')).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
  expect(treeOf(leaves).root().toString('hex')).toBe(
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  )
})

test('a tree built as its leaves pass by is the tree of the definition', () => {
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 70 }), (leaves) => {
      expect(treeOf(leaves).root()).toEqual(definedRoot(leaves))
      expect(treeOf(leaves).size).toBe(leaves.length)
    }),
  )
})

test('an odd last leaf does not count twice', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => Buffer.from(letter)) as [Buffer, Buffer, Buffer]
  expect(treeOf([a, b, c]).root()).not.toEqual(treeOf([a, b, c, c]).root())
})

test('a node cannot be shown as a leaf', () => {
  const [a, b] = [Buffer.from('a'), Buffer.from('b')]
  const node = Buffer.concat([leafHash(a), leafHash(b)])
  expect(treeOf([node]).root()).not.toEqual(treeOf([a, b]).root())
})

test('every leaf leads to the root, at its own place and no other', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(bytes, {
        minLength: 1,
        maxLength: 40,
        selector: (leaf) => leaf.toString('hex'),
      }),
      fc.nat(),
      fc.nat(),
      (leaves, seed, otherSeed) => {
        const [index, other] = [seed % leaves.length, otherSeed % leaves.length]
        const [leaf, otherLeaf] = [leaves[index], leaves[other]] as [Buffer, Buffer]
        const inclusion = findInclusion(leaves, index)
        if (!inclusion) throw new Error('no inclusion')
        const root = treeOf(leaves).root()
        expect(rootOf(leaf, inclusion)).toEqual(root)
        if (other === index) return
        expect(rootOf(otherLeaf, inclusion)).not.toEqual(root)
        expect(rootOf(leaf, { ...inclusion, index: other })).not.toEqual(root)
      },
    ),
  )
})

test('there is no way to the root for a leaf that is not there', () => {
  expect(findInclusion([], 0)).toBeUndefined()
  expect(findInclusion([Buffer.from('a')], 1)).toBeUndefined()
  expect(rootOf(Buffer.from('a'), { index: 3, size: 2, path: [] })).toBeUndefined()
})
