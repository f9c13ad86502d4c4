import { api } from '@baraza/contracts/api';
import { toOpenApi } from '@baraza/contracts/openapi';
import { Controller, Get, Header } from '@nestjs/common';

/** The contract of every room, for machines; people read it at `/api/docs`. */
@Controller()
export class OpenApiController {
  private text: string | undefined;

  @Get('api/openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('cache-control', 'public, max-age=300')
  document(): string {
    this.text ??= JSON.stringify(openApiDocument());
    return this.text;
  }
}

export const openApiDocument = () =>
  toOpenApi(api, {
    title: 'Baraza',
    version: '1',
    description:
      'Everything the pages do, for programs. Writes carry an Idempotency-Key; bad news is application/problem+json.',
  });
