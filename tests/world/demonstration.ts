import { seedDemo } from '#entry/demo/seed.ts'
import { filled, type Template, WORLD_ORGANISATION } from './template.ts'
import { type World, world } from './world.ts'

const TEMPLATE: Template = {
  name: 'demonstration',
  fill: (url) =>
    filled(url, (owner, installation) => seedDemo({ owner, installation, tell: () => undefined })),
}

/** A world with the people and the history of the demonstration. */
export function demonstration(): Promise<World> {
  return world(WORLD_ORGANISATION, TEMPLATE)
}
