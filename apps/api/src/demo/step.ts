import type { INestApplicationContext } from '@nestjs/common';
import type { Settings } from '../platform/config/settings.ts';

/** One room's part of the demo community; rooms come in the order in which they need one another. */
export type DemoStep = (app: INestApplicationContext, settings: Settings) => Promise<void>;
