import { at, on } from '../brokering.ts';
import type { Scene } from './scene.ts';

// The ways a route of brokering is asked about a thing that somebody made first.

interface ByRef {
  readonly ref: string;
  readonly version: number;
}
interface ById {
  readonly id: string;
  readonly version: number;
}

export const byRef = <Body extends object>(
  of: string,
  make: (scene: Scene) => Promise<ByRef>,
  body: Body = {} as Body,
) => ({
  on: of,
  call: async (scene: Scene) => on(await make(scene), body),
});
export const byId = <Body extends object>(
  of: string,
  make: (scene: Scene) => Promise<ById>,
  body: Body = {} as Body,
) => ({
  on: of,
  call: async (scene: Scene) => at(await make(scene), body),
});
export const readRef = (of: string, make: (scene: Scene) => Promise<{ ref: string }>) => ({
  on: of,
  call: async (scene: Scene) => ({ params: { ref: (await make(scene)).ref } }),
});
export const readId = (of: string, make: (scene: Scene) => Promise<{ id: string }>) => ({
  on: of,
  call: async (scene: Scene) => ({ params: { id: (await make(scene)).id } }),
});
export const secret = { secret: true } as const;
export const language = 'en' as const;
