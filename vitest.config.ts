import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'tests/{tidy,world,statements,model}/**/*.test.ts',
    ],
    globalSetup: ['tests/world/cluster.ts'],
    pool: 'forks',
    // One more than the cores of a small machine: a test waits for its server half of the time.
    maxWorkers: 3,
    // A worker keeps what it has loaded: loading anew takes as long as most files do.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
