import type { Problem } from '@baraza/contracts/kernel';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

type Draw = (request: FastifyRequest, reply: FastifyReply, problem: Problem) => Promise<unknown>;

/** How a problem is drawn for somebody who followed a link; nothing where the house serves no pages. */
@Injectable()
export class ProblemPages {
  draw: Draw | null = null;
}
