import { api } from '@baraza/contracts/api';
import { problemStatus } from '@baraza/contracts/kernel';
import { toOpenApi } from '@baraza/contracts/openapi';
import { Controller, Get, Header } from '@nestjs/common';
import { apiDocs, apiDocsCss } from './api-docs.ts';

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

  private page: string | undefined;

  @Get('api/docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'")
  docs(): string {
    this.page ??= apiDocs(openApiDocument(), problemStatus);
    return this.page;
  }

  @Get('api/docs.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=86400')
  css(): string {
    return apiDocsCss;
  }
}

export const openApiDocument = () =>
  toOpenApi(api, {
    title: 'Baraza',
    version: '1',
    description:
      'Everything the pages do, for programs. Writes carry an Idempotency-Key; bad news is application/problem+json.',
  });
