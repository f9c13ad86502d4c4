import { z } from 'zod';
import { Id } from '../kernel/index.ts';

// How the things of this room are found, and who works at its desk.
export const byRef = z.object({ ref: z.string().max(20) });
export const byId = z.object({ id: Id });
export const byToken = z.object({ token: z.string().max(100) });
export const deskOnly = ['broker', 'lead_broker'] as const;
