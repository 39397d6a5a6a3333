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
    maxWorkers: 2,
    // A worker keeps what it has loaded: loading anew takes as long as most files do.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})
