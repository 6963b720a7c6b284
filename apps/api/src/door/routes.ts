import type { FastifyInstance } from 'fastify';

type Route = Readonly<{ url: string; path: RegExp; method: string }>;

/** All routes of the server, to tell a path that is not there from a method that it does not take. */
export class Routes {
  readonly #routes: Route[] = [];

  constructor(server: FastifyInstance) {
    server.addHook('onRoute', ({ url, method }) => {
      if (url === '/*') return;
      const path = new RegExp(`^${url.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}/?$`);
      for (const one of [method].flat()) this.#routes.push({ url, path, method: one });
    });
  }

  /** `GET /v1/events`, … */
  get all(): readonly string[] {
    return [...new Set(this.#routes.map(({ method, url }) => `${method} ${url}`))].sort();
  }

  /** The methods that a path takes; none when there is no such path. */
  methodsAt(url: string): readonly string[] {
    const path = url.split('?', 1)[0] ?? '';
    return [...new Set(this.#routes.filter((route) => route.path.test(path)).map(({ method }) => method))].sort();
  }
}
