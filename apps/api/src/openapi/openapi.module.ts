import { Controller, Get, Header, Module } from '@nestjs/common';
import { openApi } from './document.ts';

/** The description of the api, made once. */
@Controller('v1')
export class OpenApiController {
  #text: string | undefined;

  @Get('openapi.json')
  @Header('content-type', 'application/json')
  document(): string {
    return (this.#text ??= JSON.stringify(openApi()));
  }
}

@Module({ controllers: [OpenApiController] })
export class OpenApiModule {}
